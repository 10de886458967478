import type { Summary } from '../../decision/results.js'
import type { PredictiveCheck } from '../../decision/posterior-results.js'
import { predictiveCheckTable } from '../table/predictive-check-table.js'
import { capital, kpiWords } from '../words/kpi.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { drawn, type Chart } from './chart.js'
import { chartConfig, type Theme } from './theme.js'

/** How often the KPI fell into each range, observed and in KPIs drawn from the fitted model. */
export function predictiveCheckChart(check: PredictiveCheck, summary: Summary, theme: Theme): Chart {
  const { edges, observed, median, q05, q95 } = check.histogram
  const { noun, unit } = kpiWords(summary)
  const { period } = summary.window
  const axis = amountAxis(edges, unit)
  const rows = observed.map((count, i) => ({
    from: drawn(edges[i] / axis.size),
    to: drawn(edges[i + 1] / axis.size),
    middle: drawn((edges[i] + edges[i + 1]) / 2 / axis.size),
    count,
    median: median[i],
    low: q05[i],
    high: q95[i],
  }))
  const outside = observed.filter((count, i) => count < q05[i] || count > q95[i]).length
  const height = 200
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [rows[0].from, rows[rows.length - 1].to], zero: false, nice: false },
    axis: { title: axisTitle(`${capital(noun)} per ${period}`, axis), tickCount: 8 },
  })
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    axis: { title: `${capital(period)}s`, tickCount: 4 },
  })
  return {
    name: 'predictive-check',
    title: 'Does the model draw KPIs like the observed one?',
    subtitle: `${capital(period)}s by the size of the KPI; ${check.replications} KPIs drawn from the model. Lines: 9 of 10 of them`,
    columns: 1,
    legend: [
      { label: 'observed', mark: 'column', color: theme.baselineEdge },
      { label: 'drawn from the model', mark: 'circle', color: theme.estimate },
    ],
    panels: [
      {
        title: '',
        note: '',
        height,
        description: `Histogram of the KPI per ${period}: observed counts lie outside nine of ten replications in ${outside} of ${rows.length} ranges.`,
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: { bins: rows },
          data: { name: 'bins', format: { parse: null } },
          layer: [
            {
              mark: {
                type: 'rect',
                color: theme.baselineEdge,
                opacity: 0.35,
                stroke: theme.background,
                strokeWidth: 1,
              },
              encoding: { x: x('from'), x2: { field: 'to' }, y: y('count'), y2: { datum: 0 } },
            },
            {
              mark: { type: 'rule', color: theme.estimate, strokeWidth: 2 },
              encoding: { x: x('middle'), y: y('low'), y2: { field: 'high' } },
            },
            {
              mark: { type: 'point', filled: true, color: theme.estimate, size: 50, opacity: 1 },
              encoding: { x: x('middle'), y: y('median') },
            },
          ],
        },
      },
    ],
    table: predictiveCheckTable(check, summary),
  }
}
