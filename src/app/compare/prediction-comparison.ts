import { formatNumber } from '../../decision/words/format.js'
import type { Fit } from '../../fit/fit.js'
import type { Holdout } from '../../fit/holdout/holdout.js'
import { elpdDifference } from '../../inference/diagnose/leave-one-out.js'
import { standardDeviation } from '../../numeric/stats/summary.js'

/** A score of two fits on the same periods. */
export interface ScoreComparison {
  readonly before: number
  readonly after: number
  /** after - before. */
  readonly difference: number
  /** Standard error of the difference, between periods; null where the fits keep no score by period. */
  readonly se: number | null
}

/** Which of two fits of the same KPI predicts it better. */
export interface PredictionComparison {
  /** Continuous ranked probability score of the same held-out periods, KPI units: the less, the better; null without such. */
  readonly holdout: (ScoreComparison & { readonly from: string; readonly to: string }) | null
  /** Leave-one-out elpd of the same periods: the more, the better; null unless both are by bayes and of the same periods and KPI. */
  readonly leaveOneOut: (ScoreComparison & { readonly reliable: boolean }) | null
  /** The fit that predicts better, and which score tells it: the hold-out, or where it can't, leave-one-out. */
  readonly better: 'before' | 'after' | null
  readonly by: 'holdout' | 'leave-one-out' | null
  readonly sentence: string
}

/** Standard errors beyond which a difference tells two models apart. */
const CLEAR = 2
/** A difference in elpd below which models are alike whatever its standard error. Source: Sivula et al. (2020). */
const SMALL_ELPD = 4
/** Relative difference of hold-out scores below which models are alike; and, where there is no standard error, from which they aren't. */
const SMALL_RATIO = 0.02
const CLEAR_RATIO = 0.1

/**
 * Compares how two fits predict: by the hold-out first, which leaves the future out, then by leave-one-out, which fills gaps in.
 *
 * @returns null where the fits have no held-out periods and no window in common, or differ in the KPI there.
 */
export function comparePredictions(before: Fit, after: Fit): PredictionComparison | null {
  const holdout = compareHoldouts(before.holdout?.holdout ?? null, after.holdout?.holdout ?? null)
  const leaveOneOut = compareLeaveOneOut(before, after)
  if (holdout === null && leaveOneOut === null) return null
  const first = holdout === null ? null : betterHoldout(holdout)
  const second = leaveOneOut === null ? null : betterGaps(leaveOneOut)
  const by = first !== null ? 'holdout' : second !== null ? 'leave-one-out' : null
  const found = { holdout, leaveOneOut, better: first ?? second, by } as const
  return { ...found, sentence: sentenceOf(found) }
}

function compareHoldouts(before: Holdout | null, after: Holdout | null): PredictionComparison['holdout'] {
  if (before === null || after === null || !equal(before.periods, after.periods)) return null
  if (!equal(before.observed, after.observed)) return null
  const [old, now] = [before.model, after.model]
  return {
    from: before.from,
    to: before.to,
    before: old.crps,
    after: now.crps,
    difference: now.crps - old.crps,
    se: meanError(old.crpsByPeriod, now.crpsByPeriod),
  }
}

function meanError(old: readonly number[] | undefined, now: readonly number[] | undefined): number | null {
  if (old === undefined || now === undefined || old.length < 2) return null
  const differences = Float64Array.from(now, (score, t) => score - old[t])
  return standardDeviation(differences) / Math.sqrt(differences.length)
}

function compareLeaveOneOut(before: Fit, after: Fit): PredictionComparison['leaveOneOut'] {
  const [old, now] = [before.leaveOneOut, after.leaveOneOut]
  if (old === undefined || now === undefined) return null
  if (!equal(windowPeriods(before), windowPeriods(after)) || !equal(windowKpi(before), windowKpi(after))) return null
  const { difference, se } = elpdDifference(Float64Array.from(now.pointwise), Float64Array.from(old.pointwise))
  return { before: old.elpd, after: now.elpd, difference, se, reliable: old.unreliable + now.unreliable === 0 }
}

function windowPeriods({ dataset }: Fit): readonly string[] {
  return dataset.periods.slice(dataset.windowStart, dataset.windowEnd)
}

function windowKpi({ dataset, spec }: Fit): readonly number[] {
  return Array.from(dataset.columns.get(spec.kpi.column)?.slice(dataset.windowStart, dataset.windowEnd) ?? [])
}

function equal(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i])
}

function betterHoldout({ before, after, difference, se }: ScoreComparison): 'before' | 'after' | null {
  const ratio = se === null ? CLEAR_RATIO : SMALL_RATIO
  const clear = Math.abs(difference) > Math.max(ratio * Math.min(before, after), CLEAR * (se ?? 0))
  return clear ? (difference < 0 ? 'after' : 'before') : null
}

function betterGaps({ difference, se }: ScoreComparison): 'before' | 'after' | null {
  const clear = Math.abs(difference) > Math.max(SMALL_ELPD, CLEAR * (se ?? 0))
  return clear ? (difference > 0 ? 'after' : 'before') : null
}

function sentenceOf({ holdout, leaveOneOut, better, by }: Omit<PredictionComparison, 'sentence'>): string {
  const fit = better === 'after' ? 'later' : 'earlier'
  const gaps =
    leaveOneOut === null || betterGaps(leaveOneOut) === null
      ? ''
      : ` Leave-one-out, which fills gaps in and forecasts nothing, ${betterGaps(leaveOneOut) === better ? 'agrees' : 'says the opposite, and does not count against it'}.`
  if (by === 'holdout' && holdout !== null) {
    const share = Math.abs(holdout.difference) / Math.max(holdout.before, holdout.after)
    return `The ${fit} fit predicts better: its score of ${holdout.from} to ${holdout.to}, which its refit had not seen, is ${formatNumber(100 * share, { digits: 2 })} % lower.${gaps}`
  }
  const alike =
    holdout === null
      ? 'There is no hold-out of the same periods that could rank the models'
      : 'The hold-out can’t tell which predicts better'
  if (by === 'leave-one-out') {
    return `${alike}; leave-one-out prefers the ${fit} fit, but it fills gaps in from both sides and forecasts nothing.`
  }
  return leaveOneOut === null ? `${alike}.` : `${alike}, and leave-one-out can’t tell them apart.`
}
