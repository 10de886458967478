import type { ByPeriod } from '../../decision/readout/by-period.js'
import type { Drivers } from '../../decision/readout/drivers.js'
import type { ReportData } from '../../decision/results.js'
import { contributionsByPeriodTable, returnsByPeriodTable } from '../table/by-period-tables.js'
import { contributionsTable } from '../table/contributions-table.js'
import { curvesTable } from '../table/curves-table.js'
import { driversTable, mediaChangeTable } from '../table/drivers-table.js'
import { elasticitiesTable } from '../table/elasticities-table.js'
import { frontierTables } from '../table/frontier-table.js'
import { holdoutReturnsTable, holdoutSeriesTable, holdoutTable } from '../table/holdout-table.js'
import { nextTenPercentTable } from '../table/next-ten-percent-table.js'
import type { Column, Table } from '../table/table.js'
import { returnsFigures } from './returns-figures.js'
import { planFigures, tradeOffFigures } from './trade-off-figures.js'

/** A table of the workbook: the name of its sheet, and what the list of contents says of it. */
export interface WorkbookTable {
  readonly name: string
  readonly table: Table
  readonly holds: string
  /** Columns that stay in sight. */
  readonly frozenColumns: number
}

/** Every table of the workbook that these data have, drivers first; without a table for what they have none of. */
export function workbookTables(data: ReportData): WorkbookTable[] {
  const { summary } = data
  const tables: readonly WorkbookTable[] = [
    ...drivers(data),
    entry(
      'Contributions',
      contributionsTable(summary),
      'What every part contributed over the window, and its share',
      2,
    ),
    ...spans(data).map((span) =>
      entry(`Contributions by ${span.by}`, contributionsByPeriodTable(span), `The same in every ${span.by}`),
    ),
    entry('Returns', returnsFigures(summary), 'Channels, groups and all paid media: all that they did and returned', 2),
    ...spans(data).map((span) =>
      entry(`Returns by ${span.by}`, returnsByPeriodTable(span), `The same for the spend of every ${span.by}`),
    ),
    ...elasticities(data),
    entry('Next 10 %', nextTenPercentTable(data), 'What ten per cent more spend would return, by channel'),
    entry('Curves', curvesTable(data), 'What each channel would cause and return at other spends', 2),
    entry(
      'Trade-off',
      tradeOffFigures(data),
      'Where ROI and profit are highest, and break-even, by channel and in all',
    ),
    entry('Plans', planFigures(data), 'Today, same sales for less, best split of today’s budget, profit-max'),
    ...frontier(data),
    ...holdout(data),
  ]
  return tables.filter(({ table }) => table.rows.length > 0)
}

function frontier(data: ReportData): WorkbookTable[] {
  const [budgets, marks] = frontierTables(data)
  if (budgets === undefined) return []
  return [
    entry(
      'Frontier',
      budgets,
      'The best split of every budget from zero to three times today: what it brings, each spend',
    ),
    entry('Frontier marks', marks, 'Today, the other named plans and break-even, by budget'),
  ]
}

function drivers(data: ReportData): WorkbookTable[] {
  if (!data.drivers) return []
  const media = mediaChangeFigures(data.drivers)
  return [
    entry('Drivers', driversTable(data.drivers), 'Why the KPI changed from one year to the next', 2),
    ...(media === null
      ? []
      : [entry('Drivers of media', media, 'Paid media’s part of the change: spend, cost per unit, timing')]),
  ]
}

/** Paid media's part of the change with the money and the cost per unit themselves. */
function mediaChangeFigures(figures: Drivers): Table | null {
  const table = mediaChangeTable(figures)
  if (table === null) return null
  const money = { unit: figures.kpi.currency, align: 'right', format: 'amount' } as const
  const price = { ...money, format: 'figure' } as const
  const columns: Column[] = [
    { key: 'spendBefore', label: 'Spend before', ...money },
    { key: 'spendNow', label: 'Spend now', ...money },
    { key: 'unitCostBefore', label: 'Cost per unit before', ...price },
    { key: 'unitCostNow', label: 'Cost per unit now', ...price },
  ]
  const known = columns.filter(({ key }) => table.rows.some((row) => row[key] !== null))
  return { ...table, columns: [...table.columns, ...known] }
}

/** Years and quarters, as far as they are not the periods themselves. */
export function spans({ byYear, byQuarter, summary }: ReportData): ByPeriod[] {
  return [byYear ?? null, byQuarter ?? null].filter(
    (span): span is ByPeriod => span !== null && span.by !== summary.window.period,
  )
}

function elasticities({ summary }: ReportData): WorkbookTable[] {
  const table = elasticitiesTable(summary)
  return table === null ? [] : [entry('Elasticities', table, 'Of the KPI with respect to each treatment')]
}

function holdout({ summary }: ReportData): WorkbookTable[] {
  if (summary.holdout === null) return []
  const { period } = summary.window
  return [
    entry('Hold-out', holdoutTable(summary.holdout, summary), 'How well the last periods were predicted without them'),
    entry(`Hold-out by ${period}`, holdoutSeriesTable(summary.holdout, summary), `The prediction in every ${period}`),
    entry(
      'Hold-out returns',
      holdoutReturnsTable(summary.holdout, summary),
      'How far returns move without these periods',
    ),
  ]
}

function entry(name: string, table: Table, holds: string, frozenColumns = 1): WorkbookTable {
  return { name, table, holds, frozenColumns }
}
