import { daysPerPeriod, type PeriodKind } from '../../data/calendar/period.js'
import type { Summary } from '../../decision/results.js'
import type { Holdout } from '../../fit/holdout/holdout.js'
import { holdoutSeriesTable } from '../table/holdout-table.js'
import { holdoutSentences, holdoutText, seasonalNaiveText } from '../words/holdout.js'
import { capital, kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { countText } from '../words/window.js'
import { amountAxis, axisTitle, type AmountAxis } from './amount-axis.js'
import { drawn, tip, type Chart } from './chart.js'
import { hoverColumns } from './hover.js'
import { chartConfig, type Theme } from './theme.js'
import { periodEdges, periodStart, timeEncoding } from './time-axis.js'

const height = 260
const day = 86_400_000

/** The held-out periods: observed, predicted with the band of nine in ten, and the same time a year earlier. One step a period, so that one is enough. */
export function holdoutChart(holdout: Holdout, summary: Summary, theme: Theme): Chart {
  const { noun, unit } = kpiWords(summary)
  const axis = amountAxis([...holdout.observed, ...(holdout.model.q95 ?? []), ...holdout.seasonalNaive.mean], unit)
  const edges = edgesOf(holdout, summary)
  const x = timeAxis(holdout, summary, edges)
  return {
    name: 'holdout',
    title: 'Hold-out: the end of the data, predicted',
    subtitle: `${holdoutText(holdout, summary)}; fitted to the ${countText(holdout.fittedPeriods, summary.window.period)} before`,
    columns: 1,
    legend: [
      { label: 'observed', mark: 'circle', color: theme.ink },
      { label: 'predicted', mark: 'line', color: theme.estimate },
      { label: '9 of 10 observations', mark: 'column', color: theme.estimate },
      { label: seasonalNaiveText(holdout, summary), mark: 'dashed', color: theme.contrast },
    ],
    panels: [
      {
        title: '',
        note: '',
        description: `Step chart of ${noun} per ${summary.window.period}. ${holdoutSentences(holdout, summary).join(' ')}`,
        height,
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: { periods: periodRows(holdout, summary, { axis, edges }) },
          data: { name: 'periods', format: { parse: null } },
          encoding: { x },
          layer: layers(axisTitle(`${capital(noun)} per ${summary.window.period}`, axis), x, theme),
        },
      },
    ],
    table: holdoutSeriesTable(holdout, summary),
  }
}

/** Starts of the periods and the end of the last one, milliseconds; `periodEdges` can't tell how long a single one is. */
function edgesOf({ periods }: Holdout, { window }: Summary): number[] {
  if (periods.length > 1) return periodEdges(periods)
  const start = periodStart(periods[0])
  return [start, start + day * daysPerPeriod[window.period as PeriodKind]]
}

/** Few periods are labelled in their middle, with room on both sides. */
function timeAxis(
  { periods }: Holdout,
  { window }: Summary,
  edges: readonly number[],
): Readonly<Record<string, unknown>> {
  if (periods.length > 4) return timeEncoding('t', periods)
  const room = (edges.at(-1)! - edges[0]) / periods.length
  const formats: Readonly<Record<string, string>> = { year: '%Y', quarter: '%Y-Q%q', month: '%b %Y' }
  return {
    field: 't',
    type: 'temporal',
    scale: { type: 'utc', domain: [edges[0] - room, edges.at(-1)! + room] },
    axis: { title: null, values: middles(edges).map(dateTime), format: formats[window.period] ?? '%d %b %Y' },
  }
}

/** A moment as Vega-Lite wants it in an axis: a plain number before 1970 it takes for a year. */
function dateTime(moment: number): object {
  const date = new Date(moment)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate(), utc: true }
}

function middles(edges: readonly number[]): number[] {
  return edges.slice(1).map((end, t) => (edges[t] + end) / 2)
}

interface Drawing {
  readonly axis: AmountAxis
  readonly edges: readonly number[]
}

function periodRows(holdout: Holdout, summary: Summary, { axis: { size }, edges }: Drawing): object[] {
  const { periods, observed, model, seasonalNaive } = holdout
  const centres = middles(edges)
  return periods.map((period, t) => {
    const [low, high] = [model.q05?.[t] ?? model.mean[t], model.q95?.[t] ?? model.mean[t]]
    return {
      t: edges[t],
      middle: centres[t],
      end: edges[t + 1],
      y: drawn(observed[t] / size),
      model: drawn(model.mean[t] / size),
      low: drawn(low / size),
      high: drawn(high / size),
      earlier: drawn(seasonalNaive.mean[t] / size),
      tip: tip([
        [period, ''],
        ['observed', kpiAmount(observed[t], summary)],
        ['predicted', kpiAmount(model.mean[t], summary)],
        ['9 of 10 in', kpiInterval(low, high, summary)],
        ['a year earlier', kpiAmount(seasonalNaive.mean[t], summary)],
      ]),
    }
  })
}

function layers(title: string, x: Readonly<Record<string, unknown>>, theme: Theme): object[] {
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { zero: false, nice: true },
    axis: { title },
  })
  const step = { x2: { field: 'end' } }
  return [
    {
      mark: { type: 'rect', color: theme.estimate, opacity: 0.18 },
      encoding: { ...step, y: y('low'), y2: { field: 'high' } },
    },
    {
      mark: { type: 'rule', color: theme.contrast, strokeWidth: 1.5, strokeDash: [4, 3] },
      encoding: { ...step, y: y('earlier') },
    },
    { mark: { type: 'rule', color: theme.estimate, strokeWidth: 2 }, encoding: { ...step, y: y('model') } },
    {
      mark: { type: 'point', filled: true, shape: 'circle', color: theme.ink, size: 22, opacity: 0.9 },
      encoding: { x: { ...x, field: 'middle' }, y: y('y') },
    },
    hoverColumns(x, 'end', theme),
  ]
}
