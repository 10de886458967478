import type { ChannelSummary, SeriesEstimate, Summary } from '../../decision/results.js'
import { formatPercent } from '../../decision/words/format.js'
import { seriesTable } from '../table/series-table.js'
import { capital, kpiAmount, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle, type AmountAxis } from './amount-axis.js'
import { drawn, tip, type Chart, type LegendEntry } from './chart.js'
import { hoverColumns } from './hover.js'
import { chartConfig, seriesColor, type Theme } from './theme.js'
import { periodEdges, timeEncoding } from './time-axis.js'

/**
 * What every channel contributed in every period, stacked on what there would have been without media; below it the
 * channels alone, from zero.
 *
 * The lowest area is baseline, treatments and controls together, since those may be below zero on their own; a channel
 * that is negative in some period (only a free sign allows it) joins them. Means, which add up to the fitted mean.
 */
export function contributionsChart(summary: Summary, theme: Theme): Chart {
  const stack = stackOf(summary, theme)
  const [base, ...media] = stack as [Layer, ...Layer[]]
  const periods = hoverRows(summary, stack)
  const panels = [
    panel({ title: 'Everything', stack, periods }, summary, theme),
    panel({ title: 'Media alone', stack: media, periods }, summary, theme),
  ]
  return {
    name: 'contributions',
    title: 'Contributions over time',
    subtitle: `${windowText(summary)}; expected values, which add up to the fitted total`,
    columns: 1,
    legend: [...media.map(legendEntry).reverse(), legendEntry(base)],
    panels: media.length > 0 ? panels : panels.slice(0, 1),
    table: { ...seriesTable(summary), title: 'Contributions by period' },
  }
}

interface Stack {
  readonly title: string
  readonly stack: readonly Layer[]
  /** Tooltips of whole periods, the same in both panels. */
  readonly periods: readonly object[]
}

interface Layer {
  readonly name: string
  readonly color: string
  readonly mean: readonly number[]
}

function stackOf(summary: Summary, theme: Theme): Layer[] {
  const base = [...summary.baseline.series.mean]
  const add = (series: SeriesEstimate): void => series.mean.forEach((value, t) => (base[t] += value))
  for (const part of [...summary.treatments, ...summary.controls]) add(part.series)
  const layers: Layer[] = []
  summary.channels.forEach((channel, index) => {
    if (isStackable(channel))
      layers.push({ name: channel.name, color: seriesColor(theme, index), mean: channel.series.mean })
    else add(channel.series)
  })
  const others = summary.treatments.length + summary.controls.length > 0
  return [
    { name: others ? 'baseline, treatments and controls' : 'baseline', color: theme.baseline, mean: base },
    ...layers,
  ]
}

function isStackable(channel: ChannelSummary): boolean {
  return channel.series.mean.every((value) => value >= 0)
}

function legendEntry({ name, color }: Layer): LegendEntry {
  return { label: name, mark: 'area', color }
}

const height = 320

