import type { NamedPlan, ReportData, Summary, TradeOff } from '../../decision/results.js'
import { formatInterval, formatMoney, formatNumber } from '../../decision/words/format.js'
import { curvesTable, shortMultiples } from '../table/curves-table.js'
import { planName, plansTable } from '../table/trade-off-table.js'
import { windowText, yearsIn } from '../words/window.js'
import { amountAxis, axisTitle, type AmountAxis } from './amount-axis.js'
import { slug, tip, type Chart, type LegendEntry, type Panel } from './chart.js'
import { curveLayers, type CurveMark, type CurveRow } from './curve-layers.js'
import { drawnReach, meanAt, pointsWithin, todayIndex } from './curve-points.js'
import { multipleText } from './response-curves.js'
import { chartConfig, type Theme } from './theme.js'
import { tradeOffFigures, type TradeOffFigure } from './trade-off-figures.js'

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
    title: `${tradeOff.name}: ${figureWords(tradeOff)} against spend`,
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
    title: `The whole budget: ${figureWords(total)} against spend`,
    subtitle: `${windowText(summary)}; the line keeps today’s mix, plans may change it. Band: 9 of 10 cases`,
    columns: 3,
    legend: legendOf(spots, total, summary, theme),
    panels: panelsOf(total, spots, summary, theme),
    table: plansTable({ tradeOff, summary }),
  }
}

/** What the panels show, in words. */
function figureWords({ curve }: TradeOff): string {
  if (curve.roi !== null) return 'outcome, profit and ROI'
  return curve.roas === null ? 'outcome' : 'outcome and ROAS'
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
    ...spot('ROI-max', roiMax?.spend, 'square', theme.contrast).map((each) => ({
      ...each,
      label: each.spend === 0 ? 'ROI-max, not a target' : each.label,
    })),
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
  summary: Summary,
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
    label: `${label}: ${spendText(spend, summary)}`,
    mark: marks[shape],
    color,
  }))
  const near = profitMax?.nearOptimal
  if (near === null || near === undefined || near[1] <= near[0]) return entries
  return [
    ...entries,
    {
      label: `within 1 % of the greatest profit${name === 'total' ? ' at today’s mix' : ''}: ${formatInterval(near[0], near[1], { currency: summary.kpi.currency })}`,
      mark: 'column',
      color: theme.optimum,
    },
  ]
}

/** Spend over the window, and a year where the window is longer. */
function spendText(spend: number, summary: Summary): string {
  const total = formatMoney(spend, summary.kpi.currency)
  const years = yearsIn(summary)
  return years < 1.01 ? total : `${total} (${formatNumber(spend / years)} a year)`
}

function panelsOf(tradeOff: TradeOff, spots: readonly Spot[], summary: Summary, theme: Theme): Panel[] {
  const { curve } = tradeOff
  const farthest = Math.max(0, ...spots.filter(({ id }) => id !== 'break-even').map(({ spend }) => spend))
  const today = curve.spend[todayIndex(curve)] ?? 0
  const reach = Math.min(10, Math.max(drawnReach(tradeOff), today > 0 ? (1.1 * farthest) / today : 0))
  const points = pointsWithin(curve, reach)
  const xAxis = amountAxis(
    points.map((index) => curve.spend[index]),
    summary.kpi.currency,
  )
  return tradeOffFigures(curve, points, summary).map((figure) =>
    figurePanel({ tradeOff, points, xAxis, spots, figure, summary }, theme),
  )
}

interface PanelInput {
  readonly tradeOff: TradeOff
  readonly points: readonly number[]
  readonly xAxis: AmountAxis
  readonly spots: readonly Spot[]
  readonly figure: TradeOffFigure
  readonly summary: Summary
}

