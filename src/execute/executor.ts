/** Told how far a `map` has come; called with the number of finished inputs and their total. */
export interface Observer {
  progress(done: number, total: number): void
  /** What the task of input `index` says while it runs: structured-cloneable, in order; must not influence results. */
  report?(index: number, message: unknown): void
}

/** Tells an observer how a long task goes. */
export type Report = (message: unknown) => void

/** A pure function of a structured-cloneable input; runs in this thread or in a worker alike. */
export type Task = (input: never, report: Report) => unknown

/** Tasks by name: the same table is known to the inline executor and to every worker. */
export type TaskTable = Readonly<Record<string, Task>>

/**
 * Runs one named task over many inputs and returns the results in input order, whatever the number of workers.
 *
 * Inputs and outputs are structured-cloneable. A task that throws rejects the whole map with its error.
 */
export interface Executor {
  map<I, O>(task: string, inputs: readonly I[], observer?: Observer): Promise<O[]>
}

/** The executor that runs every task in the calling thread, one input after the other. */
export function inlineExecutor(tasks: TaskTable): Executor {
  return {
    async map<I, O>(task: string, inputs: readonly I[], observer?: Observer): Promise<O[]> {
      const run = tasks[task] as ((input: I, report: Report) => O) | undefined
      if (run === undefined) throw new Error(`Unknown task ${task}.`)
      const results: O[] = []
      for (const [index, input] of inputs.entries()) {
        results.push(run(input, (message) => observer?.report?.(index, message)))
        observer?.progress(results.length, inputs.length)
      }
      return results
    },
  }
}
