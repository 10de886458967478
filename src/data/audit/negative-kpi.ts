import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { auditedColumns, makeFinding } from './audited-column.js'

/** A warning for rows in which the KPI is below zero, as after returns; sums and shares then need care. */
export function negativeKpi(context: AuditContext): Finding[] {
  return auditedColumns(context, ['kpi']).flatMap(({ use: { column }, values }) => {
    const below = [...values.keys()].filter((t) => values[t] < 0)
    if (below.length === 0) return []
    const rows = below.map((t) => t + context.dataset.windowStart)
    const text = `the KPI is negative (${values[below[0]]})`
    return [makeFinding(context, { id: `negative:${column}`, severity: 'warning', column, rows, text })]
  })
}
