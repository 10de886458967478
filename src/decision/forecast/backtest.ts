import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { inLanes, sharedObserver } from '../../execute/lanes.js'
import { cutModel, seasonalLag } from '../../fit/holdout/cut-model.js'
import type { Model } from '../../model/design/model.js'
import { mixtureCrps, mixtureQuantile } from '../../numeric/stats/normal-mixture.js'
import { mean } from '../../numeric/stats/summary.js'
import { createOutcome, type Outcome } from '../counterfactual/outcome.js'
import { quickFit, quickSettings, withoutMedia } from '../holdout/quick-refit.js'
import { periodMixtures } from '../holdout/score-prediction.js'
import { backtestSpans, leftOut } from './backtest-spans.js'
import { predictAhead } from './predict-ahead.js'

/** How well a model predicts periods that it has not seen, from several origins; `validate --backtest --json` prints it. */
export interface Backtest {
  readonly format: 'mixwright.backtest/1'
  readonly period: string
  readonly kpiKind: 'revenue' | 'units'
  readonly currency: string
  /** Periods ahead that the verdict is about: a quarter, or a year of annual data. */
  readonly verdictPeriods: number
  /** Where the refits end, the earliest first. */
  readonly origins: readonly BacktestOrigin[]
  /** Why an origin was left out, a sentence each. */
  readonly skipped: readonly string[]
  /** By how far ahead the periods lie. */
  readonly horizons: readonly BacktestHorizon[]
  /** Everything up to the verdict's length ahead. */
  readonly verdict: BacktestHorizon & {
    /** Whether the model's error (RMSE) is the smaller one. */
    readonly beatsSeasonalNaive: boolean
    readonly beatsWithoutMedia: boolean
  }
}

/** One origin: the last period that the refit has seen, and what it predicted. */
export interface BacktestOrigin {
  readonly lastFitted: string
  readonly fittedPeriods: number
  readonly periods: readonly string[]
  /** KPI units, one entry a predicted period; so are all that follow. */
  readonly observed: readonly number[]
  readonly model: BacktestPrediction
  /** The same model without any channel, fitted to the same periods. */
  readonly withoutMedia: BacktestPrediction
  /** The same period of the last year that was known. */
  readonly seasonalNaive: { readonly mean: readonly number[] }
}

/** A prediction with its band of nine in ten cases, noise included, and its score in every period. */
export interface BacktestPrediction {
  readonly mean: readonly number[]
  readonly q05: readonly number[]
  readonly q95: readonly number[]
  readonly crps: readonly number[]
}

/** Errors of the periods that lie `from` to `to` ahead, over all origins. */
export interface BacktestHorizon {
  readonly from: number
  readonly to: number
  /** How many predictions were judged. */
  readonly predictions: number
  readonly model: BacktestScore
  readonly withoutMedia: BacktestScore
  readonly seasonalNaive: BacktestScore
}

export interface BacktestScore {
  /** Root mean squared error, KPI units. */
  readonly rmse: number
  /** Mean absolute error relative to what was observed; null where that is 0 somewhere. */
  readonly mape: number | null
  /** Mean continuous ranked probability score, KPI units; the mean absolute error of a prediction without a band. */
  readonly crps: number
  /** Share of the periods inside the band of nine in ten; null without a band. */
  readonly coverage: number | null
}

export interface BacktestOptions {
  readonly executor: Executor
  readonly observer?: Observer
}

/**
 * Refits a model at rolling origins, each time without what came after, and judges its predictions of the periods that followed against what was
 * observed, against the same season a year earlier, and against the model without media.
 *
 * Media, controls and calendar of the predicted periods are given, as in a forecast under a known plan. Refits are quick (regression with few
 * draws; least squares stays). Results depend on the model and its seed, not on the executor.
 *
 * @throws InputError if no origin leaves enough data to fit.
 * @example (await backtest(model, { executor })).verdict.beatsSeasonalNaive
 */
