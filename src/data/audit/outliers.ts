import { log } from '../../numeric/special/exp-log.js'
import { median } from '../../numeric/stats/summary.js'
import type { Finding } from '../table/dataset.js'
import type { AuditContext, AuditedColumn } from './audited-column.js'
import { auditedColumns, makeFinding } from './audited-column.js'
import { comesBackYearly, deviationsFromLevel, robustScale } from './local-level.js'

/** Robust standard deviations from the usual level beyond which a value stands out; a Normal does so once in 10^9 rows. */
const standsOutBeyond = 6
/** A value that stands out also differs from its usual level by this share of the column's median size. */
const smallestShare = 0.3
/** Media come in bursts: one stands out where it is this many times the largest other. */
const burstFactor = 3
const fewestValues = 8

/**
 * Warnings for values far from their usual level that do not come back in other years.
 *
 * KPI, treatments and controls are compared with a running median, spend and media with the other active rows, since bursts
 * are what media are made of. Yearly peaks such as December are no outliers where another year shows them too.
 */
export function outliers(context: AuditContext): Finding[] {
  const steady = auditedColumns(context, ['kpi', 'treatment', 'control']).flatMap((column) => {
    return describe(context, column, steadyOutliers(column.values, context))
  })
  const bursts = auditedColumns(context, ['spend', 'media']).flatMap((column) => {
    return describe(context, column, burstOutliers(column.values, context))
  })
  return [...steady, ...bursts]
}

function steadyOutliers(values: Float64Array, { dataset }: AuditContext): number[] {
  if (values.length < fewestValues || isMostlyOneValue(values)) return []
  const deviations = deviationsFromLevel(values, dataset.period)
  const scale = robustScale(deviations)
  if (!(scale > 0)) return []
  const least = Math.max(standsOutBeyond * scale, smallestShare * median(values.map(Math.abs)))
  return [...values.keys()].filter(
    (t) => Math.abs(deviations[t]) > least && !comesBackYearly(deviations, t, dataset.period),
  )
}

/** Indicators and counts that are nearly always 0 have no usual spread. */
function isMostlyOneValue(values: Float64Array): boolean {
  const usual = median(values)
  let count = 0
  for (const value of values) if (value === usual) count += 1
  return 2 * count >= values.length
}

function burstOutliers(values: Float64Array, { dataset }: AuditContext): number[] {
  const active = values.filter((value) => value > 0)
  if (active.length < fewestValues) return []
  const logs = active.map(log)
  const centre = median(logs)
  const scale = robustScale(logs.map((value) => value - centre))
  const isFar = (value: number): boolean => value > 0 && log(value) - centre > standsOutBeyond * Math.max(scale, 0.1)
  let largestOther = 0
  for (const value of active) if (!isFar(value) && value > largestOther) largestOther = value
  return [...values.keys()].filter((t) => {
    return isFar(values[t]) && values[t] > burstFactor * largestOther && !comesBackYearly(values, t, dataset.period)
  })
}

function describe(context: AuditContext, { use, values }: AuditedColumn, found: readonly number[]): Finding[] {
  if (found.length === 0) return []
  const rows = found.map((t) => t + context.dataset.windowStart)
  const named = found
    .slice(0, 3)
    .map((t) => String(values[t]))
    .join(', ')
  const few = found.length > 3 ? `${named}, …` : named
  const text = `${few} ${found.length === 1 ? 'lies' : 'lie'} far from the usual level and ${found.length === 1 ? 'does' : 'do'} not come back in other years`
  const advice =
    use.role === 'kpi' ? '; mend the data, or give the reason as an event' : '; mend the data if it is an error'
  const id = `outlier:${use.column}`
  return [makeFinding(context, { id, severity: 'warning', column: use.column, rows, text: text + advice })]
}
