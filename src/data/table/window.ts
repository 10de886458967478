import { evaluateExpression } from '../expression/evaluate-expression.js'
import type { Finding } from './dataset.js'
import type { RowRange } from './fill-missing.js'
import type { Source } from './finding.js'
import { describePlace } from './finding.js'
import type { ResolvedColumns } from './resolve-columns.js'

/** The dataset's rows as messages name them. */
export interface DatasetRows {
  readonly file: Source
  /** Line in the file of each row, oldest row first. */
  readonly lines: readonly number[]
  readonly rows: number
}

/** The fit window: from the first row whose KPI is known to the last. */
export interface FitWindow {
  readonly range: RowRange
  /** An error where no KPI is known; notes on rows before and after the window. */
  readonly findings: readonly Finding[]
}

/** Finds the rows between which the KPI is known; gaps inside are for `fillUses` to judge. */
export function findWindow(
  resolved: ResolvedColumns,
  numbers: ReadonlyMap<string, Float64Array>,
  { file, lines, rows }: DatasetRows,
): FitWindow {
  const kpi = resolved.uses.find(({ use }) => use.role === 'kpi')!
  const column = kpi.use.column
  const values = kpi.expression === null ? numbers.get(column)! : evaluateExpression(kpi.expression, numbers, rows)
  const isKnown = (t: number): boolean =>
    values[t] === values[t] || !kpi.headers.some((header) => isNaN(numbers.get(header)![t]))
  let from = 0
  while (from < rows && !isKnown(from)) from += 1
  let to = rows
  while (to > from && !isKnown(to - 1)) to -= 1
  const range = { from, to }
  if (from === rows) {
    const message = `${describePlace({ file, column })}: the KPI is empty in every row.`
    const finding: Finding = {
      id: `missing-cell:${column}`,
      severity: 'error',
      message,
      column,
      row: null,
      decide: null,
    }
    return { range, findings: [finding] }
  }
  const findings: Finding[] = []
  const addNote = (id: string, first: number, message: string): void => {
    findings.push({ id, severity: 'note', message, column, row: lines[first], decide: null })
  }
  if (from > 0)
    addNote(
      'media-history',
      0,
      `${place(file, column)}: the first ${rowCount(from)} without a KPI, which makes them media history.`,
    )
  if (to < rows)
    addNote(
      'future-rows',
      to,
      `${place(file, column)}: the last ${rowCount(rows - to)} without a KPI, which makes them the future.`,
    )
  return { range, findings }
}

function place(file: Source, column: string): string {
  return describePlace({ file, column })
}

function rowCount(count: number): string {
  return count === 1 ? 'row is' : `${count} rows are`
}
