import type { Finding } from './dataset.js'
import { describePlace, sourceOf } from './finding.js'
import type { NumberProblem } from './number-column.js'
import { decimalMark, readNumberColumn } from './number-column.js'
import type { RawTable } from './raw-table.js'

/** The numbers of a table's used columns. */
export interface UsedCells {
  /** By header, in the order of rows asked for; NaN where the cell is empty. */
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** Errors, one a column and kind, for cells that are neither empty nor a number. */
  readonly findings: readonly Finding[]
}

/** Reads the numbers under some headers, all of which the table has. */
export function readUsedCells(table: RawTable, order: readonly number[], headers: readonly string[]): UsedCells {
  const mark = decimalMark(table.delimiter, eachColumn(table, order, headers))
  const numbers = new Map<string, Float64Array>()
  const findings: Finding[] = []
  headers.forEach((header) => {
    const column = readNumberColumn(columnCells(table, order, header), mark)
    numbers.set(header, column.values)
    const lineOf = (problem: NumberProblem): number => table.lines[order[problem.cell]]
    for (const kind of new Set(column.problems.map((problem) => problem.kind))) {
      const problems = column.problems.filter((problem) => problem.kind === kind)
      problems.sort((a, b) => lineOf(a) - lineOf(b))
      const place = describePlace({ file: sourceOf(table), lines: problems.map(lineOf), column: header })
      const message = `${place}: ${problems[0].text}.`
      findings.push({
        id: `${kind}:${header}`,
        severity: 'error',
        message,
        column: header,
        row: lineOf(problems[0]),
        decide: null,
      })
    }
  })
  return { numbers, findings }
}

/** One column at a time, so that a large table is not held twice. */
function* eachColumn(table: RawTable, order: readonly number[], headers: readonly string[]): Generator<string[]> {
  for (const header of headers) yield columnCells(table, order, header)
}

/** Cells under a header, in an order of rows. */
export function columnCells(table: RawTable, order: readonly number[], header: string): string[] {
  const at = table.headers.indexOf(header)
  return order.map((row) => table.rows[row][at])
}
