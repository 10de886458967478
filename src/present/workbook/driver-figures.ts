import type { Drivers, Driver, MediaChange } from '../../decision/readout/drivers.js'
import type { Cell, Column, Table } from '../table/table.js'

/** Why the KPI changed between two windows, every figure: drivers, groups, all paid media, and the totals that they add up to. */
export function driverFigures(drivers: Drivers): Table {
  const { window, against, fitted, observed, unexplained } = drivers
  const plain = (name: string, kind: string, figures: Readonly<Record<string, Cell>>): Record<string, Cell> => ({
    name,
    kind,
    ...Object.fromEntries(figureKeys.map((key) => [key, figures[key] ?? null])),
  })
  const rows = [
    ...drivers.rows.map((row) => plain(row.name, row.kind, { ...changeOf(row), ...splitOf(row.split) })),
    plain('fitted', 'total', changeOf(fitted)),
    plain('unexplained', 'rest', { change: unexplained }),
    plain('observed', 'total', { ...observed }),
    ...drivers.groups.map((group) => plain(group.name, 'group', { ...changeOf(group), ...splitOf(group.split) })),
    ...(drivers.media === null
      ? []
      : [plain('all paid media', 'sum', { ...changeOf(drivers.media), ...splitOf(drivers.media.split) })]),
  ]
  const title = `Why the KPI changed: ${window.from} to ${window.to} against ${against.from} to ${against.to}`
  return {
    title,
    columns: columnsOf(drivers).filter(({ key }) => rows.some((row) => row[key] !== null)),
    rows,
    notes: [
      'Changes of the drivers add up to the fitted change (in means); fitted and unexplained add up to the observed change.',
      'A channel’s change is spend (more or less money) + cost per unit (what the money buys) + timing (when it ran, carry-over); groups and all paid media are sums of channels again.',
    ],
  }
}

const figureKeys = [
  'before',
  'now',
  'change',
  'spend',
  'costPerUnit',
  'timing',
  'moneyBefore',
  'moneyNow',
  'unitCostBefore',
  'unitCostNow',
] as const

function changeOf({ before, now, change }: Pick<Driver, 'before' | 'now' | 'change'>): Record<string, Cell> {
  return { before, now, change }
}

function splitOf(split: Driver['split'] | MediaChange['split']): Record<string, Cell> {
  if (split === null) return {}
  const { spend, costPerUnit, timing, money, unitCost } = split
  return {
    spend,
    costPerUnit,
    timing,
    moneyBefore: money.before,
    moneyNow: money.now,
    unitCostBefore: unitCost?.before ?? null,
    unitCostNow: unitCost?.now ?? null,
  }
}

function columnsOf({ kpi }: Drivers): Column[] {
  const text = { unit: null, align: 'left', format: 'text' } as const
  const amount = { unit: kpi.kind === 'revenue' ? kpi.currency : 'units', align: 'right', format: 'amount' } as const
  const money = { unit: kpi.currency, align: 'right', format: 'amount' } as const
  const price = { unit: kpi.currency, align: 'right', format: 'figure' } as const
  return [
    { key: 'name', label: 'Driver', ...text },
    { key: 'kind', label: 'Kind', ...text },
    { key: 'before', label: 'Before', ...amount },
    { key: 'now', label: 'Now', ...amount },
    { key: 'change', label: 'Change', ...amount },
    { key: 'spend', label: 'Of it by spend', ...amount },
    { key: 'costPerUnit', label: 'Of it by cost per unit', ...amount },
    { key: 'timing', label: 'Of it by timing', ...amount },
    { key: 'moneyBefore', label: 'Spend before', ...money },
    { key: 'moneyNow', label: 'Spend now', ...money },
    { key: 'unitCostBefore', label: 'Cost per unit before', ...price },
    { key: 'unitCostNow', label: 'Cost per unit now', ...price },
  ]
}
