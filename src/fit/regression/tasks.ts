import type { TaskTable } from '../../execute/executor.js'
import { densityOf, type ModelJob } from '../model-job.js'
import { runMoves, type MoveInput, type MoveOutput } from './moves.js'
import { runReplicates, type ReplicateInput, type ReplicateOutput } from './replicates.js'
import { findMode, type StartResult } from './starts.js'

/** The work of a regression fit that runs in parallel, by name. */
export const regressionTasks: TaskTable = {
  'regression.start': (job: ModelJob<number>): StartResult => findMode(densityOf(job), job.spec.fit.seed, job.input),
  'regression.replicates': (job: ModelJob<ReplicateInput>): ReplicateOutput => runReplicates(densityOf(job), job.input),
  'regression.moves': (job: ModelJob<MoveInput>): MoveOutput => runMoves(densityOf(job), job.input),
}
