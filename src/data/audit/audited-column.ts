import type { ColumnUse, Dataset, Finding } from '../table/dataset.js'
import { describePlace, yamlText } from '../table/finding.js'

/** What every check of the data doctor reads. */
export interface AuditContext {
  readonly dataset: Dataset
  readonly uses: readonly ColumnUse[]
  /** Line in the file of each dataset row; null where the rows came from no file. */
  readonly lines: readonly number[] | null
}

/** A numeric column in the fit window, with the first use that reads it in its role. */
export interface AuditedColumn {
  readonly use: ColumnUse
  /** One value a window row; the caller's to read, not to write. */
  readonly values: Float64Array
}

/** The numeric columns of some roles, each column once, in the order of the uses; spend that is its own media is one column. */
export function auditedColumns({ dataset, uses }: AuditContext, roles: readonly ColumnUse['role'][]): AuditedColumn[] {
  const seen = new Set<string>()
  return uses
    .filter((use) => roles.includes(use.role) && isFirst(seen, use.column))
    .map((use) => ({ use, values: windowValues(dataset, use.column) }))
}

/** The media that a spend use buys, where they are measured in a column of their own. */
export function mediaOf({ uses }: AuditContext, spend: ColumnUse): ColumnUse | undefined {
  return uses.find(({ role, owner, column }) => role === 'media' && owner === spend.owner && column !== spend.column)
}

/** A column's values in the fit window. */
export function windowValues(dataset: Dataset, column: string): Float64Array {
  return dataset.columns.get(column)!.subarray(dataset.windowStart, dataset.windowEnd)
}

function isFirst(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

/** What a finding says; rows count from the first row of the dataset, oldest first. */
export interface FindingText {
  readonly id: string
  readonly severity: Finding['severity']
  readonly column: string | null
  /** Dataset rows that it is about; none for the column as a whole. */
  readonly rows?: readonly number[]
  /** Clause after the place, without a full stop. */
  readonly text: string
  /** What to write in the spec besides `accept:`, which warnings get by themselves. */
  readonly decide?: string | null
}

const periodsNamed = 3

/** Makes a finding: place (file, lines, periods, column), clause, and for a warning the line that accepts it. */
export function makeFinding({ dataset, lines }: AuditContext, finding: FindingText): Finding {
  const { id, severity, column, rows = [], text } = finding
  const sorted = [...rows].sort((a, b) => a - b)
  const place = describePlace({
    file: dataset.file,
    ...(lines === null ? {} : { lines: sorted.map((row) => lines[row]).sort((a, b) => a - b) }),
    ...(column === null ? {} : { column }),
  })
  const periods = sorted.slice(0, periodsNamed).map((row) => dataset.periods[row])
  const more = sorted.length > periodsNamed ? `, …` : ''
  const when = periods.length === 0 ? '' : ` (${periods.join(', ')}${more})`
  const accept = severity === 'warning' ? `accept: [${yamlText(id)}]` : null
  return {
    id,
    severity,
    message: `${place}${when}: ${text}.`,
    column,
    row: lines === null || sorted.length === 0 ? null : Math.min(...sorted.map((row) => lines[row])),
    decide: finding.decide ?? accept,
  }
}
