import type { TaskTable } from '../../src/execute/executor.js'

export const executorTasks: TaskTable
