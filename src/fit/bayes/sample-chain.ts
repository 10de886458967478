import type { Report } from '../../execute/executor.js'
import { runChain, type ChainProgress } from '../../inference/sample/chain.js'
import type { Density } from '../../model/density/density.js'
import { mean } from '../../numeric/stats/summary.js'
import { startPoint } from '../start-point.js'
import { posteriorRows, type PosteriorRows } from './posterior-rows.js'
import type { ChainState } from './sampler-state.js'
import { warmChain, type WarmStart } from './warm-start.js'

/** What one chain is asked for. */
export interface ChainInput {
  /** Number of the chain, from 0; with the seed it fixes every random number. */
  readonly chain: number
  readonly warmup: number
  readonly draws: number
  /** What it begins with. @defaultValue a draw from the priors, and nothing learned */
  readonly from?: WarmStart
}

/** One chain: its draws in the layout of the model, and how it went. */
export interface ChainOutput extends PosteriorRows {
  /** One a draw. */
  readonly energy: Float64Array
  readonly stepSize: number
  /** Divergent draws, and the points (at most 100) from which they diverged. */
  readonly divergences: number
  readonly divergedFrom: readonly Float64Array[]
  readonly saturatedTrees: number
  /** Mean acceptance over the draws. */
  readonly acceptance: number
  /** Warm-up included. */
  readonly gradients: number
  /** Where it ended; absent of a chain that was stopped. */
  readonly state?: ChainState
}

/** What a chain says of itself while it runs; `points` are the unconstrained draws since the last report. */
export type ChainReport = ChainProgress

/** Acceptance that step sizes aim at: shorter steps than the sampler's own default diverge less where noise or trend all but vanish. */
const TARGET = 0.9

/** Samples one chain of a model's posterior. */
export function sampleChain(density: Density, { chain, warmup, draws, from }: ChainInput, report: Report): ChainOutput {
  const { seed } = density.model.spec.fit
  const begin =
    from === undefined
      ? { start: startPoint(density, { seed, start: chain, central: false }) }
      : warmChain(density, from, { seed, chain })
  const result = runChain(density, { warmup, draws, seed, chain, targetAcceptance: TARGET, ...begin }, (progress) =>
    report(progress),
  )
  return {
    ...posteriorRows(density, result.points, { seed, chain, from: 0 }),
    energy: result.energy,
    stepSize: result.stepSize,
    divergences: result.divergent.reduce((count, flag) => count + flag, 0),
    divergedFrom: result.divergences,
    saturatedTrees: result.saturatedTrees,
    acceptance: mean(result.acceptance),
    gradients: result.warmupGradients + result.gradients,
    state: {
      point: result.points.slice(-density.dimension),
      variances: result.metric,
      covariance: result.covariance,
    },
  }
}
