import { readDateColumn } from '../calendar/date-column.js'
import { daysInPeriod } from '../calendar/period-arithmetic.js'
import type { PeriodKind } from '../calendar/period.js'
import type { AssemblyRequest } from './assembly.js'
import type { Finding } from './dataset.js'
import { describePlace, describeRows, sourceOf } from './finding.js'
import { periodOfSteps } from './period-of-steps.js'
import type { RawTable } from './raw-table.js'

/** Periods into which those of a kind divide without rest. */
const longer: Readonly<Record<PeriodKind, readonly PeriodKind[]>> = {
  day: ['week', 'month', 'quarter', 'year'],
  week: [],
  month: ['quarter', 'year'],
  quarter: ['year'],
  year: [],
}

/** The period of a table's rows where they are to be added up to a longer one. */
export interface RowPeriod {
  readonly period: PeriodKind
  /** An error where the rows do not make up the wanted period. */
  readonly finding: Finding | null
}

/**
 * Reads from the dates how long a period each row is, and says whether such rows make up the period that is wanted.
 *
 * Dates that can't be read, or are too few to tell, count as days: what is wrong with them is found where they are read.
 *
 * @param date position of the date column.
 */
export function rowPeriod(table: RawTable, date: number, { date: column, period: wanted }: AssemblyRequest): RowPeriod {
  const period = periodOfDates(table, date)
  if (longer[period].includes(wanted)) return { period, finding: null }
  const what =
    period === wanted
      ? `the rows are ${period}s already, so there is nothing to add up; remove \`aggregate\` from \`data\``
      : `the rows are ${period}s, which do not make up a ${wanted}; give daily rows, or write \`period: ${period}\` and remove \`aggregate\``
  const message = `${describePlace({ file: sourceOf(table), column })}: ${what}.`
  const finding: Finding = { id: 'aggregate-period', severity: 'error', message, column, row: null, decide: null }
  return { period, finding }
}

/** How many rows of a period make up the longer one that begins on a day. */
export function rowsInPeriod(rows: PeriodKind, period: PeriodKind, startDay: number): number {
  if (rows === 'day') return daysInPeriod(period, startDay)
  if (rows === 'month') return period === 'quarter' ? 3 : 12
  return 4
}

function periodOfDates(table: RawTable, date: number): PeriodKind {
  const cells = table.rows.map((row) => row[date]).filter((cell) => cell !== '')
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const read = readDateColumn(cells, kind, (cell) => describeRows(sourceOf(table), [table.lines[cell]]))
    if (read.resolution === null || read.problems.length > 0) continue
    const steps = periodOfSteps(read.days)
    return steps === null ? read.resolution : (steps.period ?? 'day')
  }
  return 'day'
}
