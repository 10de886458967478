import type { NamedPlan, ReportData, ResponseCurve, Summary, TradeOff } from '../../decision/results.js'
import { formatFigure, formatInterval, formatMoney, type FigureKind } from '../../decision/words/format.js'
import { curvesTable, shortMultiples } from '../table/curves-table.js'
import { planName, plansTable } from '../table/trade-off-table.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle, percentAxis, type AmountAxis } from './amount-axis.js'
import { slug, tip, type Chart, type LegendEntry, type Panel } from './chart.js'
import { curveLayers, type CurveMark, type CurveRow } from './curve-layers.js'
import { drawnReach, meanAt, pointsWithin, todayIndex } from './curve-points.js'
import { multipleText, outcomeNoun, outcomeOf } from './response-curves.js'
import { chartConfig, type Theme } from './theme.js'

/**
 * One channel's trade-off: outcome, profit and ROI against spend, with today, ROI-max, profit-max and break-even.
 *
 * Without a margin outcome and ROAS only, with today alone.
 *
 * @param place of the channel in the model file, for the chart's name.
 */
export function channelTradeOffChart(tradeOff: TradeOff, summary: Summary, place: number, theme: Theme): Chart {
  const spots = curveSpots(tradeOff, theme)
  return {
    name: ['trade-off', String(place + 1), slug(tradeOff.name)].filter((part) => part !== '').join('-'),
    title: `ROI against profit: ${tradeOff.name}`,
    subtitle: `${windowText(summary)}; band: 9 of 10 cases`,
    columns: 3,
    legend: legendOf(spots, tradeOff, summary, theme),
    panels: panelsOf(tradeOff, spots, summary, theme),
    table: {
      ...curvesTable({ curves: [tradeOff.curve], summary }, shortMultiples),
      title: `Trade-off of ${tradeOff.name}`,
    },
  }
}

/** The whole budget's trade-off at today's mix, with the four named plans, which may change the mix. */
export function budgetTradeOffChart(
  { tradeOff, summary }: Pick<ReportData, 'tradeOff' | 'summary'>,
  theme: Theme,
): Chart {
  const { total, plans } = tradeOff
  const spots = [...planSpots(plans, theme), ...curveSpots(total, theme).filter(({ id }) => id === 'break-even')]
  return {
    name: 'trade-off-budget',
    title: 'ROI against profit: the whole budget',
    subtitle: `${windowText(summary)}; the line keeps today’s mix, plans may change it. Band: 9 of 10 cases`,
    columns: 3,
    legend: legendOf(spots, total, summary, theme),
    panels: panelsOf(total, spots, summary, theme),
    table: plansTable({ tradeOff, summary }),
  }
}

/** A spend worth marking; figures that a plan brings along replace those of the curve. */
interface Spot {
  readonly id: string
  readonly label: string
  readonly spend: number
  readonly shape: CurveMark['shape']
  readonly color: string
  readonly plan: NamedPlan | null
}

function curveSpots({ curve, profitMax, roiMax, breakEven }: TradeOff, theme: Theme): Spot[] {
  const today = todayIndex(curve)
  const spot = (id: string, spend: number | undefined, shape: CurveMark['shape'], color: string): Spot[] =>
    spend === undefined ? [] : [{ id, label: id, spend, shape, color, plan: null }]
  return [
    ...spot('today', curve.spend[today], 'circle', theme.ink),
    ...spot('ROI-max', roiMax?.spend, 'square', theme.contrast),
    ...spot('profit-max', profitMax?.spend, 'diamond', theme.optimum),
    ...spot('break-even', breakEven?.spend, 'triangle-up', theme.muted),
  ]
}

function planSpots(plans: readonly NamedPlan[], theme: Theme): Spot[] {
  const looks: Readonly<Record<NamedPlan['name'], readonly [CurveMark['shape'], string]>> = {
    today: ['circle', theme.ink],
    'same-sales-for-less': ['square', theme.contrast],
    'best-split': ['cross', theme.estimate],
    'profit-max': ['diamond', theme.optimum],
  }
  return plans.map((plan) => {
    const [shape, color] = looks[plan.name]
    return { id: plan.name, label: planName(plan.name).toLowerCase(), spend: plan.totalSpend, shape, color, plan }
  })
}

