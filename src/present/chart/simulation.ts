import type { Simulation } from '../../decision/plan/simulation.js'
import type { Summary } from '../../decision/results.js'
import { againstText } from '../../decision/words/simulation-sentence.js'
import { simulateSeriesTable } from '../table/simulate-table.js'
import { capital, kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle, type AmountAxis } from './amount-axis.js'
import { drawn, tip, type Chart, type LegendEntry } from './chart.js'
import { hoverColumns } from './hover.js'
import { chartConfig, type Theme } from './theme.js'
import { periodEdges, timeEncoding } from './time-axis.js'

/** The KPI as it was observed, before a plan's window and in it; KPI units. */
export interface ObservedKpi {
  readonly periods: readonly string[]
  readonly observed: readonly number[]
}

const height = 300

/** The expected KPI under a plan and its reference after what was observed; in a forecast with the range of the KPI itself. */
export function simulationChart(simulation: Simulation, past: ObservedKpi, theme: Theme): Chart {
  const kpi = kpiOf(simulation)
  const { noun, unit } = kpiWords(kpi)
  const { window, predictive, series } = simulation
  const periods = [...past.periods.filter((period) => !simulation.periods.includes(period)), ...simulation.periods]
  const axis = amountAxis([...past.observed, ...series.q95, ...(predictive?.q95 ?? [])], unit)
  const title = axisTitle(`${capital(noun)} per ${window.period}`, axis)
  return {
    name: 'simulation',
    title: predictive === null ? `Plan: ${simulation.name}` : `Forecast: ${simulation.name}`,
    subtitle: `${windowText(simulation)}; expected ${noun}, baseline included`,
    columns: 1,
    legend: legend(simulation, theme),
    panels: [
      {
        title: '',
        note: '',
        description: `Line chart of ${noun} per ${window.period}: observed points, then what is expected under the plan from ${window.from} to ${window.to}, ${kpiAmount(simulation.kpi.mean, kpi)} in all (in 9 of 10 cases ${kpiInterval(simulation.kpi.q05, simulation.kpi.q95, kpi)}).`,
        height,
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: rowsOf(simulation, past, { periods, axis }),
          data: { name: 'periods', format: { parse: null } },
          encoding: { x: timeEncoding('t', periods) },
          layer: layers(simulation, { title, periods, theme }),
        },
      },
    ],
    table: simulateSeriesTable(simulation),
  }
}

/** What the words for amounts of the KPI need. */
function kpiOf({ kpiKind, currency, kpi }: Simulation): Pick<Summary, 'kpi'> {
  return { kpi: { kind: kpiKind, currency, total: kpi.mean, value: null, margin: null } }
}

function isSame({ difference }: Simulation): boolean {
  return difference.probabilityBetter === null
}

function legend(simulation: Simulation, theme: Theme): LegendEntry[] {
  return [
    { label: 'observed', mark: 'circle', color: theme.ink },
    { label: 'expected under the plan', mark: 'line', color: theme.estimate },
    ...(isSame(simulation) ? [] : [{ label: againstText(simulation), mark: 'dashed' as const, color: theme.contrast }]),
    {
      label: simulation.predictive === null ? '9 of 10 cases of what is expected' : '9 of 10 observations',
      mark: 'column',
      color: theme.estimate,
    },
  ]
}

interface Drawing {
  readonly periods: readonly string[]
  readonly axis: AmountAxis
}

function rowsOf(simulation: Simulation, past: ObservedKpi, { periods, axis: { size } }: Drawing): object {
  const kpi = kpiOf(simulation)
  const edges = periodEdges(periods)
  const observed = new Map(past.periods.map((period, t) => [period, past.observed[t]]))
  const first = periods.length - simulation.periods.length
  const { series, predictive, against } = simulation
  const band = predictive ?? series
  const plan = simulation.periods.map((_, t) => ({
    t: edges[first + t],
    plan: drawn(series.mean[t] / size),
    against: drawn(against.series.mean[t] / size),
    low: drawn(band.q05[t] / size),
    high: drawn(band.q95[t] / size),
  }))
  const rows = periods.map((period, t) => {
    const y = observed.get(period)
    const lines: [string, string][] = [[period, '']]
    if (y !== undefined) lines.push(['observed', kpiAmount(y, kpi)])
    if (t >= first) {
      lines.push(['expected', kpiAmount(series.mean[t - first], kpi)])
      lines.push(['9 of 10 in', kpiInterval(band.q05[t - first], band.q95[t - first], kpi)])
    }
    return { t: edges[t], end: edges[t + 1], tip: tip(lines), ...(y === undefined ? {} : { y: drawn(y / size) }) }
  })
  return { periods: rows, observed: rows.filter((row) => 'y' in row), plan }
}

function layers(
  simulation: Simulation,
  { title, periods, theme }: { readonly title: string; readonly periods: readonly string[]; readonly theme: Theme },
): object[] {
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { zero: false, nice: true },
    axis: { title },
  })
  const plan = { data: { name: 'plan', format: { parse: null } } }
  return [
    {
      ...plan,
      mark: { type: 'area', color: theme.estimate, opacity: 0.18 },
      encoding: { y: y('low'), y2: { field: 'high' } },
    },
    ...(isSame(simulation)
      ? []
      : [
          {
            ...plan,
            mark: { type: 'line', color: theme.contrast, strokeWidth: 1.5, strokeDash: [4, 3] },
            encoding: { y: y('against') },
          },
        ]),
    { ...plan, mark: { type: 'line', color: theme.estimate, strokeWidth: 2 }, encoding: { y: y('plan') } },
    {
      data: { name: 'observed', format: { parse: null } },
      mark: { type: 'point', filled: true, shape: 'circle', color: theme.ink, size: 14, opacity: 0.9 },
      encoding: { y: y('y') },
    },
    hoverColumns(timeEncoding('t', periods), 'end', theme),
  ]
}
