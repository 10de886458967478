import type { ReportData, Summary } from '../../decision/results.js'
import { normalQuantile } from '../../numeric/special/normal.js'
import { formatNumber } from '../../decision/words/format.js'
import type { Table } from '../table/table.js'
import { kpiAmount, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { drawn, tip, type Chart } from './chart.js'
import { hoverBands, hoverColumns } from './hover.js'
import { valueAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'
import { periodEdges, timeEncoding } from './time-axis.js'

type ResidualData = Pick<ReportData, 'residuals' | 'summary'>

/** Residuals of the structural mean over time: long runs on one side are demand that the model doesn't know. */
export function residualsChart({ residuals, summary }: ResidualData, theme: Theme): Chart {
  const { structural } = residuals
  const axis = amountAxis(structural, kpiWords(summary).unit)
  const edges = periodEdges(summary.periods)
  const rows = summary.periods.map((period, t) => ({
    t: edges[t],
    end: edges[t + 1],
    y: drawn(structural[t] / axis.size),
    tip: tip([
      [period, ''],
      ['observed - fitted', kpiAmount(structural[t], summary)],
    ]),
  }))
  const y = {
    field: 'y',
    type: 'quantitative',
    axis: { title: axisTitle('Observed minus fitted', axis), tickCount: 5 },
  }
  const largest = structural.reduce((best, value, t) => (Math.abs(value) > Math.abs(structural[best]) ? t : best), 0)
  return {
    name: 'residuals',
    title: 'Residuals over time',
    subtitle: windowText(summary),
    columns: 1,
    legend: [],
    panels: [
      {
        title: '',
        note: '',
        height: 200,
        description: `Observed minus fitted by ${summary.window.period}; the largest is ${kpiAmount(structural[largest] ?? 0, summary)} in ${summary.periods[largest] ?? ''}.`,
        spec: {
          width: 760,
          height: 200,
          config: chartConfig(theme),
          datasets: { periods: rows },
          data: { name: 'periods', format: { parse: null } },
          layer: [
            {
              mark: { type: 'rule', color: theme.estimate, strokeWidth: 1.5, opacity: 0.6 },
              encoding: { x: timeEncoding('t', summary.periods), y, y2: { datum: 0 } },
            },
            {
              mark: { type: 'point', filled: true, color: theme.estimate, size: 16, opacity: 1 },
              encoding: { x: timeEncoding('t', summary.periods), y },
            },
            {
              data: { values: [{ zero: 0 }], format: { parse: null } },
              mark: { type: 'rule', color: theme.ink, strokeWidth: 1 },
              encoding: { y: { ...y, field: 'zero' } },
            },
            hoverColumns(timeEncoding('t', summary.periods), 'end', theme),
          ],
        },
      },
    ],
    table: residualTable({ residuals, summary }),
  }
}

/** Autocorrelation and normality of the innovations: what is left after the model's own AR(1) noise. */
export function innovationsChart({ residuals, summary }: ResidualData, theme: Theme): Chart {
  const lags = autocorrelations(residuals.innovations, Math.min(26, Math.floor(residuals.innovations.length / 3)))
  const bound = 1.96 / Math.sqrt(residuals.innovations.length)
  return {
    name: 'innovations',
    title: 'What is left after the noise model',
    subtitle:
      'Innovations: residuals less what their predecessor explains. Dashed: 95 % of the bars of pure chance stay inside',
    columns: 2,
    legend: [],
    panels: [correlogram(lags, bound, summary, theme), quantilePanel(residuals.innovations, summary, theme)],
    table: {
      title: 'Autocorrelation of the innovations',
      columns: [
        { key: 'lag', label: 'Lag', unit: `${summary.window.period}s`, align: 'right', format: 'exact' },
        { key: 'correlation', label: 'Autocorrelation', unit: null, align: 'right', format: 'ratio' },
      ],
      rows: lags.map((correlation, index) => ({ lag: index + 1, correlation })),
    },
  }
}

function residualTable({ residuals, summary }: ResidualData): Table {
  const money = { unit: kpiWords(summary).unit, align: 'right', format: 'amount', group: 'kpi', digits: 3 } as const
  return {
    title: 'Residuals and innovations',
    columns: [
      { key: 'period', label: 'Period', unit: null, align: 'left', format: 'text' },
      { key: 'structural', label: 'Observed - fitted', ...money },
      { key: 'innovation', label: 'Innovation', ...money },
    ],
    rows: summary.periods.map((period, t) => ({
      period,
      structural: residuals.structural[t],
      innovation: residuals.innovations[t],
    })),
  }
}

/** Sample autocorrelations of lags 1 to `count`; about the mean, divided by the whole sum of squares. */
export function autocorrelations(x: readonly number[], count: number): number[] {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const deviations = x.map((value) => value - mean)
  const total = deviations.reduce((sum, value) => sum + value * value, 0)
  return Array.from({ length: count }, (_, index) => {
    const lag = index + 1
    let sum = 0
    for (let t = lag; t < deviations.length; t++) sum += deviations[t] * deviations[t - lag]
    return total > 0 ? sum / total : 0
  })
}

function correlogram(
  lags: readonly number[],
  bound: number,
  { window }: Summary,
  theme: Theme,
): Chart['panels'][number] {
  const rows = lags.map((correlation, index) => ({
    lag: index + 1,
    correlation: drawn(correlation),
    tip: tip([
      [`lag ${index + 1}`, ''],
      ['autocorrelation', correlation.toFixed(2)],
    ]),
  }))
  const outside = rows.filter(({ correlation }) => Math.abs(correlation) > bound).map(({ lag }) => lag)
  const limit = Math.max(0.25, 1.3 * bound, ...rows.map(({ correlation }) => 1.1 * Math.abs(correlation)))
  const lagAxis = {
    field: 'lag',
    type: 'ordinal',
    axis: {
      title: `Lag, ${window.period}s`,
      labelAngle: 0,
      labelOverlap: 'greedy',
      labelSeparation: 8,
      ticks: false,
      domain: false,
    },
  }
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [drawn(-limit), drawn(limit)], nice: false },
    axis: { title: 'Autocorrelation', tickCount: 5 },
  })
  return {
    title: 'Autocorrelation',
    note: outside.length === 0 ? 'all within the bounds' : `outside the bounds: lag ${outside.join(', ')}`,
    height: 210,
    description: `Autocorrelation of the innovations by lag, bounds ±${bound.toFixed(2)}; outside them: ${outside.length === 0 ? 'none' : outside.join(', ')}.`,
    spec: {
      width: 440,
      height: 210,
      config: chartConfig(theme),
      datasets: { lags: rows },
      data: { name: 'lags', format: { parse: null } },
      layer: [
        {
          mark: { type: 'bar', color: theme.estimate, opacity: 0.75 },
          encoding: {
            x: lagAxis,
            y: y('correlation'),
          },
        },
        {
          data: { values: [{ at: drawn(bound) }, { at: drawn(-bound) }], format: { parse: null } },
          mark: { type: 'rule', color: theme.contrast, strokeDash: [5, 4], strokeWidth: 1.25 },
          encoding: { y: y('at') },
        },
        {
          data: { values: [{ at: 0 }], format: { parse: null } },
          mark: { type: 'rule', color: theme.ink, strokeWidth: 1 },
          encoding: { y: y('at') },
        },
        hoverBands({ x: lagAxis }, theme),
      ],
    },
  }
}

