import { log } from '../../numeric/special/exp-log.js'
import { median } from '../../numeric/stats/summary.js'
import type { PeriodKind } from '../calendar/period.js'
import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { auditedColumns, makeFinding } from './audited-column.js'
import { robustScale } from './local-level.js'

/** Earlier rows that say what a row should be: how far apart, and how many. */
const comparison: Readonly<
  Record<PeriodKind, { readonly step: number; readonly count: number; readonly year: number }>
> = {
  day: { step: 7, count: 4, year: 364 },
  week: { step: 1, count: 4, year: 52 },
  month: { step: 1, count: 3, year: 12 },
  quarter: { step: 1, count: 2, year: 4 },
  year: { step: 1, count: 2, year: 0 },
}

/** The last KPI is suspect below this share of the rows before it ... */
const suspectShare = 0.8
/** ... if no usual fluctuation explains it: so many robust standard deviations of the same ratio in earlier rows. */
const standsOutBeyond = 4
const fewestRatios = 8

/**
 * A warning where the last KPI is far below the rows before it, as where the last week had not ended.
 *
 * The ratio of each KPI to the median of the few before it (days: the same weekdays) is compared with its own history; a
 * fall that came at this time of an earlier year as well is a season.
 */
export function partialLastPeriod(context: AuditContext): Finding[] {
  const { dataset } = context
  const [{ use, values }] = auditedColumns(context, ['kpi'])
  const { step, count, year } = comparison[dataset.period]
  const ratios: number[] = []
  for (let t = step * count; t < values.length; t++) {
    const before = Float64Array.from({ length: count }, (_, i) => values[t - step * (i + 1)])
    ratios.push(values[t] / median(before))
  }
  const last = ratios.pop()
  const earlier = Float64Array.from(
    ratios.filter((ratio) => ratio > 0 && ratio < Infinity),
    log,
  )
  if (last === undefined || !(last < suspectShare) || earlier.length < fewestRatios) return []
  const centre = median(earlier)
  const scale = robustScale(earlier.map((value) => value - centre))
  if (last > 0 && log(last) > centre - standsOutBeyond * scale) return []
  if (year > 0 && fellInEarlierYears(ratios, last, year)) return []
  const row = dataset.windowEnd - 1
  const percent = Math.round(100 * last)
  const text = `the last KPI is ${percent} % of the ${dataset.period}s before it; if the ${dataset.period} had not ended, drop the row`
  const finding = { id: 'partial-last-period', severity: 'warning', column: use.column, rows: [row], text } as const
  return [makeFinding(context, finding)]
}

/** Whether the same ratio was nearly as low within two rows of a whole number of years earlier. */
function fellInEarlierYears(ratios: readonly number[], last: number, year: number): boolean {
  for (let back = year; back <= ratios.length + 2; back += year) {
    for (let slack = -2; slack <= 2; slack++) if (ratios[ratios.length - back + slack] <= 1.2 * last) return true
  }
  return false
}
