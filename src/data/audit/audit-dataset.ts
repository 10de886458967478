import type { ColumnUse, Dataset, Finding } from '../table/dataset.js'
import { sortFindings } from '../table/finding.js'
import type { AuditContext } from './audited-column.js'
import { constantColumns } from './constant-columns.js'
import { copies } from './copies.js'
import { negativeKpi } from './negative-kpi.js'
import { outliers } from './outliers.js'
import { partialLastPeriod } from './partial-last-period.js'
import { rowCount } from './row-count.js'
import { spendAndMedia } from './spend-and-media.js'
import { unitJumps } from './unit-jumps.js'

export interface AuditOptions {
  /** Line in the file of each dataset row (`Assembly.lines`); null where the rows came from no file. */
  readonly lines: readonly number[] | null
  /** Number of parameters of the model; null leaves the count of rows out. */
  readonly parameters: number | null
}

/**
 * The data doctor: what is suspicious about a dataset whose cells are all known.
 *
 * Errors: constant and all-zero columns, channels that copy another, fewer rows than parameters. Warnings: copies and
 * near-copies among the rest, spend without media and the reverse, outliers, unit jumps, a partial last period, a negative
 * KPI, few rows a parameter. Every finding says what to write in the spec to decide it; `acceptFindings` applies `accept:`.
 *
 * @param uses every use of the spec; its columns are in the dataset.
 * @returns findings, most severe first; the caller stops on errors (`requireNoErrors`).
 */
export function auditDataset(dataset: Dataset, uses: readonly ColumnUse[], options: AuditOptions): Finding[] {
  const context: AuditContext = { dataset, uses, lines: options.lines }
  const findings = [
    ...(options.parameters === null ? [] : rowCount(context, options.parameters)),
    ...constantColumns(context),
    ...copies(context),
    ...partialLastPeriod(context),
    ...negativeKpi(context),
    ...unitJumps(context),
    ...outliers(context),
    ...spendAndMedia(context),
  ]
  return sortFindings(findings)
}
