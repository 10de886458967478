import type { Estimate } from '../../decision/results.js'
import type { Driver, Drivers } from '../../decision/readout/drivers.js'
import { formatNumber, formatPercent } from '../../decision/words/format.js'
import { fittedRow, observedRow, unexplainedRow } from '../table/drivers-table.js'
import type { Table } from '../table/table.js'
import { comparedText, driverName } from '../words/compared.js'
import { kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { tip, type Chart } from './chart.js'
import { nameAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'
import { stepRow, waterfallLayers, type WaterfallStep } from './waterfall-layers.js'

/**
 * How the change of the KPI builds up: every driver, paid media by spend, cost per unit and timing, then the fitted change, what is not
 * explained, and the observed change.
 *
 * Controls and events that hardly moved it share a bar, and so do all but the six that moved it most.
 */
export function driversChart(drivers: Drivers, theme: Theme): Chart {
  const steps = stepsOf(drivers)
  const { noun, unit } = kpiWords(drivers)
  const axis = amountAxis(
    steps.flatMap(({ start, end }) => [start, end]),
    unit,
  )
  const height = 30 * steps.length
  return {
    name: 'drivers',
    title: `Why ${noun === 'KPI' ? 'the KPI' : noun} changed`,
    subtitle: `${comparedText(drivers)}; lines: 9 of 10 cases${mediaText(drivers)}`,
    columns: 1,
    legend: [
      { label: 'raised it', mark: 'area', color: theme.estimate },
      { label: 'lowered it', mark: 'area', color: theme.contrast },
      { label: 'not explained', mark: 'area', color: theme.baseline },
      { label: 'sum', mark: 'area', color: theme.baselineEdge },
    ],
    panels: [
      {
        title: '',
        note: '',
        height,
        description: describe(steps, drivers),
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: { steps: steps.map((step) => rowOf(step, axis.size, drivers)) },
          data: { name: 'steps', format: { parse: null } },
          encoding: {
            y: nameAxis(
              'key',
              steps.map(({ key }) => key),
              theme,
            ),
          },
          layer: layersOf(steps, drivers, { title: axisTitle('Change', axis), size: axis.size }, theme),
        },
      },
    ],
    table: stepTable(steps, drivers),
  }
}

/** Its interval is of the change; what was observed has none. */
type Step = WaterfallStep<'plus' | 'minus' | 'rest' | 'sum'>

interface Move {
  readonly label: string
  readonly mean: number
  readonly interval: readonly [number, number] | null
}

const mostControls = 6

/** Share of the largest move below which a control has no bar of its own. */
const trifle = 0.01

function stepsOf(drivers: Drivers): Step[] {
  const { rows, fitted, observed, unexplained } = drivers
  const named = (kinds: readonly Driver['kind'][]): Move[] =>
    rows.filter(({ kind }) => kinds.includes(kind)).map((row) => move(driverName(row, drivers), row.change))
  const first = named(['baseline', 'trend', 'season', 'treatment'])
  const controls = named(['control'])
  const last = [...mediaMoves(drivers), ...named(['organic'])]
  const moves = [
    ...named(['length']),
    ...first,
    ...fewControls(controls, largestOf([...first, ...controls, ...last])),
    ...last,
  ]
  const steps: Step[] = []
  let level = 0
  for (const { label, mean, interval } of moves) {
    const key = `${steps.length} ${label}`
    steps.push({ key, label, kind: mean < 0 ? 'minus' : 'plus', start: level, end: level + mean, interval })
    level += mean
  }
  const sum = { kind: 'sum', start: 0 } as const
  const place = `${steps.length}`
  return [
    ...steps,
    {
      ...sum,
      key: `${place} ${fittedRow}`,
      label: fittedRow,
      end: fitted.change.mean,
      interval: bounds(fitted.change),
    },
    {
      key: `${place} ${unexplainedRow}`,
      label: unexplainedRow,
      kind: 'rest',
      start: fitted.change.mean,
      end: fitted.change.mean + unexplained.mean,
      interval: bounds(unexplained),
    },
    { ...sum, key: `${place} ${observedRow}`, label: observedRow, end: observed.change, interval: null },
  ]
}

function move(label: string, change: Estimate): Move {
  return { label, mean: change.mean, interval: bounds(change) }
}

function bounds({ q05, q95 }: Estimate): readonly [number, number] {
  return [q05, q95]
}

/** The controls that moved it most, in their order, and the sum of the rest. */
function fewControls(controls: readonly Move[], largest: number): Move[] {
  const bySize = [...controls].sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
  const own = new Set(bySize.filter(({ mean }) => Math.abs(mean) >= trifle * largest).slice(0, mostControls))
  const rest = controls.filter((control) => !own.has(control))
  if (rest.length < 2) return [...controls]
  const mean = rest.reduce((sum, control) => sum + control.mean, 0)
  return [
    ...controls.filter((control) => own.has(control)),
    { label: `${rest.length} other controls`, mean, interval: null },
  ]
}

function largestOf(moves: readonly Move[]): number {
  return moves.reduce((largest, { mean }) => Math.max(largest, Math.abs(mean)), 0)
}

function mediaMoves({ media }: Drivers): Move[] {
  if (media === null) return []
  const { spend, costPerUnit, timing } = media.split
  return [
    move('media spend', spend),
    ...(costPerUnit === null ? [] : [move('cost per unit', costPerUnit)]),
    move('media timing', timing),
  ]
}

function mediaText({ media }: Drivers): string {
  if (media === null) return ''
  return `; spend${media.split.costPerUnit === null ? '' : ', cost per unit'} and timing are of all paid media`
}

/** Both ends of a step's bar and interval. */
function reach({ start, end, kind, interval }: Step): readonly [number, number] {
  const origin = kind === 'sum' ? 0 : start
  const [low, high] = interval ?? [0, 0]
  return [Math.min(start, end, origin + low), Math.max(start, end, origin + high)]
}

function layersOf(
  steps: readonly Step[],
  drivers: Drivers,
  axis: { readonly title: string; readonly size: number },
  theme: Theme,
): object[] {
  const bottom = Math.min(0, ...steps.map((step) => reach(step)[0])) / axis.size
  const top = Math.max(0, ...steps.map((step) => reach(step)[1])) / axis.size
  return waterfallLayers(
    {
      title: axis.title,
      labels: steps.map((step) => labelOf(step, drivers)),
      bottom,
      top,
      colors: { plus: theme.estimate, minus: theme.contrast, rest: theme.baseline, sum: theme.baselineEdge },
    },
    theme,
  )
}

/** Short, since the axis says the unit. */
function labelOf({ start, end }: Step, { observed }: Drivers): string {
  const value = end - start
  const share = observed.before === 0 ? '' : ` (${formatPercent(value / observed.before)})`
  return `${value > 0 ? '+' : ''}${formatNumber(value)}${share}`
}

function rowOf(step: Step, size: number, drivers: Drivers): object {
  const value = step.end - step.start
  const origin = step.kind === 'sum' ? 0 : step.start
  const { before } = drivers.observed
  return {
    ...stepRow(step, size, { origin, at: reach(step)[1], text: labelOf(step, drivers) }),
    tip: tip([
      [step.label, ''],
      ['change', `${value > 0 ? '+' : ''}${kpiAmount(value, drivers)}`],
      ...(step.interval === null ? [] : [['9 of 10 cases', kpiInterval(...step.interval, drivers)] as const]),
      ...(before === 0 ? [] : [['share of the total before', formatPercent(value / before)] as const]),
    ]),
  }
}

function stepTable(steps: readonly Step[], drivers: Drivers): Table {
  const { noun, unit } = kpiWords(drivers)
  const { before } = drivers.observed
  return {
    title: `Why ${noun === 'KPI' ? 'the KPI' : noun} changed`,
    columns: [
      { key: 'driver', label: 'Driver', unit: null, align: 'left', format: 'text' },
      { key: 'change', label: 'Change', unit, align: 'right', format: 'amount', digits: 3 },
      { key: 'share', label: `Share of ${noun} before`, unit: null, align: 'right', format: 'percent' },
    ],
    rows: steps.map(({ label, start, end, interval }) => {
      const mean = end - start
      const change = interval === null ? mean : { mean, q05: interval[0], q95: interval[1] }
      return { driver: label, change, share: before === 0 ? null : mean / before }
    }),
  }
}

function describe(steps: readonly Step[], drivers: Drivers): string {
  const amount = (value: number): string => kpiAmount(Math.abs(value), drivers)
  const parts = steps
    .slice(0, -3)
    .map(
      ({ label, kind, start, end }) =>
        `${label} ${kind === 'minus' ? 'lowered' : 'raised'} it by ${amount(end - start)}`,
    )
  const { fitted, observed } = drivers
  const signed = (value: number): string => kpiAmount(value, drivers)
  return `Waterfall of the change: ${parts.join(', ')}; fitted change ${signed(fitted.change.mean)}, observed change ${signed(observed.change)}.`
}
