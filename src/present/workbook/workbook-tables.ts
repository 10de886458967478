import type { ByPeriod } from '../../decision/readout/by-period.js'
import type { ReportData } from '../../decision/results.js'
import { contributionsTable } from '../table/contributions-table.js'
import { curvesTable } from '../table/curves-table.js'
import { elasticitiesTable } from '../table/elasticities-table.js'
import { nextTenPercentTable } from '../table/next-ten-percent-table.js'
import type { Table } from '../table/table.js'
import { driverFigures } from './driver-figures.js'
import { returnsFigures } from './returns-figures.js'
import { spanContributions, spanReturns } from './span-figures.js'
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
  const tables: readonly (WorkbookTable | null)[] = [
    data.drivers
      ? entry('Drivers', driverFigures(data.drivers), 'Why the KPI changed from one year to the next', 2)
      : null,
    entry(
      'Contributions',
      contributionsTable(summary),
      'What every part contributed over the window, and its share',
      2,
    ),
    ...spans(data).map((span) =>
      entry(`Contributions by ${span.by}`, spanContributions(summary, span), `The same in every ${span.by}`, 2),
    ),
    entry('Returns', returnsFigures(summary), 'Channels, groups and all paid media: all that they did and returned', 2),
    ...spans(data).map((span) =>
      entry(`Returns by ${span.by}`, spanReturns(summary, span), `The same for the spend of every ${span.by}`, 2),
    ),
    elasticities(data),
    entry('Next 10 %', nextTenPercentTable(data), 'What ten per cent more spend would return, by channel'),
    entry('Curves', curvesTable(data), 'What each channel would cause and return at other spends', 2),
    entry(
      'Trade-off',
      tradeOffFigures(data),
      'Where ROI and profit are highest, and break-even, by channel and in all',
    ),
    entry('Plans', planFigures(data), 'Today, same sales for less, best split of today’s budget, profit-max'),
  ]
  return tables.flatMap((each) => (each === null || each.table.rows.length === 0 ? [] : [each]))
}

/** Years and quarters, as far as they are not the periods themselves. */
export function spans({ byYear, byQuarter, summary }: ReportData): ByPeriod[] {
  return [byYear ?? null, byQuarter ?? null].filter(
    (span): span is ByPeriod => span !== null && span.by !== summary.window.period,
  )
}

function elasticities({ summary }: ReportData): WorkbookTable | null {
  const table = elasticitiesTable(summary)
  return table === null ? null : entry('Elasticities', table, 'Of the KPI with respect to each treatment')
}

function entry(name: string, table: Table, holds: string, frozenColumns = 1): WorkbookTable {
  return { name, table, holds, frozenColumns }
}
