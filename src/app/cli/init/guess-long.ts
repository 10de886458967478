import type { LongLayout } from '../../../data/table/pivot-long.js'
import type { ColumnProfile } from './column-profile.js'
import type { DateGuess } from './guess-dates.js'

/**
 * The columns of a table in the long layout: dates that repeat, one column of texts each of which occurs once a date, and one
 * column of numbers; null where the table looks otherwise.
 */
export function guessLong(
  columns: readonly ColumnProfile[],
  { column: date, isRepeated, days }: DateGuess,
): LongLayout | null {
  if (!isRepeated) return null
  const others = columns.filter((column) => column !== date && column.unusable === null)
  const numbers = others.filter((column) => column.numbers !== null)
  const names = others.filter((column) => column.numbers === null && namesEachOnce(column.cells, days))
  if (numbers.length !== 1 || names.length !== 1) return null
  return { date: date.header, variable: names[0].header, value: numbers[0].header }
}

function namesEachOnce(cells: readonly string[], days: Float64Array): boolean {
  const pairs = new Set(cells.map((cell, i) => `${days[i]} ${cell}`))
  return pairs.size === cells.length && !cells.includes('') && new Set(cells).size > 1
}
