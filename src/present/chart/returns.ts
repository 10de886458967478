import type { Estimate, Returns, Summary } from '../../decision/results.js'
import { formatFigure, formatInterval, type FigureKind } from '../../decision/words/format.js'
import { returnsTable } from '../table/returns-table.js'
import { percentEstimate } from '../words/percent-estimate.js'
import { tailText, windowText } from '../words/window.js'
import { axisTitle, percentAxis, type AmountAxis } from './amount-axis.js'
import { drawn, tip, type Chart } from './chart.js'
import { haloText, labelRoom } from './halo-text.js'
import { hoverBands } from './hover.js'
import { nameAxis, valueAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'

/**
 * The return on all spend against the return on the next unit of it, by channel, with intervals.
 *
 * With a margin ROI and marginal ROI; without one ROAS and marginal ROAS; without a value in money cost per KPI alone.
 * Channels in order of the first measure, the best first; groups and all paid media below them.
 */
export function returnsChart(summary: Summary, theme: Theme): Chart {
  const measure = measureOf(summary)
  const rows = rowsOf(summary, measure)
  const height = 52 * rows.length
  return {
    name: 'returns',
    title: measure.title,
    subtitle: `${windowText(summary)}; lines: 9 of 10 cases. ${measure.note} ${tailText(summary)}`,
    columns: 1,
    legend: [
      { label: measure.average, mark: 'circle', color: theme.estimate },
      ...(measure.marginal === null
        ? []
        : [{ label: measure.marginal, mark: 'diamond', color: theme.contrast } as const]),
    ],
    panels: [
      {
        title: '',
        note: '',
        height,
        description: describe(measure, rows),
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: {
            marks: rows.flatMap((row) => marksOf(row, measure, reach(rows))),
            rows: rows.map((row) => ({ key: row.key, tip: tipOf(row, measure) })),
          },
          data: { name: 'marks', format: { parse: null } },
          layer: layers(measure, rows, theme),
        },
      },
    ],
    table: returnsTable(summary),
  }
}

/** Whether any channel has a return to draw. */
export function hasReturns(summary: Summary): boolean {
  const measure = measureOf(summary)
  return summary.channels.some((channel) => measure.of(channel)[0] !== null)
}

interface Measure {
  readonly title: string
  readonly average: string
  readonly marginal: string | null
  readonly note: string
  readonly axis: AmountAxis
  readonly kind: FigureKind
  readonly neutral: number | null
  of(returns: Returns): readonly [average: Estimate | null, marginal: Estimate | null]
}

function measureOf({ media, kpi }: Summary): Measure {
  if (media.roi !== null) {
    return {
      title: 'ROI against marginal ROI',
      average: 'ROI on all spend',
      marginal: 'marginal ROI: on the next unit of spend',
      axis: percentAxis,
      kind: 'percent',
      neutral: 0,
      note: 'Profit ROI, after margin: 0 % is break-even.',
      of: ({ roi, marginalRoi }) => [roi, marginalRoi],
    }
  }
  if (media.roas !== null) {
    return {
      title: 'ROAS against marginal ROAS',
      average: 'ROAS on all spend',
      marginal: 'marginal ROAS: on the next unit of spend',
      kind: 'number',
      neutral: null,
      axis: { size: 1, unit: '' },
      note: 'Incremental value per unit of spend, before any cost: break-even is 1 / margin.',
      of: ({ roas, marginalRoas }) => [roas, marginalRoas],
    }
  }
  return {
    title: 'Cost per incremental KPI',
    average: 'spend / incremental KPI',
    marginal: null,
    kind: { currency: kpi.currency },
    neutral: null,
    axis: { size: 1, unit: kpi.currency },
    note: 'The KPI has no value in money, so there is no ROAS.',
    of: ({ costPerKpi }) => [costPerKpi, null],
  }
}

interface Row {
  readonly key: string
  readonly name: string
  readonly average: Estimate
  readonly marginal: Estimate | null
}

function rowsOf(summary: Summary, measure: Measure): Row[] {
  const row = (name: string, returns: Returns): Omit<Row, 'key'>[] => {
    const [average, marginal] = measure.of(returns)
    return average === null ? [] : [{ name, average, marginal }]
  }
  const better = measure.marginal === null ? -1 : 1
  const channels = summary.channels.flatMap((channel) => row(channel.name, channel))
  const sorted = channels.sort((a, b) => better * (b.average.mean - a.average.mean))
  const groups = summary.groups.flatMap((group) => row(`${group.name} (group)`, group))
  return [...sorted, ...groups, ...row('all paid media', summary.media)].map((each, index) => ({
    ...each,
    key: `${index} ${each.name}`,
  }))
}