function panel({ title, stack, periods }: Stack, summary: Summary, theme: Theme): Chart['panels'][number] {
  const { noun, unit } = kpiWords(summary)
  const tops = summary.periods.map((_, t) => stack.reduce((sum, layer) => sum + layer.mean[t], 0))
  const axis = amountAxis([Math.max(...tops)], unit)
  const top = (1.03 * Math.max(...tops)) / axis.size
  const labels = endLabels(summary, stack, top, axis)
  const y = { field: 'low', type: 'quantitative', scale: { zero: true, domainMax: drawn(top), nice: false } }
  return {
    title,
    note: '',
    height,
    description: describe(summary, stack),
    spec: {
      width: 760,
      height,
      config: chartConfig(theme),
      datasets: { areas: areaRows(summary, stack, axis), periods, ends: labels },
      data: { name: 'areas', format: { parse: null } },
      layer: [
        {
          mark: {
            type: 'area',
            stroke: theme.background,
            strokeWidth: separatorWidth(stack, summary, top * axis.size),
            strokeOpacity: 1,
          },
          encoding: {
            x: timeEncoding('t', summary.periods),
            y: { ...y, axis: { title: axisTitle(`${capital(noun)} per ${summary.window.period}`, axis) } },
            y2: { field: 'high' },
            detail: { field: 'layer', type: 'nominal' },
            fill: {
              field: 'layer',
              type: 'nominal',
              scale: {
                domain: stack.map((_, layer) => layer),
                range: stack.map(({ color }) => color),
              },
            },
          },
        },
        {
          data: { name: 'ends', format: { parse: null } },
          mark: {
            type: 'text',
            align: 'left',
            dx: 8,
            limit: { expr: 'width < 360 ? 64 : 110' },
            fontSize: 12,
            color: theme.ink,
          },
          encoding: {
            x: timeEncoding('t', summary.periods),
            y: { field: 'y', type: 'quantitative' },
            text: { field: 'name', type: 'nominal' },
          },
        },
        {
          data: { name: 'periods', format: { parse: null } },
          ...hoverColumns(timeEncoding('t', summary.periods), 'end', theme),
        },
      ],
    },
  }
}

/** Light lines between the areas; finer where an area is so thin that they would cover it. */
function separatorWidth(stack: readonly Layer[], { periods }: Summary, top: number): number {
  const pixels = stack.map(({ mean }) => (mean.reduce((sum, value) => sum + value, 0) / periods.length / top) * height)
  return drawn(Math.max(0.15, Math.min(0.75, Math.min(...pixels) / 20)))
}

function areaRows(summary: Summary, stack: readonly Layer[], { size }: AmountAxis): object[] {
  const edges = periodEdges(summary.periods)
  return summary.periods.flatMap((_, t) => {
    let low = 0
    return stack.map(({ mean }, layer) => {
      const row = { t: edges[t], layer, low: drawn(low / size), high: drawn((low + mean[t]) / size) }
      low += mean[t]
      return row
    })
  })
}

function hoverRows(summary: Summary, stack: readonly Layer[]): object[] {
  const edges = periodEdges(summary.periods)
  return summary.periods.map((period, t) => ({
    t: edges[t],
    end: edges[t + 1],
    tip: tip([
      [period, ''],
      ...[...stack].reverse().map(({ name, mean }) => [name, kpiAmount(mean[t], summary)] as const),
    ]),
  }))
}

interface EndLabel {
  readonly t: number
  readonly y: number
  readonly name: string
}

/** Names beside the right edge, pushed apart where their areas are thin; none where there is no room for all. */
function endLabels(summary: Summary, stack: readonly Layer[], top: number, { size }: AmountAxis): EndLabel[] {
  const step = (15 / height) * top
  if (stack.length * step > top) return []
  const last = summary.periods.length - 1
  const t = periodEdges(summary.periods)[last]
  const places: number[] = []
  let low = 0
  for (const { mean } of stack) {
    const middle = (low + mean[last] / 2) / size
    places.push(Math.max(middle, step / 2, (places.at(-1) ?? -step) + step))
    low += mean[last]
  }
  for (let index = places.length - 1, ceiling = top - step / 2; index >= 0; index--, ceiling -= step) {
    places[index] = Math.min(places[index], ceiling)
  }
  return stack.map(({ name }, index) => ({
    t,
    y: drawn(places[index]),
    name: name.startsWith('baseline') ? 'baseline' : name,
  }))
}

function describe(summary: Summary, stack: readonly Layer[]): string {
  const total = summary.fitted.mean.reduce((sum, value) => sum + value, 0)
  const shares = stack.map(
    ({ name, mean }) => `${name} ${formatPercent(mean.reduce((sum, value) => sum + value, 0) / total)}`,
  )
  return `Stacked areas of ${kpiWords(summary).noun} per ${summary.window.period}, ${windowText(summary)}. Shares of the fitted total: ${shares.join(', ')}.`
}
