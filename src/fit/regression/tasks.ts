import type { Dataset } from '../../data/table/dataset.js'
import type { TaskTable } from '../../execute/executor.js'
import { buildModel } from '../../model/design/build-model.js'
import { Density } from '../../model/density/density.js'
import type { Spec } from '../../model/spec/spec.js'
import { runMoves, type MoveInput, type MoveOutput } from './moves.js'
import { runReplicates, type ReplicateInput, type ReplicateOutput } from './replicates.js'
import { findMode, type StartResult } from './starts.js'

/** What a worker needs to build the same density, and its share of the work. */
export interface RegressionJob<T> {
  readonly spec: Spec
  readonly dataset: Dataset
  readonly frozen: Readonly<Record<string, number>>
  readonly input: T
}

/** The work of a regression fit that runs in parallel, by name. */
export const regressionTasks: TaskTable = {
  'regression.start': (job: RegressionJob<number>): StartResult =>
    findMode(densityOf(job), job.spec.fit.seed, job.input),
  'regression.replicates': (job: RegressionJob<ReplicateInput>): ReplicateOutput =>
    runReplicates(densityOf(job), job.input),
  'regression.moves': (job: RegressionJob<MoveInput>): MoveOutput => runMoves(densityOf(job), job.input),
}

function densityOf({ spec, dataset, frozen }: RegressionJob<unknown>): Density {
  return new Density(buildModel(spec, dataset, frozen))
}
