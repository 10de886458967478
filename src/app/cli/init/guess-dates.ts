import type { PeriodKind } from '../../../data/calendar/period.js'
import type { ColumnProfile } from './column-profile.js'
import { readDateColumn } from '../../../data/calendar/date-column.js'
import { periodOfSteps } from '../../../data/table/period-of-steps.js'
import { saysAny } from './header-words.js'

/** The column of dates and what its steps say. */
export interface DateGuess {
  readonly column: ColumnProfile
  /** null where the rows are as far apart as no period is. */
  readonly period: PeriodKind | null
  /** Median number of days between rows; null for fewer than four dates. */
  readonly stepDays: number | null
  /** Whether dates occur more than once, as in a table of several regions. */
  readonly isRepeated: boolean
  readonly days: Float64Array
}

const kinds: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year']
const dateNames =
  'date dates day week month quarter year period time ds datum woche monat jahr fecha semana data periodo tag wk'

/** The column that most looks like dates: every cell one, the header saying so, each date once; null where there is none. */
export function guessDates(columns: readonly ColumnProfile[], lines: readonly number[]): DateGuess | null {
  let best: { guess: DateGuess; score: number } | null = null
  for (const column of columns) {
    const guess = column.unusable === null ? readDates(column, lines) : null
    if (guess === null) continue
    const named = saysAny(column.sense, dateNames)
    // Plain numbers such as 1907 are years only if they are called so or count up one by one.
    if (column.numbers !== null && !named && !countsUp(column.numbers)) continue
    const score = (named ? 4 : 0) + (guess.isRepeated ? 0 : 2) + (guess.period === null ? 0 : 1)
    if (best === null || score > best.score) best = { guess, score }
  }
  return best?.guess ?? null
}

function readDates(column: ColumnProfile, lines: readonly number[]): DateGuess | null {
  for (const kind of kinds) {
    const { days, problems, resolution } = readDateColumn(column.cells, kind, (cell) => `line ${lines[cell]}`)
    if (resolution === null || problems.length > 0) continue
    const steps = periodOfSteps(days)
    const isRepeated = new Set(days).size < days.length
    const period = steps?.period ?? null
    const isCoarser = period !== null && kinds.indexOf(period) >= kinds.indexOf(resolution)
    return { column, period: isCoarser ? period : null, stepDays: steps?.days ?? null, isRepeated, days }
  }
  return null
}

function countsUp(numbers: Float64Array): boolean {
  return numbers.length > 3 && numbers.every((value, i) => i === 0 || value === numbers[i - 1] + 1)
}