function legendOf(
  spots: readonly Spot[],
  { name, profitMax }: TradeOff,
  { kpi }: Summary,
  theme: Theme,
): LegendEntry[] {
  const marks = {
    circle: 'circle',
    square: 'square',
    diamond: 'diamond',
    'triangle-up': 'triangle',
    cross: 'cross',
  } as const
  const entries = spots.map(({ label, spend, shape, color }): LegendEntry => ({
    label: `${label}: ${formatMoney(spend, kpi.currency)}`,
    mark: marks[shape],
    color,
  }))
  const near = profitMax?.nearOptimal
  if (near === null || near === undefined || near[1] <= near[0]) return entries
  return [
    ...entries,
    {
      label: `within 1 % of the greatest profit${name === 'total' ? ' at today’s mix' : ''}: ${formatInterval(near[0], near[1], { currency: kpi.currency })}`,
      mark: 'column',
      color: theme.optimum,
    },
  ]
}

interface Figure {
  readonly title: string
  readonly series: {
    readonly mean: readonly (number | null)[]
    readonly q05: readonly (number | null)[]
    readonly q95: readonly (number | null)[]
  }
  readonly axis: AmountAxis
  readonly kind: FigureKind
  readonly zeroLine: boolean
  /** Ratios grow without bound towards zero spend: the axis ends where it stops telling anything. */
  readonly ratio: boolean
  ofPlan(plan: NamedPlan): number | null
}

function panelsOf(tradeOff: TradeOff, spots: readonly Spot[], summary: Summary, theme: Theme): Panel[] {
  const { curve } = tradeOff
  const farthest = Math.max(0, ...spots.filter(({ id }) => id !== 'break-even').map(({ spend }) => spend))
  const today = curve.spend[todayIndex(curve)] ?? 0
  const reach = Math.min(10, Math.max(drawnReach(tradeOff), today > 0 ? (1.1 * farthest) / today : 0))
  const points = pointsWithin(curve, reach)
  const xAxis = amountAxis(
    points.map((index) => curve.spend[index]!),
    summary.kpi.currency,
  )
  return figuresOf(curve, points, summary).map((figure) =>
    figurePanel({ tradeOff, points, xAxis, spots, figure, summary }, theme),
  )
}

function figuresOf(curve: ResponseCurve, points: readonly number[], summary: Summary): Figure[] {
  const { currency, value } = summary.kpi
  const outcome = outcomeOf(curve, summary)
  const drawnValues = (series: Figure['series']): (number | null)[] =>
    points.flatMap((index) => [series.q05[index]!, series.q95[index]!])
  const money = { kind: { currency }, ratio: false } as const
  const figures: Figure[] = [
    {
      title: `Incremental ${outcomeNoun(summary)}`,
      series: outcome.series,
      axis: amountAxis(drawnValues(outcome.series), outcome.unit),
      kind: outcome.kind,
      zeroLine: false,
      ratio: false,
      // Plans carry the KPI; where it isn't money itself, its value follows from the return.
      ofPlan: ({ incrementalKpi, roas, totalSpend }) =>
        value === null || summary.kpi.kind === 'revenue'
          ? incrementalKpi.mean
          : roas === null
            ? null
            : roas.mean * totalSpend,
    },
  ]
  if (curve.profit !== null)
    figures.push({
      title: 'Profit',
      series: curve.profit,
      axis: amountAxis(drawnValues(curve.profit), currency),
      ...money,
      zeroLine: true,
      ofPlan: ({ profit }) => profit?.mean ?? null,
    })
  if (curve.roi !== null)
    figures.push({
      title: 'ROI',
      series: curve.roi,
      axis: percentAxis,
      kind: 'percent',
      zeroLine: true,
      ratio: true,
      ofPlan: ({ roi }) => roi?.mean ?? null,
    })
  else if (curve.roas !== null)
    figures.push({
      title: 'ROAS',
      series: curve.roas,
      axis: { size: 1, unit: '' },
      kind: 'number',
      zeroLine: false,
      ratio: true,
      ofPlan: ({ roas }) => roas?.mean ?? null,
    })
  return figures
}

