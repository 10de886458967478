import type { CurvePoint, ReportData, TradeOff } from '../../decision/results.js'
import type { Cell, Column, Table } from '../table/table.js'
import { plansTable, tradeOffTable } from '../table/trade-off-table.js'

type TradeOffData = Pick<ReportData, 'tradeOff' | 'summary'>

/** The trade-off's points with their spread over draws, a row a channel and one for the whole budget. */
export function tradeOffFigures(data: TradeOffData): Table {
  const table = tradeOffTable(data)
  const { currency, margin } = data.summary.kpi
  const each = [...data.tradeOff.channels, data.tradeOff.total]
  const rows = table.rows.map((row, place) => ({ ...row, ...spreads(each[place]) }))
  const columns: Column[] = [
    ...table.columns.filter(({ key }) => key !== 'pNever' && key !== 'note'),
    ...(margin === null ? [] : points.flatMap(([key, label]) => spreadColumns(key, label, currency))),
    ...table.columns.filter(({ key }) => key === 'note'),
  ]
  return {
    title: table.title,
    columns: columns.filter(({ key }) => rows.some((row: Readonly<Record<string, Cell>>) => (row[key] ?? '') !== '')),
    rows,
    notes: [
      ...(table.notes ?? []),
      'Each draw has points of its own: median, 5 % and 95 % are theirs. Never pays: share of draws in which no spend does. Beyond: share in which the point lies beyond ten times today’s spend.',
    ],
  }
}

/** The named plans, and how far each may be from the best. */
export function planFigures(data: TradeOffData): Table {
  const { rows, columns, ...table } = plansTable(data)
  return {
    ...table,
    columns: [
      ...columns,
      {
        key: 'gap',
        label: 'Profit still to be had, at most',
        unit: data.summary.kpi.currency,
        align: 'right',
        format: 'amount',
      },
    ],
    rows: rows.map((row, place) => ({ ...row, gap: data.tradeOff.plans[place].gap })),
    notes: [...(table.notes ?? []), 'Plans may change the mix, each channel between 0 and 10 times today.'],
  }
}

const points = [
  ['roiMax', 'ROI-max'],
  ['profitMax', 'Profit-max'],
  ['breakEven', 'Break-even'],
] as const

function spreads(tradeOff: TradeOff): Record<string, Cell> {
  return Object.assign({}, ...points.map(([key]) => spread(key, tradeOff[key]))) as Record<string, Cell>
}

function spread(key: string, point: CurvePoint | null): Record<string, Cell> {
  return {
    [`${key}_median`]: point?.perDraw.median ?? null,
    [`${key}_q05`]: point?.perDraw.q05 ?? null,
    [`${key}_q95`]: point?.perDraw.q95 ?? null,
    [`${key}_pNever`]: point?.pNever ?? null,
    [`${key}_pBeyond`]: point?.pBeyond ?? null,
  }
}

function spreadColumns(key: string, label: string, currency: string): Column[] {
  const money = { unit: currency, align: 'right', format: 'amount' } as const
  const chance = { unit: null, align: 'right', format: 'probability' } as const
  return [
    { key: `${key}_median`, label: `${label} per draw, median`, ...money },
    { key: `${key}_q05`, label: `${label} per draw, 5 %`, ...money },
    { key: `${key}_q95`, label: `${label} per draw, 95 %`, ...money },
    { key: `${key}_pNever`, label: `${label}: never pays`, ...chance },
    { key: `${key}_pBeyond`, label: `${label}: beyond`, ...chance },
  ]
}
