import type { Observer } from './executor.js'

/** Jobs that run side by side: a fit has steps that one core does alone, so that several keep all of them busy. */
const LANES = 4

/**
 * Results of a job for every input, in their order, four at a time.
 *
 * @throws whatever a job throws; no further job begins then.
 */
export async function inLanes<I, O>(inputs: readonly I[], job: (input: I, index: number) => Promise<O>): Promise<O[]> {
  const results: O[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < inputs.length) {
      const index = next++
      results[index] = await job(inputs[index], index).catch((error: unknown) => {
        next = inputs.length
        throw error
      })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return results
}

/** Observers of so many steps of equal length that run side by side, told of as one in per cent; each call gives that of one more step. */
export function sharedObserver(observer: Observer | undefined, steps: number): () => Observer | undefined {
  if (observer === undefined) return () => undefined
  const parts: number[] = []
  return () => {
    const index = parts.push(0) - 1
    return {
      progress(done, total) {
        parts[index] = done / total
        const share = parts.reduce((sum, part) => sum + part, 0) / steps
        observer.progress(Math.round(100 * share), 100)
      },
    }
  }
}
