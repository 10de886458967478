import type { Dataset } from '../../data/table/dataset.js'

/** How the data of two fits differ, over the periods and columns that each uses. */
export interface DataChanges {
  /** Periods of the fit window that only the later, or only the earlier, fit has. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Columns used in both whose cells differ in periods that both have. */
  readonly revised: readonly { readonly column: string; readonly periods: number; readonly largest: number }[]
}

/**
 * Compares two datasets period by period.
 *
 * @returns `largest` is the largest relative change, 0.1 being 10 %, against the earlier cell; 1 where that was 0.
 */
export function dataChanges(before: Dataset, after: Dataset): DataChanges {
  const old = windowPeriods(before)
  const now = windowPeriods(after)
  const shared = [...before.columns.keys()].filter((column) => after.columns.has(column))
  return {
    added: now.filter((period) => !old.includes(period)),
    removed: old.filter((period) => !now.includes(period)),
    revised: shared.flatMap((column) => revision(column, before, after)),
  }
}

function windowPeriods({ periods, windowStart, windowEnd }: Dataset): string[] {
  return periods.slice(windowStart, windowEnd)
}

function revision(column: string, before: Dataset, after: Dataset): DataChanges['revised'] {
  const rows = new Map(after.periods.map((period, row) => [period, row]))
  const [old, now] = [before.columns.get(column) as Float64Array, after.columns.get(column) as Float64Array]
  let periods = 0
  let largest = 0
  before.periods.forEach((period, row) => {
    const other = rows.get(period)
    if (other === undefined || Object.is(old[row], now[other]) || old[row] === now[other]) return
    if (Number.isNaN(old[row]) || Number.isNaN(now[other])) return
    periods++
    largest = Math.max(largest, old[row] === 0 ? 1 : Math.abs(now[other] / old[row] - 1))
  })
  return periods === 0 ? [] : [{ column, periods, largest }]
}
