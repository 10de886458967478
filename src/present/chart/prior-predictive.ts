import type { MediaBeliefs, PriorBeliefs, PriorInterval } from '../../model/identify/prior-beliefs.js'
import type { PriorPredictive } from '../../model/identify/prior-predictive.js'
import { formatInterval, formatNumber, formatPercent } from '../../decision/words/format.js'
import { priorMediaTable } from '../table/prior-tables.js'
import { capital, kpiWords, type KpiOf } from '../words/kpi.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { drawn, type Chart, type Panel } from './chart.js'
import { nameAxis, valueAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'
import { periodEdges, timeEncoding } from './time-axis.js'

/** What the priors of a model say, and the period and KPI that it is about. */
export interface PriorView extends KpiOf {
  readonly name: string
  readonly period: string
  readonly beliefs: PriorBeliefs
  readonly predictive: PriorPredictive
}

/** What the priors believe before the data speak: each channel's share and ROAS, and the KPI that the whole model draws, beside the observed one. */
export function priorPredictiveChart(view: PriorView, theme: Theme): Chart {
  const { beliefs, predictive } = view
  const named: Named[] = [
    ...(beliefs.paid === null ? [] : [{ name: 'all paid media', ...beliefs.paid }]),
    ...beliefs.channels,
  ]
  const returns = named.flatMap(({ name, roas }) => (roas === null ? [] : [{ name, interval: roas }]))
  return {
    name: 'prior-predictive',
    title: 'What the priors believe, before the data speak',
    subtitle: `${view.name}: ${predictive.draws} draws from the priors of the whole model. Points: medians; lines and band: 9 of 10 cases`,
    columns: 1,
    legend: [
      { label: 'priors', mark: 'circle', color: theme.estimate },
      { label: 'observed KPI', mark: 'line', color: theme.ink },
    ],
    panels: [
      intervalsPanel(
        { title: 'Share of the KPI', axis: 'Share of the KPI, %', factor: 100 },
        named.map(({ name, share }) => ({ name, interval: share })),
        theme,
      ),
      ...(returns.length === 0 ? [] : [intervalsPanel({ title: 'ROAS', axis: 'ROAS', factor: 1 }, returns, theme)]),
      kpiPanel(view, theme),
    ],
    table: priorMediaTable(beliefs, predictive, view),
  }
}

interface Named extends MediaBeliefs {
  readonly name: string
}

interface NamedInterval {
  readonly name: string
  readonly interval: PriorInterval
}

/** A logarithmic axis has no zero: what lies below this part of the largest end is drawn there. */
const LEAST = 1e-4

function intervalsPanel(
  { title, axis, factor }: { readonly title: string; readonly axis: string; readonly factor: number },
  named: readonly NamedInterval[],
  theme: Theme,
): Panel {
  const logarithmic = named.every(({ interval: { median } }) => median > 0)
  const least = LEAST * Math.max(...named.map(({ interval: { q95 } }) => factor * q95))
  const at = (value: number): number => drawn(logarithmic ? Math.max(least, factor * value) : factor * value)
  const rows = named.map(({ name, interval: { median, q05, q95 } }, index) => ({
    key: `${index} ${name}`,
    x: at(median),
    low: at(q05),
    high: at(q95),
  }))
  const height = 26 * rows.length
  const scale = logarithmic ? { type: 'log', nice: false, padding: 12 } : { zero: false, padding: 12 }
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale,
    axis: { ...valueAxis(axis), format: '~r', ...(logarithmic ? { values: ticksOf(rows) } : {}) },
  })
  const y = nameAxis(
    'key',
    rows.map(({ key }) => key),
    theme,
  )
  return {
    title,
    note: logarithmic ? 'logarithmic scale' : '',
    height,
    description: `${title} under the priors: ${named.map(({ name, interval }) => `${name} ${textOf(interval, factor)}`).join('; ')}.`,
    spec: {
      width: 760,
      height,
      config: chartConfig(theme),
      datasets: { rows },
      data: { name: 'rows', format: { parse: null } },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 2, color: theme.estimate },
          encoding: { x: x('low'), x2: { field: 'high' }, y },
        },
        {
          mark: { type: 'point', filled: true, size: 60, opacity: 1, color: theme.estimate },
          encoding: { x: x('x'), y },
        },
      ],
    },
  }
}

function textOf({ median, q05, q95 }: PriorInterval, factor: number): string {
  if (factor === 100) return `${formatPercent(median)} (${formatInterval(q05, q95, 'percent')})`
  return `${formatNumber(median, { digits: 2 })} (${formatInterval(q05, q95, 'number', { digits: 2 })})`
}

/** Powers of ten, and 2 and 5 times them where the range is short. */
function ticksOf(rows: readonly { readonly low: number; readonly high: number }[]): number[] {
  const low = Math.min(...rows.map((row) => row.low))
  const high = Math.max(...rows.map((row) => row.high))
  const powers = Array.from({ length: 17 }, (_, i) => Number(`1e${i - 8}`))
  const inside = (ticks: readonly number[]): number[] => ticks.filter((tick) => tick >= low && tick <= high)
  const fine = inside(powers.flatMap((power) => [power, 2 * power, 5 * power]))
  return fine.length > 9 ? inside(powers) : fine
}

function kpiPanel(view: PriorView, theme: Theme): Panel {
  const { predictive, period } = view
  const { band, observed, periods } = predictive
  const { noun, unit } = kpiWords(view)
  const axis = amountAxis([...band.q05, ...band.q95, ...observed], unit)
  const edges = periodEdges(periods)
  const rows = periods.map((_, t) => ({
    t: edges[t],
    y: drawn(observed[t] / axis.size),
    low: drawn(band.q05[t] / axis.size),
    middle: drawn(band.median[t] / axis.size),
    high: drawn(band.q95[t] / axis.size),
  }))
  const height = 220
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    axis: { title: axisTitle(`${capital(noun)} per ${period}`, axis), tickCount: 5 },
  })
  return {
    title: 'The KPI, drawn and observed',
    note: `below zero in ${formatPercent(predictive.negative)} of the draws`,
    height,
    description: `KPI per ${period} under the priors of the whole model: median ${formatNumber(predictive.period.median)}, 9 of 10 between ${formatNumber(predictive.period.q05)} and ${formatNumber(predictive.period.q95)} ${unit}.`,
    spec: {
      width: 760,
      height,
      config: chartConfig(theme),
      datasets: { periods: rows },
      data: { name: 'periods', format: { parse: null } },
      encoding: { x: timeEncoding('t', periods) },
      layer: [
        {
          mark: { type: 'area', color: theme.estimate, opacity: 0.18 },
          encoding: { y: y('low'), y2: { field: 'high' } },
        },
        { mark: { type: 'line', color: theme.estimate, strokeWidth: 1.5 }, encoding: { y: y('middle') } },
        { mark: { type: 'line', color: theme.ink, strokeWidth: 1.25 }, encoding: { y: y('y') } },
        {
          data: { values: [{ zero: 0 }], format: { parse: null } },
          mark: { type: 'rule', color: theme.axis, strokeWidth: 1 },
          encoding: { x: null, y: y('zero') },
        },
      ],
    },
  }
}
