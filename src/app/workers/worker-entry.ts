import { batchRunner } from './batch.js'
import { engineTasks } from './engine-tasks.js'

/** What every worker thread runs. */
export const runBatch = batchRunner(engineTasks)
