import type { SeriesEstimate, Summary } from '../../decision/results.js'
import { kpiWords } from '../words/kpi.js'
import { estimateAt } from './curves-table.js'
import type { CsvRow } from './to-csv.js'
import type { Cell, Table } from './table.js'

/** A row a period: what was observed, what the model fits, and how it splits into baseline, channels and the rest. */
export function seriesTable(summary: Summary): Table {
  const { unit } = kpiWords(summary)
  const money = { unit, align: 'right', format: 'amount', digits: 4, group: 'kpi' } as const
  const parts = partsOf(summary)
  return {
    title: `${summary.kpi.kind === 'revenue' ? 'Revenue' : 'KPI'} by ${summary.window.period}`,
    columns: [
      { key: 'period', label: 'Period', unit: null, align: 'left', format: 'text' },
      { key: 'observed', label: 'Observed', ...money },
      { key: 'fitted', label: 'Fitted', ...money },
      ...parts.map(({ part, name }) => ({ key: part, label: name, ...money, droppable: part === 'baseline' ? 1 : 2 })),
    ],
    rows: summary.periods.map((period, index): Record<string, Cell> => ({
      period,
      observed: summary.observed[index],
      fitted: estimateAt(summary.fitted, index),
      ...Object.fromEntries(parts.map(({ part, series }) => [part, series.mean[index]])),
    })),
    notes: [
      'Range of the fitted: 9 of 10 cases of the structural mean. Parts are means; they add up to the fitted mean.',
    ],
  }
}

/**
 * The same in long form, as `series.csv` has it: `period, part, mean, sd, q05, median, q95, observed`.
 *
 * Parts: `fitted`, `baseline`, then treatments, controls and channels as `kind:name`; `observed` stands in the rows of
 * `fitted`.
 */
export function seriesRows(summary: Summary): CsvRow[] {
  const all = [{ part: 'fitted', series: summary.fitted }, ...partsOf(summary)]
  return all.flatMap(({ part, series }) =>
    summary.periods.map((period, index) => ({
      period,
      part,
      mean: series.mean[index],
      sd: series.sd[index],
      q05: series.q05[index],
      median: series.median[index],
      q95: series.q95[index],
      observed: part === 'fitted' ? summary.observed[index] : null,
    })),
  )
}

interface Part {
  readonly part: string
  readonly name: string
  readonly series: SeriesEstimate
}

function partsOf(summary: Summary): Part[] {
  return [
    { part: 'baseline', name: 'Baseline', series: summary.baseline.series },
    ...summary.treatments.map(({ name, series }) => ({ part: `treatment:${name}`, name, series })),
    ...summary.controls.map(({ name, series }) => ({ part: `control:${name}`, name, series })),
    ...summary.channels.map(({ name, series }) => ({ part: `channel:${name}`, name, series })),
  ]
}
