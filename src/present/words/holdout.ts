import type { Summary } from '../../decision/results.js'
import type { Holdout, HoldoutPrediction, HoldoutReturn } from '../../fit/holdout/holdout.js'
import { formatNumber, formatPercent } from '../../decision/words/format.js'
import { kpiAmount, kpiInterval } from './kpi.js'
import { countText } from './window.js'

/** Errors closer to each other than this are called equal. */
const alike = 0.02

/** What is held out, in words: `2025-09-29 to 2025-12-22, 13 weeks`. */
export function holdoutText({ from, to, periods }: Holdout, { window }: Pick<Summary, 'window'>): string {
  return periods.length === 1 ? from : `${from} to ${to}, ${countText(periods.length, window.period)}`
}

/** The prediction to beat, in words: what seasonal-naive is for data of this period. */
export function seasonalNaiveText({ periods }: Holdout, { window: { period } }: Pick<Summary, 'window'>): string {
  if (period === 'year') return 'the year before'
  const same = period === 'day' ? 'weekday' : period
  return `the same ${same}${periods.length === 1 ? '' : 's'} a year earlier`
}

/** The return whose change is shown: `ROAS`, or KPI for each unit of money. */
export function holdoutMeasure({ returns }: Holdout, { kpi }: Pick<Summary, 'kpi'>): string {
  return returns.measure === 'roas' ? 'ROAS' : `KPI per ${kpi.currency}`
}

/** Whether a prediction is better than another, by their root mean squared errors. */
export function comparison(a: HoldoutPrediction, b: HoldoutPrediction): 'better' | 'worse' | 'alike' {
  if (a.rmse < (1 - alike) * b.rmse) return 'better'
  return b.rmse < (1 - alike) * a.rmse ? 'worse' : 'alike'
}

/** The errors that the model's stands against, on one line: `of 2025-09-29 to …; seasonal-naive 7.8 %, without media 4.4 %`. */
export function holdoutLine(holdout: Holdout, summary: Summary): string {
  const { seasonalNaive, withoutMedia } = holdout
  return `of ${holdoutText(holdout, summary)}, fitted to the ${summary.window.period}s before; seasonal-naive ${errorText(seasonalNaive, summary)}, without media ${errorText(withoutMedia, summary)}`
}

/** Whether the model beats seasonal-naive, whether media help, what the band held, and which returns moved; in sentences. */
export function holdoutSentences(holdout: Holdout, summary: Summary): string[] {
  return [
    naiveSentence(holdout, summary),
    mediaSentence(holdout, summary),
    bandSentence(holdout, summary),
    returnsSentence(holdout, summary),
  ].filter((sentence) => sentence !== '')
}

function naiveSentence(holdout: Holdout, summary: Summary): string {
  const { model, seasonalNaive, fittedPeriods } = holdout
  const verdict = {
    better: 'the model predicts better',
    worse: 'the model predicts worse, so don’t trust its forecasts',
    alike: 'the model predicts no better',
  }[comparison(model, seasonalNaive)]
  return (
    `Refitted to the ${countText(fittedPeriods, summary.window.period)} before, the model predicts ${holdoutText(holdout, summary)}${holdout.periods.length === 1 ? '' : ','} with an error of ` +
    `${errorText(model, summary)} (root mean square); seasonal-naive, ${seasonalNaiveText(holdout, summary)}, has ${errorText(seasonalNaive, summary)}: ${verdict}.`
  )
}

function mediaSentence(holdout: Holdout, summary: Summary): string {
  if (summary.channels.length === 0) return ''
  const { model, withoutMedia } = holdout
  const verdict = {
    better: 'media help to predict',
    worse: `in ${spanText(holdout, summary)} media don’t help to predict`,
    alike: `${spanText(holdout, summary)} can’t tell whether media help to predict`,
  }[comparison(model, withoutMedia)]
  return `The same model without media has ${errorText(withoutMedia, summary)}: ${verdict}.`
}

function bandSentence({ model, periods }: Holdout, summary: Summary): string {
  const inside = Math.round((model.coverage ?? 0) * periods.length)
  const { total } = model
  const held = total.observed >= (total.q05 ?? -Infinity) && total.observed <= (total.q95 ?? Infinity)
  const sum =
    `${kpiAmount(total.mean, summary)} ${total.q05 === null || total.q95 === null ? '' : `(${kpiInterval(total.q05, total.q95, summary)}) `}` +
    `predicted, ${kpiAmount(total.observed, summary)} observed${held ? '' : ', outside the interval'}`
  if (periods.length === 1) return `${sum}.`
  return `${inside} of ${countText(periods.length, summary.window.period)} lie in the band that should hold 9 in 10. Their total: ${sum}.`
}

function returnsSentence(holdout: Holdout, summary: Summary): string {
  const { channels } = holdout.returns
  if (channels.length === 0) return ''
  const measure = holdoutMeasure(holdout, summary)
  const out = channels.filter(({ moved }) => moved)
  if (out.length > 0) {
    const moves = out.map((each) => moveText(each)).join('; ')
    return `Without ${spanText(holdout, summary)} ${measure} leaves its interval for ${moves}. Don’t move money on ${out.length === 1 ? 'it' : 'them'} before the reason is known.`
  }
  const furthest = [...channels].sort((a, b) => distance(b) - distance(a))[0]
  const by = furthest.ratio === null ? '' : signedPercent(furthest.ratio - 1)
  if (channels.length === 1) {
    return `Without ${spanText(holdout, summary)} the ${measure} of ${furthest.name} stays in its interval${by === '' ? '' : ` (${by})`}.`
  }
  return `Without ${spanText(holdout, summary)} no channel’s ${measure} leaves its interval${by === '' ? '' : `: ${furthest.name} moves furthest, by ${by}`}.`
}

function spanText({ periods }: Holdout, { window }: Summary): string {
  return periods.length === 1 ? `that ${window.period}` : `these ${countText(periods.length, window.period)}`
}

function moveText({ name, all, without }: HoldoutReturn): string {
  const digits = { digits: 2 }
  const [low, high] = [formatNumber(all.q05, digits), formatNumber(all.q95, digits)]
  return `${name} (${formatNumber(all.mean, digits)}, ${low} to ${high}; without them ${formatNumber(without.mean, digits)})`
}

function distance({ ratio }: HoldoutReturn): number {
  return Math.abs((ratio ?? 1) - 1)
}

function signedPercent(ratio: number): string {
  return `${ratio > 0 ? '+' : ''}${formatPercent(ratio)}`
}

/** A root mean squared error: in per cent of the mean where that has a meaning. */
function errorText({ relativeRmse, rmse }: HoldoutPrediction, summary: Summary): string {
  return relativeRmse === null ? kpiAmount(rmse, summary) : formatPercent(relativeRmse)
}
