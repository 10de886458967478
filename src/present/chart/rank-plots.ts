import type { SamplerDiagnostics } from '../../fit/fit.js'
import { formatNumber, formatPercent } from '../../decision/words/format.js'
import type { Table } from '../table/table.js'
import type { Chart, Panel } from './chart.js'
import { chainLegend } from './sampler-traces.js'
import { chartConfig, seriesColor, type Theme } from './theme.js'

type Ranks = NonNullable<SamplerDiagnostics['ranks']>[number]

/**
 * How the ranks of each chain's draws spread among all draws: flat where chains agree, sloped where one lies higher than the rest, bent where one
 * is wider.
 *
 * @returns null for fits that kept no ranks.
 */
export function rankPlotsChart({ ranks = [] }: SamplerDiagnostics, theme: Theme): Chart | null {
  if (ranks.length === 0) return null
  return {
    name: 'ranks',
    title: 'Ranks: do the chains agree everywhere?',
    subtitle:
      'Draws of each chain by their rank among all draws, from the lowest to the highest. Dashed: chains that agree',
    columns: 4,
    legend: chainLegend(ranks[0].counts.length, theme),
    panels: ranks.map((each) => panel(each, theme)),
    table: ranksTable(ranks),
  }
}

/** Neighbouring bins two by two: half the drawing, and less chance in it. */
function inPairs(bins: readonly number[]): number[] {
  if (bins.length % 2 === 1) return [...bins]
  return Array.from({ length: bins.length / 2 }, (_, i) => bins[2 * i] + bins[2 * i + 1])
}

function panel({ name, counts: bins20 }: Ranks, theme: Theme): Panel {
  const counts = bins20.map(inPairs)
  const bins = counts[0].length
  const expected = counts[0].reduce((sum, count) => sum + count, 0) / bins
  const height = 90
  const rows = counts.flatMap((chain, c) =>
    [...chain, chain[bins - 1]].map((count, bin) => ({ chain: c, at: (100 * bin) / bins, count })),
  )
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, Math.max(2 * expected, ...counts.flat())], nice: false },
    axis: { title: null, tickCount: 3, minExtent: 34 },
  })
  return {
    title: name,
    note: '',
    height,
    description: `Ranks of ${name}: ${formatNumber(expected)} draws a bin are expected of each chain; the furthest count is ${furthest(counts, expected)}.`,
    spec: {
      width: 200,
      height,
      config: chartConfig(theme),
      datasets: { ranks: rows },
      data: { name: 'ranks', format: { parse: null } },
      layer: [
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.25, opacity: 0.8 },
          encoding: {
            x: {
              field: 'at',
              type: 'quantitative',
              scale: { domain: [0, 100], nice: false },
              axis: { title: 'Rank, %', values: [0, 50, 100] },
            },
            y: y('count'),
            color: {
              field: 'chain',
              type: 'nominal',
              scale: { domain: counts.map((_, c) => c), range: counts.map((_, c) => seriesColor(theme, c)) },
              legend: null,
            },
          },
        },
        {
          data: { values: [{ at: expected }], format: { parse: null } },
          mark: { type: 'rule', color: theme.ink, strokeDash: [5, 4], strokeWidth: 1 },
          encoding: { y: y('at') },
        },
      ],
    },
  }
}

function furthest(counts: Ranks['counts'], expected: number): number {
  return counts.flat().reduce((worst, x) => (Math.abs(x - expected) > Math.abs(worst - expected) ? x : worst), expected)
}

/** How unevenly ranks spread: the largest distance of a bin from what is expected, relative to it, by chain. */
function ranksTable(ranks: readonly Ranks[]): Table {
  const chains = ranks[0].counts
  return {
    title: 'Furthest bin of each chain',
    columns: [
      { key: 'quantity', label: 'Quantity', unit: null, align: 'left', format: 'text' },
      ...chains.map((_, c) => ({
        key: `chain${c + 1}`,
        label: `Chain ${c + 1}`,
        unit: null,
        align: 'right' as const,
        format: 'text' as const,
      })),
    ],
    rows: ranks.map(({ name, counts }) => ({
      quantity: name,
      ...Object.fromEntries(
        counts.map((bins, c) => {
          const expected = bins.reduce((sum, count) => sum + count, 0) / bins.length
          return [`chain${c + 1}`, formatPercent(furthest([bins], expected) / expected - 1)]
        }),
      ),
    })),
    notes: ['Draws in the bin that lies furthest from its share, over that share.'],
  }
}
