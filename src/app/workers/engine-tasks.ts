import type { TaskTable } from '../../execute/executor.js'
import { bayesTasks } from '../../fit/bayes/tasks.js'
import { regressionTasks } from '../../fit/regression/tasks.js'

/** Every task of the engine, by name: the same table in this thread and in every worker. */
export const engineTasks: TaskTable = { ...regressionTasks, ...bayesTasks }
