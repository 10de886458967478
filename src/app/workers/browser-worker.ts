import { expose } from 'comlink'
import type { BatchOutcome } from './batch.js'
import { describeFailure, namedTask } from './batch.js'
import { engineTasks } from './engine-tasks.js'

/** What every web worker runs: one input of a named task; never throws. Reports go out as they come, nobody waits for them. */
expose({
  run(task: string, input: unknown, report: (message: unknown) => unknown): BatchOutcome {
    try {
      return { results: [namedTask(engineTasks, task)(input, (message) => void report(message))] }
    } catch (error) {
      return { failure: describeFailure(error) }
    }
  },
})
