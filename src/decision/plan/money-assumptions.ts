import type { Model } from '../../model/design/model.js'
import { lastYearMean } from '../../model/design/horizon.js'
import { formatNumber } from '../words/format.js'

/** What the value of a KPI unit and the margin are held to be after the last row, where they vary: a sentence each. */
export function moneyAssumptions(model: Model): string[] {
  const told = (name: string, series: Float64Array | null): string[] => {
    if (series === null || series.every((x) => x === series[0])) return []
    return [`After the last row ${name} is the last year's mean, ${formatNumber(lastYearMean(model, series))}.`]
  }
  return [...told('the value of a KPI unit', model.value), ...told('the margin', model.margin)]
}
