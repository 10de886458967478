import type { NamedPlan, ResponseCurve, Summary } from '../../decision/results.js'
import { formatInterval, formatNumber, formatPercent } from '../../decision/words/format.js'
import { amountAxis, percentAxis, type AmountAxis } from './amount-axis.js'
import { moneyFigure, outcomeNoun, outcomeOf, type CurveFigure } from './response-curves.js'

/** One figure of a trade-off, drawn against spend: outcome, profit, or a return. */
export interface TradeOffFigure extends CurveFigure {
  readonly title: string
  readonly axis: AmountAxis
  readonly zeroLine: boolean
  /** Ratios grow without bound towards zero spend: the axis ends where it stops telling anything. */
  readonly ratio: boolean
  /** The same figure of a plan, which has no curve. */
  ofPlan(plan: NamedPlan): number | null
}

/** The figures that this KPI has: outcome always, profit and ROI with a margin, else ROAS with a value in money. */
export function tradeOffFigures(curve: ResponseCurve, points: readonly number[], summary: Summary): TradeOffFigure[] {
  return [
    outcomeFigure(curve, points, summary),
    ...profitFigure(curve, points, summary),
    ...(curve.roi === null ? roasFigure(curve) : roiFigure(curve)),
  ]
}

function outcomeFigure(curve: ResponseCurve, points: readonly number[], summary: Summary): TradeOffFigure {
  const outcome = outcomeOf(curve, summary)
  return {
    ...outcome,
    title: `Incremental ${outcomeNoun(summary)}`,
    axis: amountAxis(endsOf(outcome, points), outcome.unit),
    zeroLine: false,
    ratio: false,
    // A plan's record has the KPI and the returns; its value in money is its ROAS times its spend.
    ofPlan: ({ incrementalKpi, roas, totalSpend }) =>
      roas !== null ? roas.mean * totalSpend : summary.kpi.value === null ? incrementalKpi.mean : null,
  }
}

function profitFigure({ profit }: ResponseCurve, points: readonly number[], { kpi }: Summary): TradeOffFigure[] {
  if (profit === null) return []
  const figure = { series: profit, ...moneyFigure(kpi.currency) }
  const axis = amountAxis(endsOf(figure, points), kpi.currency)
  return [
    { ...figure, title: 'Profit', axis, zeroLine: true, ratio: false, ofPlan: (plan) => plan.profit?.mean ?? null },
  ]
}

function roiFigure({ roi }: ResponseCurve): TradeOffFigure[] {
  if (roi === null) return []
  return [
    {
      title: 'ROI',
      series: roi,
      unit: '%',
      axis: percentAxis,
      zeroLine: true,
      ratio: true,
      text: (value) => formatPercent(value),
      range: (low, high) => formatInterval(low, high, 'percent'),
      ofPlan: (plan) => plan.roi?.mean ?? null,
    },
  ]
}

function roasFigure({ roas }: ResponseCurve): TradeOffFigure[] {
  if (roas === null) return []
  return [
    {
      title: 'ROAS',
      series: roas,
      unit: '',
      axis: { size: 1, unit: '' },
      zeroLine: false,
      ratio: true,
      text: (value) => formatNumber(value),
      range: (low, high) => formatInterval(low, high, 'number'),
      ofPlan: (plan) => plan.roas?.mean ?? null,
    },
  ]
}

function endsOf({ series }: CurveFigure, points: readonly number[]): (number | null)[] {
  return points.flatMap((index) => [series.q05[index]!, series.q95[index]!])
}
