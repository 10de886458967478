import type { Summary } from '../../decision/results.js'
import { formatPercent } from '../../decision/words/format.js'
import { seriesTable } from '../table/series-table.js'
import { capital, kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle, type AmountAxis } from './amount-axis.js'
import { drawn, tip, type Chart } from './chart.js'
import { hoverColumns } from './hover.js'
import { chartConfig, type Theme } from './theme.js'
import { periodEdges, timeEncoding } from './time-axis.js'

/** The observed KPI against the fitted mean, with the band in which nine of ten observations are predicted to lie. */
export function actualFittedChart(summary: Summary, theme: Theme): Chart {
  const { noun, unit } = kpiWords(summary)
  const axis = amountAxis([...summary.observed, ...summary.predictive.q95], unit)
  const title = axisTitle(`${capital(noun)} per ${summary.window.period}`, axis)
  const outside = summary.observed.filter(
    (y, t) => y < summary.predictive.q05[t] || y > summary.predictive.q95[t],
  ).length
  const within = 1 - outside / summary.observed.length
  return {
    name: 'actual-fitted',
    title: 'Actual against fitted',
    subtitle: `${windowText(summary)}; ${formatPercent(within)} of the observations lie in the band of 9 in 10`,
    columns: 1,
    legend: [
      { label: 'observed', mark: 'circle', color: theme.ink },
      { label: 'fitted', mark: 'line', color: theme.estimate },
      { label: '9 of 10 observations', mark: 'column', color: theme.estimate },
    ],
    panels: [
      {
        title: '',
        note: '',
        description: describe(summary, within),
        height: 300,
        spec: {
          width: 760,
          height: 300,
          config: chartConfig(theme),
          datasets: { periods: periodRows(summary, axis) },
          data: { name: 'periods', format: { parse: null } },
          encoding: { x: timeEncoding('t', summary.periods) },
          layer: layers(title, summary, theme),
        },
      },
    ],
    table: {
      ...seriesTable(summary),
      title: 'Actual against fitted',
      columns: seriesTable(summary).columns.slice(0, 3),
    },
  }
}

function periodRows(summary: Summary, { size }: AmountAxis): object[] {
  const edges = periodEdges(summary.periods)
  return summary.periods.map((period, t) => {
    const [low, high] = [summary.predictive.q05[t], summary.predictive.q95[t]]
    return {
      t: edges[t],
      end: edges[t + 1],
      y: drawn(summary.observed[t] / size),
      fit: drawn(summary.fitted.mean[t] / size),
      low: drawn(low / size),
      high: drawn(high / size),
      tip: tip([
        [period, ''],
        ['observed', kpiAmount(summary.observed[t], summary)],
        ['fitted', kpiAmount(summary.fitted.mean[t], summary)],
        ['9 of 10 in', kpiInterval(low, high, summary)],
      ]),
    }
  })
}

function layers(title: string, summary: Summary, theme: Theme): object[] {
  const scale = { zero: false, nice: true }
  const y = (field: string): object => ({ field, type: 'quantitative', scale, axis: { title } })
  return [
    { mark: { type: 'area', color: theme.estimate, opacity: 0.18 }, encoding: { y: y('low'), y2: { field: 'high' } } },
    { mark: { type: 'line', color: theme.estimate, strokeWidth: 2 }, encoding: { y: y('fit') } },
    {
      mark: { type: 'point', filled: true, shape: 'circle', color: theme.ink, size: 14, opacity: 0.9 },
      encoding: { y: y('y') },
    },
    hoverColumns(timeEncoding('t', summary.periods), 'end', theme),
  ]
}

function describe(summary: Summary, within: number): string {
  const { noun } = kpiWords(summary)
  return (
    `Line chart of ${noun} per ${summary.window.period}, ${windowText(summary)}: observed points, fitted line and predictive band. ` +
    `The fit follows ${formatPercent(summary.quality.r2)} of the variation (R2); ${formatPercent(within)} of the observations lie in the band.`
  )
}
