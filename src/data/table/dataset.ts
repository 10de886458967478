import type { PeriodKind } from '../calendar/period.js'

/**
 * The rows a model uses, checked and in time order: media history first, then the fit window, then the future.
 *
 * The fit window is the rows in which the KPI is known. Leading rows without a KPI are media history for the
 * carry-over; trailing ones are the future, whose controls a forecast may use. A used cell is finite everywhere it
 * must be known: every column inside the window, media and spend also in the history.
 */
export interface Dataset {
  /** File name without folder, as messages print it. */
  readonly file: string
  readonly period: PeriodKind
  /** One label a row, as a table writes it: 2024-01-31, 2024-01, 2024-Q1, 1907. */
  readonly periods: readonly string[]
  /** First day of each row's period, in days since 1970-01-01. */
  readonly startDays: readonly number[]
  /** First row of the fit window. */
  readonly windowStart: number
  /** Row after the last row of the fit window. */
  readonly windowEnd: number
  /** Numbers by the text that the spec gives as `column` (a header or an expression); one value a row, NaN where unknown. */
  readonly columns: ReadonlyMap<string, Float64Array>
  /** Text cells of category columns, one a row. */
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** SHA-256 of the used columns as parsed. */
  readonly fingerprint: string
}

/** What a data check found, where, and what to write in the spec to decide it. */
export interface Finding {
  /** Stable name for `accept:`, with the column where there is one: `outlier:tv_spend`. */
  readonly id: string
  readonly severity: 'error' | 'warning' | 'note'
  /** One sentence that names file, row and column, what must hold and what was found. */
  readonly message: string
  readonly column: string | null
  /** Line in the file, the header being line 1. */
  readonly row: number | null
  /** What to write in the spec to decide it, or null where only the data can be mended. */
  readonly decide: string | null
}

/** How one column is used: what the reader must know to check and type it. */
export interface ColumnUse {
  /** Text of `column:`, `spend:` or `media:` in the spec: a header or an expression. */
  readonly column: string
  readonly role: 'kpi' | 'value' | 'margin' | 'spend' | 'media' | 'treatment' | 'control' | 'category'
  /** Name of the channel, control or treatment that uses it; the KPI is `kpi`. */
  readonly owner: string
  /** What the spec says of missing cells; null makes a missing cell an error. */
  readonly missing: MissingRule | null
  /** Path of the key in the spec, for messages: `channels.tv.spend`. */
  readonly path: string
}

/** `missing:` in the spec: fill by a line between neighbours, by the last value, by zero, or by the column's mean. */
export type MissingRule = 'interpolate' | 'previous' | 'zero' | 'mean'

/** `aggregate:` in the spec: how the rows of a period become one value. */
export type AggregateRule = 'sum' | 'mean' | 'first' | 'last' | 'min' | 'max'
