/** Somebody stopped the run (Ctrl-C, an aborted signal): not a fault, and nothing to report. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted.')
    this.name = 'Interrupted'
  }
}

/** Throws `Interrupted` where the signal has been aborted. */
export function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Interrupted()
}
