import type { Estimate, Returns } from '../../src/decision/results.js'
import type { Holdout, HoldoutPrediction, HoldoutReturn, HoldoutReturns } from '../../src/fit/holdout/holdout.js'
import { normal, randomFrom, round, scaled, total } from './made-figures.js'

const heldOut = 13

export interface MadeHoldoutInput {
  readonly periods: readonly string[]
  readonly observed: readonly number[]
  readonly fitted: readonly number[]
  /** Standard deviation of the noise, KPI units. */
  readonly noise: number
  readonly valued: boolean
  readonly media: Returns
  readonly channels: readonly (Returns & { readonly name: string })[]
}

/** A plausible hold-out of the last 13 weeks of a made-up market; null where less than a year is before them. */
export function madeHoldout(input: MadeHoldoutInput): Holdout | null {
  const { periods, fitted, noise } = input
  const rest = periods.length - heldOut
  if (rest < 52) return null
  const random = randomFrom(31)
  const observed = input.observed.slice(rest)
  const near = (sd: number, shift: number): number[] =>
    fitted.slice(rest).map((x) => round(x + noise * (shift + sd * normal(random))))
  return {
    from: periods[rest],
    to: periods.at(-1)!,
    periods: periods.slice(rest),
    fittedPeriods: rest,
    draws: 80,
    observed,
    model: banded(near(0.3, 0.2), observed, 1.8 * noise),
    withoutMedia: banded(near(1.2, 0.5), observed, 2.9 * noise),
    seasonalNaive: pointwise(input.observed.slice(rest - 52, periods.length - 52), observed),
    returns: returnsOf(input),
  }
}

function banded(mean: readonly number[], observed: readonly number[], half: number): HoldoutPrediction {
  const inside = observed.filter((kpi, t) => Math.abs(kpi - mean[t]) <= half).length
  const points = pointwise(mean, observed)
  return {
    ...points,
    q05: mean.map((x) => round(x - half)),
    q95: mean.map((x) => round(x + half)),
    crps: round(0.6 * points.rmse),
    coverage: inside / observed.length,
    total: { ...points.total, q05: round(points.total.mean - 5 * half), q95: round(points.total.mean + 5 * half) },
  }
}

function pointwise(mean: readonly number[], observed: readonly number[]): HoldoutPrediction {
  const errors = observed.map((kpi, t) => mean[t] - kpi)
  const error = total(errors)
  const rmse = round(Math.sqrt(total(errors.map((x) => x * x)) / errors.length))
  return {
    mean,
    q05: null,
    q95: null,
    rmse,
    relativeRmse: round((rmse * observed.length) / total(observed)),
    mape: round(total(errors.map((x, t) => Math.abs(x / observed[t]))) / errors.length),
    crps: round(total(errors.map(Math.abs)) / errors.length),
    coverage: null,
    total: {
      observed: total(observed),
      mean: total(mean),
      q05: null,
      q95: null,
      error,
      relativeError: round(error / total(observed)),
    },
  }
}

/** The fourth channel's return moves out of its interval, if there is one. */
function returnsOf({ valued, media, channels }: MadeHoldoutInput): HoldoutReturns {
  return {
    measure: valued ? 'roas' : 'kpi-per-spend',
    channels: channels.flatMap((channel, c) => {
      const all = returnOf(channel)
      return all === null ? [] : [moved(channel.name, all, c === 3 ? 0.12 : 0.9 + 0.05 * c)]
    }),
    media: returnOf(media) === null ? null : moved('media', returnOf(media)!, 0.97),
  }
}

function returnOf({ roas, spend, incrementalKpi }: Returns): Estimate | null {
  return roas ?? (spend === null ? null : scaled(incrementalKpi, 1 / spend))
}

function moved(name: string, all: Estimate, ratio: number): HoldoutReturn {
  const without = scaled(all, ratio)
  return { name, all, without, ratio, moved: without.mean < all.q05 || without.mean > all.q95 }
}
