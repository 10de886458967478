import type { ReportData } from '../../decision/results.js'
import { actualFittedChart } from './actual-fitted.js'
import { adstockCurvesChart } from './adstock-curves.js'
import type { Chart } from './chart.js'
import { contributionsChart } from './contributions.js'
import { driversChart } from './drivers.js'
import { frontierChart } from './frontier.js'
import { posteriorCharts } from './posterior-charts.js'
import { holdoutChart } from './holdout.js'
import { priorBeliefsChart } from './prior-beliefs.js'
import { innovationsChart, residualsChart } from './residuals.js'
import { responseCurvesChart } from './response-curves.js'
import { hasReturns, returnsChart } from './returns.js'
import type { Theme } from './theme.js'
import { budgetTradeOffChart, channelTradeOffChart } from './trade-off.js'
import { waterfallChart } from './waterfall.js'

/** Every chart that these results have, in the report's order; names are unique. */
export function reportCharts(data: ReportData, theme: Theme): Chart[] {
  const { summary, tradeOff } = data
  const beliefs = priorBeliefsChart(data, theme)
  return [
    ...(data.drivers ? [driversChart(data.drivers, theme)] : []),
    actualFittedChart(summary, theme),
    contributionsChart(summary, theme),
    waterfallChart(data, theme),
    ...(hasReturns(summary) ? [returnsChart(summary, theme)] : []),
    ...(data.curves.length > 0 ? [responseCurvesChart(data, theme)] : []),
    budgetTradeOffChart(data, theme),
    ...tradeOff.channels.map((channel, place) => channelTradeOffChart(channel, summary, place, theme)),
    ...(data.frontier ? [frontierChart({ ...data, frontier: data.frontier }, theme)] : []),
    ...(data.adstock.length > 0 ? [adstockCurvesChart(data, theme)] : []),
    ...(summary.holdout === null ? [] : [holdoutChart(summary.holdout, summary, theme)]),
    residualsChart(data, theme),
    innovationsChart(data, theme),
    ...posteriorCharts(data, theme),
    ...(beliefs === null ? [] : [beliefs]),
  ]
}