interface PanelInput {
  readonly tradeOff: TradeOff
  readonly points: readonly number[]
  readonly xAxis: AmountAxis
  readonly spots: readonly Spot[]
  readonly figure: Figure
  readonly summary: Summary
}

function figurePanel(input: PanelInput, theme: Theme): Panel {
  const { tradeOff, points, xAxis, figure } = input
  const near = tradeOff.profitMax?.nearOptimal ?? null
  const rows = rowsOf(input)
  const height = 190
  const { datasets, layer } = curveLayers(
    {
      rows,
      marks: marksOf(input),
      near:
        near === null || near[1] <= near[0]
          ? null
          : [near[0] / xAxis.size, Math.min(near[1], tradeOff.curve.spend[points.at(-1)!]!) / xAxis.size],
      xTitle: axisTitle('Spend', xAxis),
      yTitle: axisTitle(figure.title, figure.axis),
      yDomain: verticalEnds(input, rows),
      zeroLine: figure.zeroLine,
    },
    theme,
  )
  return {
    title: '',
    note: '',
    height,
    description: describe(input),
    spec: { width: 320, height, config: chartConfig(theme), datasets, layer },
  }
}

function rowsOf({ tradeOff: { curve }, points, xAxis, figure, summary }: PanelInput): CurveRow[] {
  const at = (values: readonly (number | null)[], index: number): number | null => {
    const value = values[index] ?? null
    return value === null ? null : value / figure.axis.size
  }
  return points.map((index) => {
    const [mean, low, high] = [
      figure.series.mean[index] ?? null,
      figure.series.q05[index] ?? null,
      figure.series.q95[index] ?? null,
    ]
    return {
      spend: curve.spend[index]! / xAxis.size,
      observed: curve.observed[index]!,
      mean: at(figure.series.mean, index),
      low: at(figure.series.q05, index),
      high: at(figure.series.q95, index),
      tip: tip([
        [formatMoney(curve.spend[index]!, summary.kpi.currency), `${multipleText(curve.multiples[index]!)} × today`],
        [figure.title, formatFigure(mean, figure.kind)],
        ...(low === null || high === null ? [] : [['9 of 10 cases', formatInterval(low, high, figure.kind)] as const]),
      ]),
    }
  })
}

function marksOf({ tradeOff: { curve }, points, xAxis, spots, figure }: PanelInput): CurveMark[] {
  const last = curve.spend[points.at(-1)!]!
  return spots.flatMap(({ spend, shape, color, plan }) => {
    const y = plan === null ? meanAt(curve, figure.series as ResponseCurve['kpi'], spend) : figure.ofPlan(plan)
    return y === null || spend > last * 1.0000001
      ? []
      : [{ x: spend / xAxis.size, y: y / figure.axis.size, shape, color }]
  })
}

function verticalEnds(input: PanelInput, rows: readonly CurveRow[]): readonly [number, number] {
  const {
    figure,
    xAxis,
    tradeOff: { curve },
  } = input
  const today = (curve.spend[todayIndex(curve)] ?? 0) / xAxis.size
  const told = figure.ratio ? rows.filter(({ spend }) => spend >= 0.3 * today) : rows
  const marks = marksOf(input).map(({ y }) => y)
  const known = [
    ...told.flatMap(({ low, high }) => [low, high]).filter((value): value is number => value !== null),
    ...(figure.ratio ? [] : marks),
  ]
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  return [low - (low < 0 ? 0.04 * (high - low) : 0), high + 0.04 * (high - low)]
}

function describe({ tradeOff, spots, figure, summary }: PanelInput): string {
  const name = tradeOff.name === 'total' ? 'the whole budget' : tradeOff.name
  const each = spots.map(({ label, spend, plan }) => {
    const y = plan === null ? meanAt(tradeOff.curve, figure.series as ResponseCurve['kpi'], spend) : figure.ofPlan(plan)
    return `${label} at ${formatMoney(spend, summary.kpi.currency)}: ${formatFigure(y, figure.kind)}`
  })
  return `${figure.title} of ${name} against spend. ${each.join('; ')}.`
}
