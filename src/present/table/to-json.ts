import type { Cell, Table } from './table.js'

/** A table for programs: full numbers, nulls kept, units beside the keys. */
export interface TableJson {
  readonly title: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit: string | null }[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
  readonly notes: readonly string[]
}

/**
 * A table as a plain record for `JSON.stringify`: every row has every column, a cell without meaning is null.
 *
 * Cells with an interval stay records with `mean, median, sd, q05, q95`; non-finite numbers become null.
 */
export function toJson(table: Table): TableJson {
  return {
    title: table.title,
    columns: table.columns.map(({ key, label, unit }) => ({ key, label, unit })),
    rows: table.rows.map((row) =>
      Object.fromEntries(table.columns.map(({ key }) => [key, finiteOrNull(row[key] ?? null)])),
    ),
    notes: table.notes ?? [],
  }
}

function finiteOrNull(cell: Cell): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
}
