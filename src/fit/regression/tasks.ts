import type { Dataset } from '../../data/table/dataset.js'
import type { TaskTable } from '../../execute/executor.js'
import { buildModel } from '../../model/design/build-model.js'
import { Density } from '../../model/density/density.js'
import type { Spec } from '../../model/spec/spec.js'
import { runReplicates, type ReplicateInput, type ReplicateOutput } from './replicates.js'
import { findMode, type StartResult } from './starts.js'

/** What a worker needs to build the same density. */
export interface RegressionJob {
  readonly spec: Spec
  readonly dataset: Dataset
  readonly frozen: Readonly<Record<string, number>>
}

export interface StartJob extends RegressionJob {
  readonly start: number
}

export interface ReplicateJob extends RegressionJob {
  readonly replicates: ReplicateInput
}

/** The work of a regression fit that runs in parallel, by name. */
export const regressionTasks: TaskTable = {
  'regression.start': (job: StartJob): StartResult => findMode(densityOf(job), job.spec.fit.seed, job.start),
  'regression.replicates': (job: ReplicateJob): ReplicateOutput => runReplicates(densityOf(job), job.replicates),
}

function densityOf({ spec, dataset, frozen }: RegressionJob): Density {
  return new Density(buildModel(spec, dataset, frozen))
}
