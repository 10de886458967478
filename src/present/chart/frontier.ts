import type { Frontier, FrontierPoint } from '../../decision/optimise/frontier.js'
import type { Estimate, NullableSeries, ReportData, ResponseCurve, SeriesEstimate } from '../../decision/results.js'
import { frontierTable } from '../table/frontier-table.js'
import { windowText } from '../words/window.js'
import type { Chart } from './chart.js'
import type { Theme } from './theme.js'
import { budgetTradeOffChart } from './trade-off.js'

/** The best split of every budget: outcome, profit and ROI, with today, the other named plans and break-even. */
export function frontierChart(
  { frontier, tradeOff, summary }: Pick<ReportData, 'tradeOff' | 'summary'> & { readonly frontier: Frontier },
  theme: Theme,
): Chart {
  const breakEven = frontier.marks.find(({ name }) => name === 'break-even')
  const total = {
    ...tradeOff.total,
    curve: frontierCurve(frontier),
    profitMax: null,
    roiMax: null,
    breakEven:
      breakEven === undefined
        ? null
        : {
            spend: breakEven.budget,
            nearOptimal: null,
            perDraw: { median: NaN, q05: NaN, q95: NaN },
            pNever: 0,
            pBeyond: 0,
          },
  }
  const chart = budgetTradeOffChart({ tradeOff: { ...tradeOff, total }, summary }, theme)
  return {
    ...chart,
    name: 'frontier',
    title: chart.title.replace(/^The whole budget/, 'The best split of every budget'),
    subtitle: `${windowText(summary)}; every budget at its own best mix. Dashed: beyond what history shows. Band: 9 of 10 cases`,
    table: frontierTable({ frontier, summary }),
  }
}

/** The frontier as a curve of the whole budget. */
function frontierCurve({ points, today }: Frontier): ResponseCurve {
  const series = (of: (point: FrontierPoint) => Estimate): SeriesEstimate => ({
    mean: points.map((point) => of(point).mean),
    median: points.map((point) => of(point).median),
    sd: points.map((point) => of(point).sd),
    q05: points.map((point) => of(point).q05),
    q95: points.map((point) => of(point).q95),
  })
  const ratio = (of: (point: FrontierPoint) => Estimate | null): NullableSeries | null => {
    if (points.every((point) => of(point) === null)) return null
    const each = (name: keyof Estimate): (number | null)[] => points.map((point) => of(point)?.[name] ?? null)
    return { mean: each('mean'), median: each('median'), sd: each('sd'), q05: each('q05'), q95: each('q95') }
  }
  return {
    channel: 'total',
    multiples: points.map(({ budget }) => (Math.abs(budget / today - 1) < 1e-9 ? 1 : budget / today)),
    spend: points.map(({ budget }) => budget),
    kpi: series(({ incrementalKpi }) => incrementalKpi),
    value: null,
    roas: ratio(({ roas }) => roas),
    marginalRoas: null,
    roi: ratio(({ roi }) => roi),
    profit: points[0].profit === null ? null : series(({ profit }) => profit as Estimate),
    observed: points.map(({ observed }) => observed),
  }
}
