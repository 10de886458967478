import type { PeriodKind } from '../../../data/calendar/period.js'
import type { LongLayout } from '../../../data/table/pivot-long.js'
import type { RawTable } from '../../../data/table/raw-table.js'
import type { ColumnProfile } from './column-profile.js'
import type { DateGuess } from './guess-dates.js'
import type { RoleGuess } from './guess-roles.js'
import { InputError } from '../../../check/errors.js'
import { pivotLong } from '../../../data/table/pivot-long.js'
import { guessCurrency } from './guess-currency.js'
import { guessDates } from './guess-dates.js'
import { guessLong } from './guess-long.js'
import { guessRoles } from './guess-roles.js'
import { nameGuesses } from './name-guesses.js'
import { profileColumns } from './column-profile.js'
import { writeSpec } from './write-spec.js'

/** A spec made from the look of a table. */
export interface GuessedSpec {
  /** Content of the spec, commented; it parses. */
  readonly yaml: string
  /** One sentence for each thing taken for granted, the doubtful ones saying what to check. */
  readonly guesses: readonly string[]
}

export interface GuessSpecOptions {
  /** Sheet of the workbook that the table is, as the spec is to name it. */
  readonly sheet?: string | number | null
}

/**
 * Guesses a spec from a table: dates and period, outcome, spend with the exposure that goes with it, organic media,
 * treatments, controls, and what to leave out. Headers decide, cells confirm; nothing is fitted.
 *
 * @param file path of the table as the spec is to name it, relative to the spec's folder.
 * @throws InputError if there is no column of dates, no period, no outcome or no spend to be found.
 * @example guessSpec(readTable('week,sales,tv_spend\n…', { file: 'a.csv' }), 'a.csv').guesses
 */
export function guessSpec(table: RawTable, file: string, { sheet = null }: GuessSpecOptions = {}): GuessedSpec {
  const given = profileDates(table)
  const long = guessLong(given.columns, given.dates)
  const { columns, dates } = long === null ? given : profileDates(pivotLong(table, long))
  const period = requirePeriod(dates, table)
  const roles = guessRoles(
    columns.filter((column) => column !== dates.column),
    dates.days,
  )
  requireRoles(roles, table)
  const named = nameGuesses(roles)
  const currency = guessCurrency(columns)
  const date = dates.column.header
  const yaml = writeSpec({ file, sheet, long, date, period, currency, named, leftOut: roles.leftOut })
  return { yaml, guesses: [...dateSentences(dates, period, long), ...named.sentences, ...leftOutSentences(roles)] }
}

/** Profiles of a table's columns, one of which must be dates. */
function profileDates(table: RawTable): { readonly columns: ColumnProfile[]; readonly dates: DateGuess } {
  const columns = profileColumns(table)
  const dates = guessDates(columns, table.lines)
  if (dates !== null) return { columns, dates }
  throw new InputError(
    `${table.file} must have a column of dates such as 2024-01-31; none of its ${columns.length} columns is one.`,
  )
}

function requirePeriod(dates: DateGuess, table: RawTable): PeriodKind {
  const { period, stepDays, column } = dates
  if (period !== null) return period
  const found = stepDays === null ? 'it has fewer than four different dates' : `its rows are ${stepDays} days apart`
  throw new InputError(
    `${table.file}: column \`${column.header}\` must have one date a day, week, month, quarter or year; ${found}.`,
  )
}

function requireRoles({ kpi, channels }: RoleGuess, table: RawTable): void {
  if (kpi === null) {
    throw new InputError(
      `${table.file} must have a column of numbers for the outcome, such as revenue or orders; found none.`,
    )
  }
  if (channels.length === 0) {
    throw new InputError(
      `${table.file} must have a column of spend, such as tv_spend; no header says spend or cost, or names a medium.`,
    )
  }
}

const periodWords: Readonly<Record<PeriodKind, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
}

function dateSentences({ column, isRepeated }: DateGuess, period: PeriodKind, long: LongLayout | null): string[] {
  const dates = `dates: column ${column.header}, ${periodWords[period]}, ${column.cells.length} ${long === null ? 'rows' : 'dates'}.`
  if (long !== null) return [dates, `layout: long, names in column ${long.variable}, values in column ${long.value}.`]
  if (!isRepeated) return [dates]
  return [
    dates,
    `check: dates repeat, as in a table of several regions; a model needs one row per ${period}, so sum them first.`,
  ]
}

function leftOutSentences({ leftOut }: RoleGuess): string[] {
  return leftOut.map(({ column, why }) => `left out: ${column.header || 'a column without a header'}, as ${why}.`)
}
