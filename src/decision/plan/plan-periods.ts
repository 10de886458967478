import type { RawTable } from '../../data/table/raw-table.js'
import type { Model } from '../../model/design/model.js'
import { InputError } from '../../check/errors.js'
import { isoDay, weekdayNames, weekdayOf } from '../../data/calendar/civil-date.js'
import { readDateColumn } from '../../data/calendar/date-column.js'
import { addPeriods, periodIndex, periodLabel, periodStart } from '../../data/calendar/period-arithmetic.js'
import { describePlace, describeRows } from '../../data/table/finding.js'
import { columnCells } from '../../data/table/used-cells.js'

/**
 * The periods of a table's rows, counted from the first of the fit window; those after the fit window count on.
 *
 * @throws InputError for a date that can't be read, isn't the first day of one of the model's weeks, lies before the fit window, or more than
 * a year after it.
 */
export function planPeriods(
  table: RawTable,
  rows: readonly number[],
  { header, model }: { readonly header: string; readonly model: Model },
): number[] {
  const { dataset } = model
  const { file, lines } = table
  const placeOf = (cell: number): string => describePlace({ file, lines: [lines[rows[cell]]], column: header })
  const dates = readDateColumn(columnCells(table, rows, header), dataset.period, (cell) =>
    describeRows(file, [lines[rows[cell]]]),
  )
  if (dates.problems.length > 0) {
    const problems = dates.problems.slice(0, 5)
    throw new InputError(
      problems.map(({ cell, text }) => ({
        path: `${file}:${lines[rows[cell]]} ${header}`,
        message: `${placeOf(cell)}: ${text}.`,
      })),
    )
  }
  const first = dataset.startDays[dataset.windowStart]
  const weekStarts = weekdayOf(first)
  return Array.from(dates.days, (day, cell) => {
    const start = periodStart(dataset.period, day, weekStarts)
    if (dataset.period === 'week' && start !== day) {
      const names = [weekdayNames[weekdayOf(day)], weekdayNames[weekStarts]]
      throw new InputError(
        `${placeOf(cell)}: ${isoDay(day)} is a ${names[0]}, but the weeks of the model begin on a ${names[1]}; write ${isoDay(start)}.`,
      )
    }
    const at = periodIndex(dataset.period, start) - periodIndex(dataset.period, first)
    requireReach(model, at, placeOf(cell))
    return at
  })
}

/** A period of the fit window, or after it, as a table writes it. */
export function periodLabelAt({ dataset }: Pick<Model, 'dataset'>, at: number): string {
  return periodLabel(dataset.period, addPeriods(dataset.period, dataset.startDays[dataset.windowStart], at))
}

function requireReach(model: Model, at: number, place: string): void {
  const { period } = model.dataset
  const label = periodLabelAt(model, at)
  const observed = model.periods - (model.ahead ?? 0)
  if (at < 0) {
    throw new InputError(
      `${place}: ${label} lies before the fit window, which begins with ${periodLabelAt(model, 0)}; a plan can't change what was before it.`,
    )
  }
  // A model continued past its last row has that much less of its horizon left.
  const reach = model.periods + model.horizon
  if (at < reach) return
  const last = periodLabelAt(model, reach - 1)
  throw new InputError(
    `${place}: ${label} lies more than a year after the last ${period} of the fit, ${periodLabelAt(model, observed - 1)}; a forecast reaches no further than ${last}.`,
  )
}