function quantilePanel(innovations: readonly number[], summary: Summary, theme: Theme): Chart['panels'][number] {
  const sorted = [...innovations].sort((a, b) => a - b)
  const n = sorted.length
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, n - 1))
  const rows = sorted.map((value, index) => {
    const z = normalQuantile((index + 0.5) / n)
    const y = sd > 0 ? (value - mean) / sd : 0
    return {
      z: drawn(z),
      y: drawn(y),
      tip: tip([
        ['expected of a Normal', `${z.toFixed(2)} sd`],
        ['observed', `${y.toFixed(2)} sd`],
        ['innovation', kpiAmount(value, summary)],
      ]),
    }
  })
  const end = Math.max(2.5, ...rows.map(({ z, y }) => Math.max(Math.abs(z), Math.abs(y)))) * 1.05
  const scale = { domain: [drawn(-end), drawn(end)], nice: false }
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale,
    axis: { ...valueAxis('Expected of a Normal, sd'), grid: false },
  })
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale,
    axis: { title: 'Innovation, sd', tickCount: 5 },
  })
  const worst = rows.reduce((most, { z, y: value }) => Math.max(most, Math.abs(value - z)), 0)
  return {
    title: 'Against a Normal (QQ)',
    note: 'on the line: normal; bent away at the ends: heavier tails',
    height: 210,
    description: `Quantiles of the innovations against a Normal; the largest distance from the line is ${formatNumber(worst, { digits: 2 })} standard deviations.`,
    spec: {
      width: 440,
      height: 210,
      config: chartConfig(theme),
      datasets: { points: rows },
      data: { name: 'points', format: { parse: null } },
      layer: [
        {
          data: { values: [{ a: drawn(-end), b: drawn(end) }], format: { parse: null } },
          mark: { type: 'rule', color: theme.ink, strokeWidth: 1 },
          encoding: { x: x('a'), x2: { field: 'b' }, y: y('a'), y2: { field: 'b' } },
        },
        {
          mark: { type: 'point', filled: true, color: theme.estimate, size: 22, opacity: 0.85 },
          encoding: { x: x('z'), y: y('y'), tooltip: { field: 'tip', type: 'nominal' } },
        },
      ],
    },
  }
}
