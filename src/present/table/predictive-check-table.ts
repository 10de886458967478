import type { CheckedStatistic, PredictiveCheck } from '../../decision/posterior-results.js'
import { formatNumber, formatProbability } from '../../decision/words/format.js'
import { kpiAmount, kpiInterval, type KpiOf } from '../words/kpi.js'
import type { Table } from './table.js'

/** Observed against replicated KPI: a row a feature. */
export function predictiveCheckTable({ statistics, replications }: PredictiveCheck, summary: KpiOf): Table {
  const text = { unit: null, align: 'left', format: 'text' } as const
  return {
    title: 'Observed against replicated',
    columns: [
      { key: 'statistic', label: 'Feature of the KPI', ...text },
      { key: 'observed', label: 'Observed', ...text, align: 'right' },
      { key: 'replicated', label: 'Replicated, 9 of 10', ...text, align: 'right' },
      { key: 'ok', label: 'OK', ...text },
      { key: 'meaning', label: 'Meaning', ...text },
    ],
    rows: statistics.map((statistic) => ({
      statistic: statistic.name,
      observed: amountOf(statistic, statistic.observed, summary),
      replicated: rangeOf(statistic, summary),
      ok: statistic.ok,
      meaning: `${formatProbability(statistic.p)} of the replications reach it: ${statistic.meaning}`,
    })),
    notes: [
      `${replications} KPIs drawn from the fitted model, each from one draw’s mean and its own noise. Residuals are from that draw’s mean.`,
    ],
  }
}

function amountOf({ unit }: CheckedStatistic, value: number, summary: KpiOf): string {
  return unit === 'kpi' ? kpiAmount(value, summary) : formatNumber(value, { digits: 2 })
}

function rangeOf({ unit, replicated: { q05, q95 } }: CheckedStatistic, summary: KpiOf): string {
  if (unit === 'kpi') return kpiInterval(q05, q95, summary)
  return `${formatNumber(q05, { digits: 2 })} to ${formatNumber(q95, { digits: 2 })}`
}
