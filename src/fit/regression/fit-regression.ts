import type { Executor, Observer } from '../../execute/executor.js'
import type { Model } from '../../model/design/model.js'
import { Density } from '../../model/density/density.js'
import { choleskyInto, choleskyInverseInto } from '../../numeric/linalg/cholesky.js'
import type { Diagnostics, Draws } from '../fit.js'
import { negativeHessian } from './curvature.js'
import { flatDirections } from './flat-directions.js'
import { approximateHyper } from './hyper-approximation.js'
import type { ReplicateOutput } from './replicates.js'
import type { StartResult } from './starts.js'
import type { RegressionJob, ReplicateJob, StartJob } from './tasks.js'

/** Replicates in one task: small enough to share the work evenly, large enough to hide the cost of building the model. */
const CHUNK = 20
export const DEFAULT_REPLICATES = 400

export interface RegressionOptions {
  readonly executor: Executor
  readonly observer?: Observer
}

/** What a method returns; the caller joins it to fingerprint, findings and timing to make a `Fit`. */
export interface RegressionResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly gradients: number
}

/**
 * Penalised maximum likelihood of media, noise and baseline parameters together, with approximate posterior draws by randomised penalised
 * likelihood.
 *
 * The best of `spec.fit.starts` local maxima is kept and their spread reported. Results depend on the seed, not on the executor.
 *
 * @example await fitRegression(buildModel(spec, dataset), { executor: inlineExecutor(regressionTasks) })
 */
export async function fitRegression(
  model: Model,
  { executor, observer }: RegressionOptions,
): Promise<RegressionResult> {
  const { spec } = model
  const job: RegressionJob = { spec, dataset: model.dataset, frozen: model.frozen }
  const starts = await executor.map<StartJob, StartResult>(
    'regression.start',
    Array.from({ length: spec.fit.starts }, (_, start) => ({ ...job, start })),
  )
  const ranked = [...starts].sort((a, b) => b.logDensity - a.logDensity)
  const mode = ranked[0].theta
  const density = new Density(model)
  const hessian = negativeHessian(density, mode)
  const hyper = approximateHyper(density, inverse(hessian, density.dimension))
  const count = spec.fit.draws ?? DEFAULT_REPLICATES
  const jobs: ReplicateJob[] = []
  for (let from = 0; from < count; from += CHUNK) {
    jobs.push({ ...job, replicates: { seed: spec.fit.seed, from, to: Math.min(count, from + CHUNK), mode, hyper } })
  }
  const outputs = await executor.map<ReplicateJob, ReplicateOutput>('regression.replicates', jobs, observer)
  const gradients = [...starts, ...outputs].reduce((sum, part) => sum + part.gradients, density.gradients)
  const unconverged = outputs.reduce((sum, output) => sum + output.unconverged, 0)
  return {
    draws: joinDraws(model, outputs, count),
    diagnostics: diagnose({ ranked, unconverged, count, flat: flatDirections(density, hessian) }),
    gradients,
  }
}

function joinDraws(model: Model, outputs: readonly ReplicateOutput[], count: number): Draws {
  const { names } = model.layout
  const values = new Float64Array(count * names.length)
  let at = 0
  for (const { draws } of outputs) {
    values.set(draws, at)
    at += draws.length
  }
  return { names, count, chains: 1, values }
}

interface DiagnosisInput {
  readonly ranked: readonly StartResult[]
  readonly unconverged: number
  readonly count: number
  readonly flat: readonly string[]
}

/** Log-density difference below which two starts have found the same maximum. */
const SAME_OPTIMUM = 0.01
/** A worse local maximum within this of the best is a rival explanation of the data. */
const RIVAL = 2

function diagnose({ ranked, unconverged, count, flat }: DiagnosisInput): Diagnostics {
  const best = ranked[0]
  const advice: string[] = []
  const found = ranked.filter((start) => best.logDensity - start.logDensity < SAME_OPTIMUM).length
  const rivals = ranked.filter((start) => {
    const gap = best.logDensity - start.logDensity
    return gap >= SAME_OPTIMUM && gap < RIVAL
  }).length
  if (best.status === 'max-steps')
    advice.push('The best start ran out of steps: raise `fit.starts`, or simplify the model.')
  if (ranked.length > 2 && found === 1) {
    advice.push(
      `Only one of ${ranked.length} starts found the best optimum: raise \`fit.starts\` and see whether results move.`,
    )
  }
  if (rivals > 0) {
    advice.push(
      `${rivals} of ${ranked.length} starts ended at another optimum that fits nearly as well: the data allow more than one explanation.`,
    )
  }
  if (unconverged > 0.05 * count) {
    advice.push(
      `${unconverged} of ${count} replicates did not converge and were kept where they stopped: intervals may be off.`,
    )
  }
  const passed = best.status !== 'max-steps' && unconverged <= 0.05 * count
  return {
    passed,
    advice,
    chains: null,
    draws: count,
    divergences: null,
    rhatMax: null,
    essBulkMin: null,
    essTailMin: null,
    ebfmiMin: null,
    starts: ranked.map(({ logDensity, status, gradients }) => ({ logDensity, status, gradients })),
    flat,
    unconverged,
  }
}

function inverse(matrix: Float64Array, n: number): Float64Array | null {
  const factor = matrix.slice()
  if (!choleskyInto(factor, n)) return null
  const out = new Float64Array(n * n)
  choleskyInverseInto(factor, n, out)
  return out
}
