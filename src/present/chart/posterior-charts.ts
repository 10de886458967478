import type { ReportData } from '../../decision/results.js'
import type { Chart } from './chart.js'
import { learningChart } from './learning.js'
import { predictiveCheckChart } from './predictive-check.js'
import { rankPlotsChart } from './rank-plots.js'
import { tracesChart } from './sampler-traces.js'
import type { Theme } from './theme.js'

/** Charts of a fit by sampling: what the data taught, whether the model draws such data, and how the chains went; none for other methods. */
export function posteriorCharts(
  { posterior, summary }: Pick<ReportData, 'posterior' | 'summary'>,
  theme: Theme,
): Chart[] {
  if (!posterior) return []
  const { sampler, learning, check } = posterior
  const ranks = rankPlotsChart(sampler, theme)
  return [
    ...(learning.length === 0 ? [] : [learningChart(learning, theme)]),
    ...(check === null ? [] : [predictiveCheckChart(check, summary, theme)]),
    tracesChart(posterior, summary, theme),
    ...(ranks === null ? [] : [ranks]),
  ]
}
