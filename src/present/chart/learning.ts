import type { ChannelLearning } from '../../decision/posterior-results.js'
import type { PriorBelief } from '../../decision/results.js'
import { formatInterval, formatNumber, formatPercent } from '../../decision/words/format.js'
import { learningTable, verdictText } from '../table/learning-table.js'
import { drawn, type Chart, type Panel } from './chart.js'
import { chartConfig, type Theme } from './theme.js'

/** The density of each channel's ROAS, or share, before the data and after: a panel a channel. */
export function learningChart(learning: readonly ChannelLearning[], theme: Theme): Chart {
  return {
    name: 'learning',
    title: 'What the data taught: before and after',
    subtitle:
      'Densities over the whole fit window, before the data and after. Alike: the data said little; apart: they disagree',
    columns: 4,
    legend: [
      { label: 'before the data', mark: 'column', color: theme.baselineEdge },
      { label: 'after', mark: 'column', color: theme.estimate },
    ],
    panels: learning.map((channel) => panel(channel, theme)),
    table: learningTable(learning),
  }
}

function panel(learning: ChannelLearning, theme: Theme): Panel {
  const { channel, quantity, densities, verdict, prior, posterior } = learning
  const factor = quantity === 'share' ? 100 : 1
  const height = 110
  const rows = densities.at.map((at, i) => ({
    x: drawn(factor * at),
    before: rounded(densities.before[i], densities),
    after: rounded(densities.after[i], densities),
  }))
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: densities.logarithmic ? { type: 'log', nice: false } : { zero: false, nice: false },
    axis: {
      title: quantity === 'share' ? 'Share of the KPI, %' : 'ROAS',
      format: '~r',
      ...(densities.logarithmic ? { values: logTicks(rows.map((row) => row.x)) } : { tickCount: 3 }),
    },
  }
  const y = (field: string): object => ({ field, type: 'quantitative', stack: null, axis: null })
  const area = (field: string, color: string): object => ({
    mark: { type: 'area', fill: color, fillOpacity: 0.3, stroke: color, strokeWidth: 1.5, opacity: 1 },
    encoding: { y: y(field) },
  })
  return {
    title: channel,
    note: verdictText[verdict],
    height,
    description: `${channel}: ${quantity === 'share' ? 'share of the KPI' : 'ROAS'} ${text(prior, quantity)} before the data, ${text(posterior, quantity)} after; ${verdictText[verdict]}.`,
    spec: {
      width: 200,
      height,
      config: chartConfig(theme),
      datasets: { curve: rows },
      data: { name: 'curve', format: { parse: null } },
      encoding: { x },
      layer: [area('before', theme.baselineEdge), area('after', theme.estimate)],
    },
  }
}

/** Relative to the peak, so that equal drawings have equal numbers. */
function rounded(density: number, { before, after }: ChannelLearning['densities']): number {
  return Number((density / Math.max(...before, ...after)).toFixed(3))
}

function text({ median, q05, q95 }: PriorBelief, quantity: ChannelLearning['quantity']): string {
  if (quantity === 'share') return `${formatPercent(median)} (${formatInterval(q05, q95, 'percent')})`
  return `${formatNumber(median, { digits: 2 })} (${formatInterval(q05, q95, 'number', { digits: 2 })})`
}

/** Powers of ten, or, where there are fewer than two, 1, 2 and 5 times them; at most four. */
function logTicks(values: readonly number[]): number[] {
  const [low, high] = [values[0], values[values.length - 1]]
  const powers = Array.from({ length: 13 }, (_, i) => Number(`1e${i - 6}`))
  const inside = (ticks: readonly number[]): number[] => ticks.filter((tick) => tick >= low && tick <= high)
  const tens = inside(powers)
  if (tens.length >= 2) return tens.length > 4 ? tens.filter((_, i) => i % 2 === 0) : tens
  const fine = inside(powers.flatMap((power) => [power, 2 * power, 5 * power]))
  return fine.length > 0 ? fine : [low, high].map(drawn)
}
