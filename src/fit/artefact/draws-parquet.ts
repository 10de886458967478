import type { Draws } from '../fit.js'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

/**
 * Draws as a Parquet file: one row a draw with `chain` and `draw` (both from 1), then one double column a parameter.
 *
 * Any Parquet reader opens it (pandas, arrow, DuckDB). Values are stored plainly, so every bit comes back. A parameter
 * that is itself called `chain` or `draw`, or whose name occurred before, gets a number after its name.
 *
 * @param draws indexed [draw, parameter]; chains follow one another and are equally long.
 * @returns the bytes of the file; the same draws give the same bytes.
 * @example drawsToParquet({ names: ['sigma'], count: 2, chains: 1, values: Float64Array.of(0.5, 0.7) })
 */
export function drawsToParquet({ names, count, chains, values }: Draws): Uint8Array {
  const columns = parquetNames(names)
  const perChain = count / chains
  const chain = Int32Array.from({ length: count }, (_, d) => Math.floor(d / perChain) + 1)
  const draw = Int32Array.from({ length: count }, (_, d) => (d % perChain) + 1)
  const buffer = parquetWriteBuffer({
    createdBy: 'mixwright',
    codec: 'UNCOMPRESSED',
    columnData: [
      { name: 'chain', data: chain, type: 'INT32' },
      { name: 'draw', data: draw, type: 'INT32' },
      ...columns.map((name, p) => ({
        name,
        data: Float64Array.from({ length: count }, (_, d) => values[d * names.length + p]),
        type: 'DOUBLE' as const,
        encoding: 'PLAIN' as const,
      })),
    ],
  })
  return new Uint8Array(buffer)
}

/**
 * The draws of a file that `drawsToParquet` wrote.
 *
 * @param bytes the whole file.
 * @param shape names, count and chains as they stood beside the file.
 * @throws Error if the file is not Parquet, or has other columns or rows than `shape`.
 * @example await drawsFromParquet(bytes, { names: ['sigma'], count: 2, chains: 1 })
 */
export async function drawsFromParquet(bytes: Uint8Array, shape: Omit<Draws, 'values'>): Promise<Draws> {
  const { names, count, chains } = shape
  const file = new Uint8Array(bytes).buffer
  const rows = await parquetReadObjects({ file })
  if (rows.length !== count) throw new Error(`it has ${rows.length} rows, not ${count}`)
  const values = new Float64Array(count * names.length)
  parquetNames(names).forEach((column, p) => {
    for (let d = 0; d < count; d++) {
      const value: unknown = rows[d][column]
      if (typeof value !== 'number') throw new Error(`it has no number for ${column} in row ${d + 1}`)
      values[d * names.length + p] = value
    }
  })
  return { names, count, chains, values }
}

function parquetNames(names: readonly string[]): string[] {
  const taken = new Set(['chain', 'draw'])
  return names.map((name) => {
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} ${n}`
    taken.add(unique)
    return unique
  })
}