/** Ends of the axis: everything, unless one interval is so wide that the others would be points. */
function reach(rows: readonly Row[]): readonly [low: number, high: number] {
  const all = rows.flatMap(({ average, marginal }) => [average, ...(marginal === null ? [] : [marginal])])
  const means = all.map(({ mean }) => Math.abs(mean)).sort((a, b) => a - b)
  const spans = all.map(({ q05, q95 }) => q95 - q05).sort((a, b) => a - b)
  const cap = 4 * Math.max(spans[Math.floor(spans.length / 2)], means[Math.floor(means.length / 2)], 1e-9)
  const middle = all.map(({ mean }) => mean)
  const low = Math.max(Math.min(...all.map(({ q05 }) => q05)), Math.min(0, ...middle) - cap)
  const high = Math.min(Math.max(...all.map(({ q95 }) => q95)), Math.max(0, ...middle) + cap)
  return [Math.min(0, low), Math.max(0, high)]
}

function marksOf(row: Row, measure: Measure, [low, high]: readonly [number, number]): object[] {
  const at = (value: number): number => drawn(value / measure.axis.size)
  const mark = (estimate: Estimate, lane: 'average' | 'marginal'): object => ({
    key: row.key,
    measure: lane,
    x: at(estimate.mean),
    low: at(Math.max(low, estimate.q05)),
    high: at(Math.min(high, estimate.q95)),
    label: labelOf(estimate, measure, [low, high]),
  })
  return [mark(row.average, 'average'), ...(row.marginal === null ? [] : [mark(row.marginal, 'marginal')])]
}

/** The mean; an arrow where its interval goes on beyond the axis. */
function labelOf({ mean, q05, q95 }: Estimate, { kind }: Measure, [low, high]: readonly [number, number]): string {
  const text = kind === 'percent' ? percentEstimate({ mean, q05, q95 }).mean : formatFigure(mean, kind, { digits: 2 })
  return `${text}${q95 > high || q05 < low ? ' ↔' : ''}`
}

function tipOf({ name, average, marginal }: Row, { kind, axis, marginal: word }: Measure): string {
  const text = (estimate: Estimate): string => estimateText(estimate, kind)
  const first = axis === percentAxis ? 'ROI' : word === null ? 'cost per KPI' : 'ROAS'
  return tip([
    [name, ''],
    [first, text(average)],
    ...(marginal === null ? [] : [[`marginal ${first}`, text(marginal)] as const]),
  ])
}

function layers(measure: Measure, rows: readonly Row[], theme: Theme): object[] {
  const [low, high] = reach(rows)
  const labels = rows
    .flatMap(({ average, marginal }) => [average, ...(marginal === null ? [] : [marginal])])
    .map((each) => labelOf(each, measure, [low, high]))
  const span = high - low
  const domain = [(low - (low < 0 ? 0.02 * span : 0)) / measure.axis.size, high / measure.axis.size].map(drawn)
  const axis = valueAxis(axisTitle(measure.axis === percentAxis ? 'ROI' : measure.average, measure.axis))
  const x = (field: string): Readonly<Record<string, unknown>> => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis,
  })
  const y = nameAxis(
    'key',
    rows.map(({ key }) => key),
    theme,
  )
  const lanes = { field: 'measure', type: 'nominal', scale: { domain: ['average', 'marginal'], paddingOuter: 0.45 } }
  const lane = measure.marginal === null ? { y } : { y, yOffset: lanes }
  const by = (range: readonly string[]): object => ({
    field: 'measure',
    type: 'nominal',
    scale: { domain: ['average', 'marginal'], range },
  })
  const colors = by([theme.estimate, theme.contrast])
  const neutral = {
    data: { values: [{ at: measure.neutral }], format: { parse: null } },
    mark: { type: 'rule', color: theme.ink, strokeWidth: 1.25 },
    encoding: { x: x('at') },
  }
  return [
    ...(measure.neutral === null ? [] : [neutral]),
    {
      mark: { type: 'rule', strokeWidth: 2 },
      encoding: { x: x('low'), x2: { field: 'high' }, stroke: colors, ...lane },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 70 },
      encoding: { x: x('x'), fill: colors, shape: by(['circle', 'diamond']), ...lane },
    },
    labelRoom(labels, x('high'), domain[1]),
    ...haloText({ align: 'left', dx: 7 }, { x: x('high'), text: { field: 'label', type: 'nominal' }, ...lane }, theme),
    { data: { name: 'rows', format: { parse: null } }, ...hoverBands({ y }, theme) },
  ]
}

function describe(measure: Measure, rows: readonly Row[]): string {
  const text = (estimate: Estimate): string => estimateText(estimate, measure.kind)
  const each = rows.map(
    ({ name, average, marginal }) =>
      `${name} ${text(average)}${marginal === null ? '' : `, marginal ${text(marginal)}`}`,
  )
  return `${measure.title}, points with intervals: ${each.join('; ')}.`
}

function estimateText(estimate: Estimate, kind: FigureKind): string {
  if (kind !== 'percent')
    return `${formatFigure(estimate.mean, kind)} (${formatInterval(estimate.q05, estimate.q95, kind)})`
  const { mean, range } = percentEstimate(estimate)
  return `${mean} (${range})`
}
