import type { Table } from './table.js'
import { flatTable, type FlatRow } from './flat-table.js'

/** What `toDanfo` needs of danfojs-node or danfojs, which the caller imports: mixwright doesn't depend on it. */
export interface DanfoModule<Frame> {
  readonly DataFrame: new (rows: DanfoCell[][], options: DanfoFrameOptions) => Frame
}

/** NaN stands for a missing number, null for a missing text or boolean; danfo's `isNa` knows both. */
export type DanfoCell = string | number | boolean | null

export interface DanfoFrameOptions {
  columns: string[]
  dtypes: string[]
}

/**
 * A table of results as a danfo data frame: names and full numbers as its CSV has them.
 *
 * Numbers are float64, bit for bit, under the dtype `float32`, as danfo calls every fraction; sorting, filtering and
 * joining keep them so, arithmetic between frames does not. A figure without meaning is NaN, a missing text null.
 *
 * @param dfd the module: `import * as dfd from 'danfojs-node'`.
 * @param table `contributionsTable`, `returnsTable`, `curvesTable`, `seriesTable` or another table of results; figures
 *   with an interval become five columns, `roas_mean, roas_sd, roas_q05, roas_median, roas_q95`.
 * @example toDanfo(dfd, returnsTable(summary)).sortValues('roas_mean', { ascending: false })
 */
export function toDanfo<Frame>(dfd: DanfoModule<Frame>, table: Table): Frame {
  const { names, rows } = flatTable(table)
  const types = names.map((name) => typeOf(rows, name))
  const cells = rows.map((row) => names.map((name, at) => row[name] ?? (types[at] === 'float32' ? NaN : null)))
  return new dfd.DataFrame(cells, { columns: [...names], dtypes: types })
}

function typeOf(rows: readonly FlatRow[], name: string): 'string' | 'boolean' | 'float32' {
  const cells = rows.map((row) => row[name] ?? null).filter((cell) => cell !== null)
  if (cells.some((cell) => typeof cell === 'string')) return 'string'
  return cells.length > 0 && cells.every((cell) => typeof cell === 'boolean') ? 'boolean' : 'float32'
}
