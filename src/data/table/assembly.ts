import type { PeriodKind } from '../calendar/period.js'
import type { AggregateRule, ColumnUse, Dataset, Finding, MissingRule } from './dataset.js'

/** What a spec wants of a table: the input of `assembleDataset(table, request)`. */
export interface AssemblyRequest {
  /** Header of the date column. */
  readonly date: string
  readonly period: PeriodKind
  /** First day of a week, 0 = Sunday … 6 = Saturday; null takes the weekday of the dates. */
  readonly weekStarts: number | null
  /** Every column that the spec uses, the KPI (exactly one use with that role) included. */
  readonly uses: readonly ColumnUse[]
  /** `missing:` of the spec, by header; also reaches headers inside expressions. A use's own `missing` stands in for it. */
  readonly missing: Readonly<Record<string, MissingRule>>
  /**
   * Rules by which rows shorter than `period` are added up to it, by column; absent or null where every row is a period.
   * Everything else is checked, filled and computed row by row before. Weeks begin on Mondays unless `weekStarts` says.
   */
  readonly aggregate?: Readonly<Record<string, AggregateRule>> | null
}

/** A checked dataset and what there is to say about it. */
export interface Assembly {
  readonly dataset: Dataset
  /** Warnings and notes; errors never get this far. */
  readonly findings: readonly Finding[]
  /** Line in the file of each dataset row, for messages about a row; null where a row is made from several lines. */
  readonly lines: readonly number[] | null
}
