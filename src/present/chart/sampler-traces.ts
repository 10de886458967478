import type { Summary } from '../../decision/results.js'
import type { PosteriorEvidence } from '../../decision/posterior-results.js'
import { formatNumber } from '../../decision/words/format.js'
import type { Table } from '../table/table.js'
import { kpiWords } from '../words/kpi.js'
import { amountAxis, type AmountAxis } from './amount-axis.js'
import { drawn, type Chart, type LegendEntry, type Panel } from './chart.js'
import { chartConfig, seriesColor, type Theme } from './theme.js'

/** Draws of a chain that a trace shows: more could not be told apart at this size. */
const SHOWN = 42

/** The draws in the order in which they were made: a panel a quantity, a line a chain. Chains that agree lie on top of one another. */
export function tracesChart({ traces }: Pick<PosteriorEvidence, 'traces'>, summary: Summary, theme: Theme): Chart {
  const chains = traces.length === 0 ? 0 : traces[0].chains.length
  return {
    name: 'traces',
    title: 'Traces: did the chains find the same place?',
    subtitle: `Contribution over the fit window, noise and trend, in ${kpiWords(summary).unit}. Lines that wander apart have not converged`,
    columns: 4,
    legend: chainLegend(chains, theme),
    panels: traces.map((trace) => panel(trace, summary, theme)),
    table: chainMeansTable(traces, summary),
  }
}

/** One entry a chain. */
export function chainLegend(chains: number, theme: Theme): LegendEntry[] {
  return Array.from({ length: chains }, (_, index) => ({
    label: `chain ${index + 1}`,
    mark: 'line',
    color: seriesColor(theme, index),
  }))
}

function panel({ name, chains }: PosteriorEvidence['traces'][number], summary: Summary, theme: Theme): Panel {
  const { unit } = kpiWords(summary)
  const axis = amountAxis(chains.flat(), unit)
  const height = 110
  return {
    title: name,
    note: axis.unit,
    height,
    description: `Trace of ${name} over ${chains.length} chains; their means are ${chains.map((chain) => formatNumber(average(chain) / axis.size)).join(', ')} ${axis.unit}.`,
    spec: {
      width: 200,
      height,
      config: chartConfig(theme),
      datasets: { draws: rowsOf(chains, axis) },
      data: { name: 'draws', format: { parse: null } },
      layer: [{ mark: { type: 'line', strokeWidth: 1, opacity: 0.75 } }],
      encoding: {
        x: {
          field: 'at',
          type: 'quantitative',
          scale: { domain: [0, 100], nice: false },
          axis: { title: 'Draws, %', values: [0, 50, 100] },
        },
        y: {
          field: 'y',
          type: 'quantitative',
          scale: { zero: false },
          axis: { title: null, tickCount: 3, minExtent: 34 },
        },
        color: {
          field: 'chain',
          type: 'nominal',
          scale: { domain: chains.map((_, c) => c), range: chains.map((_, c) => seriesColor(theme, c)) },
          legend: null,
        },
      },
    },
  }
}

function rowsOf(chains: readonly (readonly number[])[], { size }: AmountAxis): object[] {
  return chains.flatMap((chain, c) => {
    const every = Math.max(1, Math.ceil(chain.length / SHOWN))
    return chain.flatMap((value, d) =>
      d % every === 0 ? [{ chain: c, at: drawn((100 * (d + 0.5)) / chain.length), y: drawn(value / size) }] : [],
    )
  })
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function chainMeansTable(traces: PosteriorEvidence['traces'], summary: Summary): Table {
  const chains = traces.length === 0 ? [] : traces[0].chains
  return {
    title: 'Mean of each chain',
    columns: [
      { key: 'quantity', label: 'Quantity', unit: null, align: 'left', format: 'text' },
      ...chains.map((_, c) => ({
        key: `chain${c + 1}`,
        label: `Chain ${c + 1}`,
        unit: kpiWords(summary).unit,
        align: 'right' as const,
        format: 'amount' as const,
        group: 'kpi',
        digits: 3,
      })),
    ],
    rows: traces.map(({ name, chains: draws }) => ({
      quantity: name,
      ...Object.fromEntries(draws.map((chain, c) => [`chain${c + 1}`, average(chain)])),
    })),
  }
}
