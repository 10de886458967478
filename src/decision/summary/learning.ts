import type { EffectSensitivity } from '../../fit/bayes/effect-sensitivity.js'
import type { ChannelLearning, LearningVerdict } from '../posterior-results.js'
import type { FitAnalysis } from './fit-analysis.js'
import { interval } from '../../model/identify/prior-beliefs.js'
import { drawMediaPriors, examinedModel, type MediaDraws } from '../../model/identify/prior-draws.js'
import { sum } from '../../numeric/stats/summary.js'
import { wholeWindow } from '../counterfactual/outcome.js'
import { channelTotals } from '../counterfactual/totals.js'
import { compareDensities } from './learning-densities.js'
import { contraction, isPriorDriven } from './prior-driven.js'

/** Draws from the priors that `priorBeliefs` takes as well. */
const PRIOR_DRAWS = 1000

/**
 * Prior against posterior of every channel: how far the data narrowed it, how much of it is still where the prior was, and which of the two
 * it hangs on.
 *
 * @returns nothing where no prior is in use.
 * @example learningOf(analyseFit(fit)).filter(({ verdict }) => verdict === 'prior')
 */
export function learningOf(analysis: FitAnalysis): ChannelLearning[] {
  const { outcome, priorBeliefs, fit } = analysis
  if (priorBeliefs === null) return []
  const model = examinedModel(outcome.model)
  const isWhole = model.periods === outcome.model.periods
  const drawn = drawMediaPriors(model, { draws: PRIOR_DRAWS, seed: fit.fingerprint.seed })
  return outcome.model.channels.map(({ name }, c) => {
    const roas = isWhole ? roasDraws(analysis, c) : null
    const prior = drawn[c]
    const shares = shareDraws(analysis, c)
    const before = roas === null || prior.value === null ? prior.share : priorRoas(prior)
    const after = roas === null || prior.value === null ? shares : roas
    const sensitivity = fit.diagnostics.sampler?.sensitivities?.find(({ channel }) => channel === name) ?? null
    const share = interval(prior.share)
    const densities = compareDensities(before, after)
    const judged = { prior: interval(before), posterior: interval(after), contraction: contraction(shares, share) }
    return {
      channel: name,
      quantity: before === prior.share ? 'share' : 'roas',
      ...judged,
      overlap: densities.overlap,
      priorSensitivity: sensitivity?.prior ?? null,
      likelihoodSensitivity: sensitivity?.likelihood ?? null,
      verdict: verdictOf({ ...judged, priorDriven: isPriorDriven(shares, share), sensitivity }),
      densities,
    }
  })
}

interface Judged extends Pick<ChannelLearning, 'contraction' | 'prior' | 'posterior'> {
  readonly priorDriven: boolean
  readonly sensitivity: EffectSensitivity | null
}

/** Contraction below which a prior that alone moves the effect decides it. */
const HALF = 0.5

/**
 * `prior`: the data hardly narrowed the effect, or cut less than half of its variance while only the prior moves it. `data`: the prior moves it
 * no more. `conflict`: the prior moves it, and the data put its median where the prior has less than a tenth of its mass. `both`: the rest.
 *
 * Sensitivity to prior and data alone would call every compromise a conflict, however near the two lie.
 */
function verdictOf({ contraction: narrowed, prior, posterior, priorDriven, sensitivity }: Judged): LearningVerdict {
  const reading = sensitivity?.reading ?? null
  if (reading === null) return priorDriven ? 'prior' : 'data'
  const isApart = posterior.median < prior.q05 || posterior.median > prior.q95
  if (reading !== 'agreement' && isApart) return 'conflict'
  if (priorDriven || (reading === 'strong-prior-or-weak-likelihood' && narrowed < HALF)) return 'prior'
  return reading === 'agreement' ? 'data' : 'both'
}

function priorRoas({ value, spend }: MediaDraws): Float64Array {
  return (value as Float64Array).map((money) => money / spend)
}

/** ROAS of all spend in the fit window, a value a draw; null where it has none. */
function roasDraws({ outcome, window, channels }: FitAnalysis, c: number): Float64Array | null {
  const whole = wholeWindow(outcome.model)
  const { contribution } = channels[c]
  const isWhole = window.from === whole.from && window.to === whole.to
  const { spend, incrementalValue } = isWhole ? channels[c].totals : channelTotals(outcome, c, whole, contribution)
  return spend === null || incrementalValue === null || !(spend > 0) ? null : incrementalValue.map((x) => x / spend)
}

/** Contribution over the fit window as a share of the observed KPI, a value a draw. */
function shareDraws({ outcome, channels }: FitAnalysis, c: number): Float64Array {
  const { periods, kpi } = outcome.model
  const total = sum(kpi)
  const { contribution } = channels[c]
  return Float64Array.from(
    { length: outcome.draws.count },
    (_, d) => sum(contribution.subarray(d * periods, (d + 1) * periods)) / total,
  )
}