function figurePanel(input: PanelInput, theme: Theme): Panel {
  const { tradeOff, points, xAxis, figure } = input
  const near = tradeOff.profitMax?.nearOptimal ?? null
  const rows = rowsOf(input)
  const marks = marksOf(input)
  const ends = verticalEnds(input, rows, marks)
  const height = 190
  const { datasets, layer } = curveLayers(
    {
      rows,
      // A ratio at zero spend may lie far above all that is drawn.
      marks: marks.filter(({ y }) => y >= ends[0] && y <= ends[1]),
      near:
        near === null || near[1] <= near[0]
          ? null
          : [near[0] / xAxis.size, Math.min(near[1], tradeOff.curve.spend[points.at(-1)!]) / xAxis.size],
      xTitle: axisTitle('Spend over the window', xAxis),
      yTitle: axisTitle(figure.title, figure.axis),
      yDomain: ends,
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

/** Share of today's spend from which a ratio is drawn: nearer to zero it is the ratio of two guesses. */
const ratioFrom = 0.1

function rowsOf({ tradeOff: { curve }, points, xAxis, figure, summary }: PanelInput): CurveRow[] {
  const at = (values: readonly (number | null)[], index: number): number | null => {
    const value = values[index] ?? null
    return value === null ? null : value / figure.axis.size
  }
  const today = curve.spend[todayIndex(curve)] ?? 0
  const told = figure.ratio ? points.filter((index) => curve.spend[index] >= ratioFrom * today) : points
  return told.map((index) => {
    const [mean, low, high] = [
      figure.series.mean[index] ?? null,
      figure.series.q05[index] ?? null,
      figure.series.q95[index] ?? null,
    ]
    return {
      spend: curve.spend[index] / xAxis.size,
      observed: curve.observed[index],
      mean: at(figure.series.mean, index),
      low: at(figure.series.q05, index),
      high: at(figure.series.q95, index),
      tip: tip([
        [formatMoney(curve.spend[index], summary.kpi.currency), `${multipleText(curve.multiples[index])} × today`],
        [figure.title, figure.text(mean)],
        ...(low === null || high === null ? [] : [['9 of 10 cases', figure.range(low, high)] as const]),
      ]),
    }
  })
}

function marksOf({ tradeOff: { curve }, points, xAxis, spots, figure }: PanelInput): CurveMark[] {
  const last = curve.spend[points.at(-1)!]
  return spots.flatMap(({ spend, shape, color, plan }) => {
    const y = plan === null ? meanAt(curve, figure.series, spend) : figure.ofPlan(plan)
    if (y === null || spend > last * 1.0000001) return []
    return [{ x: spend / xAxis.size, y: y / figure.axis.size, shape, color }]
  })
}

/** Ends of the vertical axis: all of the band and every mark; of a ratio what lies beyond a third of today's spend. */
function verticalEnds(
  { figure, xAxis, tradeOff: { curve } }: PanelInput,
  rows: readonly CurveRow[],
  marks: readonly CurveMark[],
): readonly [number, number] {
  const today = (curve.spend[todayIndex(curve)] ?? 0) / xAxis.size
  const told = figure.ratio ? rows.filter(({ spend }) => spend >= 0.3 * today) : rows
  const known = [
    ...told.flatMap(({ low, high }) => [low, high]),
    ...(figure.ratio ? [] : marks.map(({ y }) => y)),
  ].filter((value): value is number => value !== null)
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  return [low - (low < 0 ? 0.04 * (high - low) : 0), high + 0.04 * (high - low)]
}

function describe({ tradeOff, spots, figure, summary }: PanelInput): string {
  const name = tradeOff.name === 'total' ? 'the whole budget' : tradeOff.name
  const each = spots.map(({ label, spend, plan }) => {
    const y = plan === null ? meanAt(tradeOff.curve, figure.series, spend) : figure.ofPlan(plan)
    return `${label} at ${formatMoney(spend, summary.kpi.currency)}: ${figure.text(y)}`
  })
  return `${figure.title} of ${name} against spend. ${each.join('; ')}.`
}
