import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { cutModel, holdoutLength, seasonalLag } from '../../fit/holdout/cut-model.js'
import type { Holdout, HoldoutPrediction, HoldoutResult } from '../../fit/holdout/holdout.js'
import { createOutcome, type Outcome } from '../counterfactual/outcome.js'
import { predictAhead } from '../forecast/predict-ahead.js'
import { quickFit, quickSettings, withoutMedia } from './quick-refit.js'
import { returnsWithout } from './returns-without.js'
import { scorePoints, scorePrediction } from './score-prediction.js'

export interface HoldOutOptions {
  readonly executor: Executor
  readonly observer?: Observer | undefined
}

/**
 * Holds out the last quarter (the last year of annual data): refits the model quickly without it, predicts its KPI from the media and controls
 * that it had, and compares that with the model without media, with the same season a year earlier, and with what was observed.
 *
 * Least squares refits by least squares, every other method by regression with few draws. Depends on the model and its seed alone, not on the
 * executor.
 *
 * @param fitted the model of all periods with its draws, `createOutcome(model, draws)` or `outcomeOf(fit)`.
 * @returns a hold-out, or the reason why too little is left to fit.
 * @example joinFit({ model, result, holdout: await holdOut(createOutcome(model, result.draws), { executor }) })
 */
export async function holdOut(fitted: Outcome, { executor, observer }: HoldOutOptions): Promise<HoldoutResult> {
  const { model } = fitted
  const { cut, reason } = cutModel(model, quickSettings(model.spec.fit))
  if (cut === null) return { holdout: null, reason }
  try {
    const [first, second] = halves(observer)
    const bare = withoutMedia(cut)
    const refit = await quickFit(cut, executor, first)
    const refitBare = await quickFit(bare, executor, second)
    return { holdout: holdoutOf(fitted, createOutcome(cut, refit), createOutcome(bare, refitBare)), reason: null }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { holdout: null, reason: `Without the held-out periods the model can’t be fitted: ${error.message}` }
  }
}

/** Observers of two steps of equal length. */
function halves(observer: Observer | undefined): [Observer | undefined, Observer | undefined] {
  if (observer === undefined) return [undefined, undefined]
  const part = (offset: number): Observer => ({
    progress: (done, total) => observer.progress(offset * total + done, 2 * total),
  })
  return [part(0), part(1)]
}

function holdoutOf(fitted: Outcome, cut: Outcome, bare: Outcome): Holdout {
  const { model } = fitted
  const { dataset } = model
  const length = holdoutLength(dataset.period)
  const rest = model.periods - length
  const lag = seasonalLag(dataset.period)
  const observed = model.kpi.slice(rest)
  const ran = model.channels.map(({ media }) => media.slice(media.length - length))
  const periods = dataset.periods.slice(dataset.windowEnd - length, dataset.windowEnd)
  return {
    from: periods[0],
    to: periods[length - 1],
    periods,
    fittedPeriods: rest,
    draws: cut.draws.count,
    observed: Array.from(observed),
    model: predicted(cut, ran, observed),
    withoutMedia: predicted(bare, [], observed),
    seasonalNaive: scorePoints(model.kpi.slice(rest - lag, rest - lag + length), observed),
    returns: returnsWithout(fitted, cut.draws),
  }
}

/** The held-out periods as a model of the earlier ones predicts them under these media. */
function predicted(earlier: Outcome, media: readonly Float64Array[], observed: Float64Array): HoldoutPrediction {
  return scorePrediction(predictAhead(earlier, { periods: observed.length, media }), observed)
}
