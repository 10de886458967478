import type { Report, TaskTable } from '../../execute/executor.js'
import { densityOf, type ModelJob } from '../model-job.js'
import { sampleChain, type ChainInput, type ChainOutput } from './sample-chain.js'

/** The work of a Bayesian fit that runs in parallel, by name. */
export const bayesTasks: TaskTable = {
  'bayes.chain': (job: ModelJob<ChainInput>, report: Report): ChainOutput =>
    sampleChain(densityOf(job), job.input, report),
}
