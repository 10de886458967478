import { isInterval, isRange, type Cell, type Table } from './table.js'

/** A table in plain cells: a name a column, a record a row; a name that a record lacks has no value there. */
export interface FlatTable {
  readonly names: readonly string[]
  readonly rows: readonly FlatRow[]
}

/** One row by column name; null where it has no meaning. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null>>

/**
 * A table without compound cells, for CSV files and data frames.
 *
 * A column with intervals becomes five, `roas_mean, roas_sd, roas_q05, roas_median, roas_q95`; one with ranges two,
 * `nearOptimal_low, nearOptimal_high`.
 *
 * @example flatTable(returnsTable(summary)).names  // ['channel', 'spend', …, 'roas_mean', 'roas_sd', …]
 */
export function flatTable(table: Table): FlatTable {
  return { names: table.columns.flatMap(({ key }) => namesOf(table, key)), rows: table.rows.map(flatRow) }
}

const statistics = ['mean', 'sd', 'q05', 'median', 'q95'] as const

function namesOf({ rows }: Table, key: string): string[] {
  if (rows.some((row) => isInterval(row[key]))) return statistics.map((name) => `${key}_${name}`)
  return rows.some((row) => isRange(row[key])) ? [`${key}_low`, `${key}_high`] : [key]
}

function flatRow(row: Readonly<Record<string, Cell>>): FlatRow {
  const flat: Record<string, string | number | boolean | null> = {}
  for (const [key, cell] of Object.entries(row)) {
    if (isInterval(cell)) for (const name of statistics) flat[`${key}_${name}`] = cell[name] ?? null
    else if (isRange(cell)) Object.assign(flat, { [`${key}_low`]: cell.low, [`${key}_high`]: cell.high })
    else flat[key] = cell
  }
  return flat
}
