import type { Estimate } from '../../decision/results.js'
import type { Driver, Drivers, MediaSplit } from '../../decision/readout/drivers.js'
import { comparedText, driverName, lengthText, spanText } from '../words/compared.js'
import { kpiWords } from '../words/kpi.js'
import { countText } from '../words/window.js'
import { scaledEstimate } from './scaled-estimate.js'
import type { Cell, Column, Table } from './table.js'

/**
 * Why the KPI changed from one window to another: a row a driver, then their sum, what is not explained, and the observed change.
 *
 * What spend, cost per unit and timing of a paid channel made of it stands in `mediaChangeTable`.
 */
export function driversTable(drivers: Drivers): Table {
  const { fitted, observed, unexplained } = drivers
  const share = (change: Estimate | number): Cell => shareOf(change, observed.before)
  const sum = (driver: string, cells: Readonly<Record<string, Cell>> & { change: Estimate | number }): Row => ({
    driver,
    kind: 'sum',
    before: null,
    now: null,
    ...cells,
    share: share(cells.change),
  })
  return {
    title: `Drivers of change, ${comparedText(drivers)}`,
    columns: driverColumns(drivers),
    rows: [
      ...drivers.rows.map((driver) => ({
        driver: driverName(driver, drivers),
        kind: driver.kind,
        change: driver.change,
        share: share(driver.change),
        before: driver.before,
        now: driver.now,
      })),
      sum(fittedRow, { change: fitted.change, before: fitted.before, now: fitted.now }),
      sum(unexplainedRow, { change: unexplained }),
      sum(observedRow, { change: observed.change, before: observed.before, now: observed.now }),
    ],
    notes: [
      'Ranges: 9 of 10 cases. The drivers add up to the fitted change; what is not explained is the observed change less that.',
      ...lengthNotes(drivers),
      ...trendNotes(drivers),
    ],
  }
}

/** Names of the rows that sum up the others. */
export const fittedRow = 'fitted change'
export const unexplainedRow = 'not explained'
export const observedRow = 'observed change'

/** What spend, cost per unit and timing of paid media made of the change: a row a channel, a group, and all paid media; null without any. */
export function mediaChangeTable(drivers: Drivers): Table | null {
  const { media, groups, rows, window, against } = drivers
  if (media === null) return null
  const all = [
    ...rows.flatMap(({ name, change, split }) => (split === null ? [] : [{ name, change, split }])),
    ...groups,
    media,
  ]
  const cells = all.map(({ name, change, split }): Row => ({ channel: name, change, ...splitCells(split, drivers) }))
  return {
    title: `Paid media’s part of it, ${spanText(window)} against ${spanText(against)}`,
    columns: [...mediaColumns(drivers), ...ratioColumns(drivers)].filter(({ key }) =>
      cells.some((row) => row[key] !== null),
    ),
    rows: cells,
    notes: splitNotes(drivers, media.split.costPerUnit !== null),
  }
}

/** Both tables in one, a row a driver, observed figures as intervals without width: what a CSV file holds. */
export function wideDriversTable(drivers: Drivers): Table {
  const table = driversTable(drivers)
  const splits = drivers.rows.map(({ split }) => (split === null ? {} : splitCells(split, drivers)))
  const estimated = ['change', 'share', 'before', 'now']
  const filled = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, estimated.includes(key) ? certain(cell) : cell]))
  return {
    ...table,
    columns: [...table.columns, ...mediaColumns(drivers).slice(2), ...ratioColumns(drivers), ...moneyColumns(drivers)],
    rows: table.rows.map((row, i) => ({ ...filled(row), ...splits[i] })),
  }
}

type Row = Readonly<Record<string, Cell>>

function shareOf(change: Estimate | number, before: number): Cell {
  if (before === 0) return null
  return typeof change === 'number' ? change / before : scaledEstimate(change, 1 / before)
}

function certain(cell: Cell): Cell {
  return typeof cell === 'number' ? { mean: cell, median: cell, sd: 0, q05: cell, q95: cell } : cell
}

