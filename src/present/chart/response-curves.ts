import type {
  NullableSeries,
  ReportData,
  ResponseCurve,
  SeriesEstimate,
  Summary,
  TradeOff,
} from '../../decision/results.js'
import { formatInterval, formatMoney } from '../../decision/words/format.js'
import { curvesTable, shortMultiples } from '../table/curves-table.js'
import { capital, kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { tip, type Chart, type Panel } from './chart.js'
import { curveLayers, type CurveRow } from './curve-layers.js'
import { drawnReach, pointsWithin, todayIndex } from './curve-points.js'
import { chartConfig, type Theme } from './theme.js'

/** How every channel responds to more or less spend: one panel a channel, in money where the KPI has a value. */
export function responseCurvesChart(data: Pick<ReportData, 'curves' | 'summary' | 'tradeOff'>, theme: Theme): Chart {
  const { summary } = data
  return {
    name: 'response-curves',
    title: 'Response curves',
    subtitle: `${windowText(summary)}; incremental ${outcomeNoun(summary)} with its effect after the window. Band: 9 of 10 cases. Shaded: spend levels seen in the data`,
    columns: 3,
    legend: [
      { label: 'today', mark: 'circle', color: theme.ink },
      { label: 'expected', mark: 'line', color: theme.estimate },
      { label: 'expected, beyond what the data show', mark: 'dashed', color: theme.estimate },
    ],
    panels: data.curves.map((curve) => curvePanel(curve, reachOf(curve, data.tradeOff.channels), summary, theme)),
    table: curvesTable(data, shortMultiples),
  }
}

/** What a curve's vertical axis counts: value in money, or the KPI where it has none. */
export function outcomeNoun({ kpi }: Pick<Summary, 'kpi'>): string {
  return kpi.value === null ? 'KPI' : kpi.kind === 'revenue' ? 'revenue' : 'value'
}

/** A figure along a curve: its series, the unit of its axis, and how its values are written. */
export interface CurveFigure {
  readonly series: SeriesEstimate | NullableSeries
  readonly unit: string
  readonly text: (value: number | null) => string
  readonly range: (low: number, high: number) => string
}

/** What a curve causes: money where the KPI has a value, else the KPI. */
export function outcomeOf(curve: ResponseCurve, summary: Summary): CurveFigure & { readonly series: SeriesEstimate } {
  const { currency } = summary.kpi
  if (curve.value !== null) return { series: curve.value, ...moneyFigure(currency) }
  return {
    series: curve.kpi,
    unit: kpiWords(summary).unit,
    text: (value) => (value === null ? 'unknown' : kpiAmount(value, summary)),
    range: (low, high) => kpiInterval(low, high, summary),
  }
}

/** Unit and texts of money. */
export function moneyFigure(currency: string): Omit<CurveFigure, 'series'> {
  return {
    unit: currency,
    text: (value) => formatMoney(value, currency),
    range: (low, high) => formatInterval(low, high, { currency }),
  }
}

function reachOf(curve: ResponseCurve, tradeOffs: readonly TradeOff[]): number {
  const found = tradeOffs.find(({ name }) => name === curve.channel)
  return drawnReach(found ?? { name: curve.channel, curve, profitMax: null, roiMax: null, breakEven: null, flags: [] })
}

function curvePanel(curve: ResponseCurve, reach: number, summary: Summary, theme: Theme): Panel {
  const { currency } = summary.kpi
  const { series, unit, text, range } = outcomeOf(curve, summary)
  const points = pointsWithin(curve, reach)
  const xAxis = amountAxis(
    points.map((index) => curve.spend[index]),
    currency,
  )
  const yAxis = amountAxis(
    points.map((index) => series.q95[index]),
    unit,
  )
  const rows = points.map((index): CurveRow => ({
    spend: curve.spend[index] / xAxis.size,
    mean: series.mean[index] / yAxis.size,
    low: series.q05[index] / yAxis.size,
    high: series.q95[index] / yAxis.size,
    observed: curve.observed[index],
    tip: tip([
      [formatMoney(curve.spend[index], currency), `${multipleText(curve.multiples[index])} × today`],
      ['expected', text(series.mean[index])],
      ['9 of 10 cases', range(series.q05[index], series.q95[index])],
    ]),
  }))
  const today = todayIndex(curve)
  const marks =
    today < 0
      ? []
      : [
          {
            x: curve.spend[today] / xAxis.size,
            y: series.mean[today] / yAxis.size,
            shape: 'circle' as const,
            color: theme.ink,
          },
        ]
  const height = 190
  const { datasets, layer } = curveLayers(
    {
      rows,
      marks,
      near: null,
      yDomain: [0, Math.max(...rows.map(({ high }) => high!)) * 1.02],
      zeroLine: false,
      xTitle: axisTitle('Spend over the window', xAxis),
      yTitle: axisTitle(`Incremental ${outcomeNoun(summary)}`, yAxis),
    },
    theme,
  )
  return {
    title: curve.channel,
    note: today < 0 ? '' : `today: ${formatMoney(curve.spend[today], currency)} cause ${text(series.mean[today])}`,
    height,
    description: describe(curve, summary),
    spec: { width: 320, height, config: chartConfig(theme), datasets, layer },
  }
}

/** `1.5`, not `1.5000000000000002`. */
export function multipleText(multiple: number): string {
  return String(Number(multiple.toPrecision(3)))
}

function describe(curve: ResponseCurve, summary: Summary): string {
  const { series, text, range } = outcomeOf(curve, summary)
  const at = [0.5, 1, 1.5, 2].flatMap((multiple) => {
    const index = curve.multiples.indexOf(multiple)
    return index < 0
      ? []
      : [
          `at ${multiple} × today (${formatMoney(curve.spend[index], summary.kpi.currency)}) ${text(series.mean[index])}, ${range(series.q05[index], series.q95[index])}`,
        ]
  })
  return `${capital(curve.channel)}: incremental ${outcomeNoun(summary)} against spend: ${at.join('; ')}.`
}
