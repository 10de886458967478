import type { Summary } from '../../decision/results.js'
import { formatInterval, formatMoney, formatNumber, type FigureKind } from '../../decision/words/format.js'

/** What the KPI counts, for headings: `Revenue` or `KPI`, with its unit `EUR` or `units`. */
export interface KpiWords {
  readonly noun: string
  readonly unit: string
  readonly kind: FigureKind
}

/** What the words of a KPI hang on. */
export interface KpiOf {
  readonly kpi: Pick<Summary['kpi'], 'kind' | 'currency'>
}

/** Words for the KPI of a summary. */
export function kpiWords({ kpi }: KpiOf): KpiWords {
  return kpi.kind === 'revenue'
    ? { noun: 'revenue', unit: kpi.currency, kind: { currency: kpi.currency } }
    : { noun: 'KPI', unit: 'units', kind: 'number' }
}

/** An amount of the KPI: `1.2 M EUR` or `31 k units`. */
export function kpiAmount(value: number, summary: KpiOf): string {
  const { kpi } = summary
  return kpi.kind === 'revenue' ? formatMoney(value, kpi.currency) : `${formatNumber(value)} units`
}

/** An interval of the KPI: `0.9 to 1.5 M EUR`. */
export function kpiInterval(low: number, high: number, summary: KpiOf): string {
  const { kpi } = summary
  return kpi.kind === 'revenue'
    ? formatInterval(low, high, { currency: kpi.currency })
    : `${formatInterval(low, high, 'number')} units`
}

/** A noun with a capital, for headings. */
export function capital(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1)
}