function splitCells({ spend, costPerUnit, timing, money, unitCost }: MediaSplit, { window, against }: Drivers): Row {
  const perPeriod = { before: money.before / against.periods, now: money.now / window.periods }
  return {
    spend,
    costPerUnit,
    timing,
    spendRatio: money.before > 0 ? perPeriod.now / perPeriod.before - 1 : null,
    unitCostRatio: unitCost === null ? null : unitCost.now / unitCost.before - 1,
    spendBefore: money.before,
    spendNow: money.now,
    unitCostBefore: unitCost?.before ?? null,
    unitCostNow: unitCost?.now ?? null,
  }
}

/** How a paid channel's change is split, in words. */
function splitNotes({ period }: Drivers, priced: boolean): string[] {
  const spend = `Spend: money a ${period}.`
  const timing = 'Timing: when and how evenly media ran, and what was carried in.'
  const each = (orders: string, moving: string): string =>
    `Each is the mean, over ${orders} in which the ${moving} could have changed, of what its step adds.`
  return priced
    ? [
        'Ranges: 9 of 10 cases. Change = by spend + by cost per unit + by timing. In percent: how spend and cost per unit changed themselves.',
        `${spend} Cost per unit: what a unit of media costs. ${timing} ${each('all six orders', 'three')}`,
      ]
    : [
        'Ranges: 9 of 10 cases. Change = by spend + by timing. In percent: how spend changed itself.',
        `${spend} ${timing} ${each('both orders', 'two')}`,
      ]
}

function lengthNotes(drivers: Drivers): string[] {
  const { window, against, period } = drivers
  if (window.periods === against.periods) return []
  const between = (window.periods + against.periods) / 2
  return [
    `The windows differ in length: “${lengthText(drivers)}” is what that alone makes; every other row compares means per ${period}, times ${countText(between, period)}.`,
  ]
}

function trendNotes({ rows }: Drivers): string[] {
  const has = (kind: Driver['kind']): boolean => rows.some((row) => row.kind === kind)
  if (!has('trend')) return []
  return [
    `Trend: slow changes of demand that no other driver explains${has('season') ? '; season: the time of the year, so next to nothing between whole years' : ''}.`,
  ]
}

function driverColumns(drivers: Drivers): Column[] {
  const { noun, unit } = kpiWords(drivers)
  const amount = { unit, align: 'right', format: 'amount' } as const
  return [
    { key: 'driver', label: 'Driver', unit: null, align: 'left', format: 'text' },
    { key: 'kind', label: 'Kind', unit: null, align: 'left', format: 'text', droppable: 3 },
    { key: 'change', label: 'Change', ...amount, digits: 3 },
    { key: 'share', label: `Share of ${noun} before`, unit: null, align: 'right', format: 'percent' },
    { key: 'before', label: 'Before', ...amount, digits: 3, group: 'levels', droppable: 2 },
    { key: 'now', label: 'Now', ...amount, digits: 3, group: 'levels', droppable: 1 },
  ]
}

/** Channel and change first, then what the change is made of. */
function mediaColumns(drivers: Drivers): Column[] {
  const { unit } = kpiWords(drivers)
  const change = { unit, align: 'right', format: 'amount', digits: 3, group: 'change' } as const
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'change', label: 'Change', ...change },
    { key: 'spend', label: 'By spend', ...change },
    { key: 'costPerUnit', label: 'By cost per unit', ...change },
    { key: 'timing', label: 'By timing', ...change },
  ]
}

function ratioColumns({ period }: Drivers): Column[] {
  const percent = { unit: null, align: 'right', format: 'percent' } as const
  return [
    { key: 'spendRatio', label: `Spend a ${period}`, ...percent, droppable: 1 },
    { key: 'unitCostRatio', label: 'Cost per unit', ...percent, droppable: 2 },
  ]
}

function moneyColumns({ kpi }: Drivers): Column[] {
  const money = { unit: kpi.currency, align: 'right', format: 'exact' } as const
  return [
    { key: 'spendBefore', label: 'Spend before', ...money },
    { key: 'spendNow', label: 'Spend now', ...money },
    { key: 'unitCostBefore', label: 'Cost per unit before', ...money },
    { key: 'unitCostNow', label: 'Cost per unit now', ...money },
  ]
}
