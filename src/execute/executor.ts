/** Told how far a `map` has come; called with the number of finished inputs and their total. */
export interface Observer {
  progress(done: number, total: number): void
}

/** A pure function of a structured-cloneable input; runs in this thread or in a worker alike. */
export type Task = (input: never) => unknown

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
      const run = tasks[task] as ((input: I) => O) | undefined
      if (run === undefined) throw new Error(`Unknown task ${task}.`)
      const results: O[] = []
      for (const input of inputs) {
        results.push(run(input))
        observer?.progress(results.length, inputs.length)
      }
      return results
    },
  }
}