export async function backtest(model: Model, { executor, observer }: BacktestOptions): Promise<Backtest> {
  const settings = quickSettings(model.spec.fit)
  const cuts = leftOut(model.dataset.period, model.periods).map((length) => cutModel(model, settings, length))
  const models = cuts.flatMap(({ cut }) => (cut === null ? [] : [cut])).reverse()
  const skipped = cuts.flatMap(({ reason }) => (reason === null ? [] : [reason])).reverse()
  if (models.length === 0) throw new InputError(skipped.at(-1) ?? 'A backtest needs more than a quarter of data.')
  const watch = sharedObserver(observer, 2 * models.length)
  const fits = await inLanes(models, async (cut) => {
    const bare = withoutMedia(cut)
    const full = createOutcome(cut, await quickFit(cut, executor, watch()))
    return { full, bare: createOutcome(bare, await quickFit(bare, executor, watch())) }
  })
  const origins = fits.map(({ full, bare }) => originOf(model, full, bare))
  const { bands, verdict } = backtestSpans(model.dataset.period)
  const overall = horizonOf(origins, [1, verdict]) as BacktestHorizon
  return {
    format: 'mixwright.backtest/1',
    period: model.dataset.period,
    kpiKind: model.spec.kpi.kind,
    currency: model.spec.currency,
    verdictPeriods: verdict,
    origins,
    skipped,
    horizons: bands.flatMap((band) => horizonOf(origins, band) ?? []),
    verdict: {
      ...overall,
      beatsSeasonalNaive: overall.model.rmse < overall.seasonalNaive.rmse,
      beatsWithoutMedia: overall.model.rmse < overall.withoutMedia.rmse,
    },
  }
}

function originOf(model: Model, full: Outcome, bare: Outcome): BacktestOrigin {
  const { dataset } = model
  const from = full.model.periods
  const { bands } = backtestSpans(dataset.period)
  const length = Math.min(model.periods - from, bands[bands.length - 1][1])
  const observed = model.kpi.slice(from, from + length)
  const media = model.channels.map((channel) =>
    channel.media.slice(model.history + from, model.history + from + length),
  )
  const label = (t: number): string => dataset.periods[dataset.windowStart + t]
  return {
    lastFitted: label(from - 1),
    fittedPeriods: from,
    periods: Array.from(observed, (_, h) => label(from + h)),
    observed: Array.from(observed),
    model: predictionOf(full, media, observed),
    withoutMedia: predictionOf(bare, [], observed),
    seasonalNaive: { mean: naive(model, from, length) },
  }
}

function predictionOf(outcome: Outcome, media: readonly Float64Array[], observed: Float64Array): BacktestPrediction {
  const mixtures = periodMixtures(predictAhead(outcome, { periods: observed.length, media }))
  return {
    mean: mixtures.map(({ means }) => mean(means)),
    q05: mixtures.map((mixture) => mixtureQuantile(mixture, 0.05)),
    q95: mixtures.map((mixture) => mixtureQuantile(mixture, 0.95)),
    crps: mixtures.map((mixture, h) => mixtureCrps(mixture, observed[h])),
  }
}

/** The KPI of the same season in the last year before an origin. */
function naive({ kpi, dataset }: Model, from: number, length: number): number[] {
  const lag = seasonalLag(dataset.period)
  return Array.from({ length }, (_, h) => kpi[from + h - lag * Math.ceil((h + 1) / lag)])
}

/** Scores of the periods of a band; null where no origin reaches that far. */
function horizonOf(origins: readonly BacktestOrigin[], [from, to]: readonly [number, number]): BacktestHorizon | null {
  const part = <T>(values: readonly T[]): readonly T[] => values.slice(from - 1, to)
  const observed = origins.flatMap((origin) => part(origin.observed))
  if (observed.length === 0) return null
  const banded = (of: (origin: BacktestOrigin) => BacktestPrediction): BacktestScore =>
    bandedScore(
      observed,
      origins.map((origin) => {
        const { mean: means, q05, q95, crps } = of(origin)
        return { mean: part(means), q05: part(q05), q95: part(q95), crps: part(crps) }
      }),
    )
  const points = origins.flatMap((origin) => part(origin.seasonalNaive.mean))
  return {
    from,
    to,
    predictions: observed.length,
    model: banded((origin) => origin.model),
    withoutMedia: banded((origin) => origin.withoutMedia),
    seasonalNaive: {
      ...pointScore(observed, points),
      crps: mean(Float64Array.from(points, (x, i) => Math.abs(x - observed[i]))),
      coverage: null,
    },
  }
}

function bandedScore(observed: readonly number[], parts: readonly BacktestPrediction[]): BacktestScore {
  const all = (pick: (part: BacktestPrediction) => readonly number[]): number[] => parts.flatMap(pick)
  const low = all(({ q05 }) => q05)
  const high = all(({ q95 }) => q95)
  const inside = observed.filter((kpi, i) => kpi >= low[i] && kpi <= high[i]).length
  return {
    ...pointScore(
      observed,
      all((part) => part.mean),
    ),
    crps: mean(Float64Array.from(all(({ crps }) => crps))),
    coverage: inside / observed.length,
  }
}

function pointScore(observed: readonly number[], predicted: readonly number[]): Pick<BacktestScore, 'rmse' | 'mape'> {
  const errors = Float64Array.from(observed, (kpi, i) => predicted[i] - kpi)
  return {
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    mape: observed.includes(0) ? null : mean(errors.map((error, i) => Math.abs(error / observed[i]))),
  }
}
