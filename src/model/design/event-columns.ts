import { InputError } from '../../check/errors.js'
import { parseIsoDay } from '../../data/calendar/civil-date.js'
import { eventWeights } from '../../data/calendar/holidays/event-weights.js'
import { holidayDays } from '../../data/calendar/holidays/holiday-days.js'
import { addPeriods } from '../../data/calendar/period-arithmetic.js'
import type { EventsSpec } from '../spec/spec.js'
import { eventColumn, type ControlInput } from './control-columns.js'
import type { LinearColumn } from './model.js'

/** A column an event: the share of its days in each period (calendar), or 1 in the periods it covers (custom). Events outside the window are left out. */
export function eventColumns(input: ControlInput, startDays: Float64Array): LinearColumn[] {
  const { events } = input.spec
  if (events === null) return []
  return [...calendarColumns(input, events, startDays), ...customColumns(input, events, startDays)].filter((column) =>
    column.values.subarray(0, input.periods).some((value) => value !== 0),
  )
}

function calendarColumns(input: ControlInput, events: EventsSpec, startDays: Float64Array): LinearColumn[] {
  if (events.calendar === null) return []
  if (events.calendar === 'date-holidays') {
    throw new InputError(
      '`events.calendar: date-holidays` must be resolved to days before the model is built; the command does it, a library lists them under `events.custom`.',
    )
  }
  const { period } = input.spec.data
  const end = addPeriods(period, startDays[startDays.length - 1], 1) - 1
  return holidayDays(events.calendar, events.country, startDays[0], end).map(({ name, days }) =>
    eventColumn(input, name, eventWeights(days, [...startDays], period)),
  )
}

function customColumns(input: ControlInput, events: EventsSpec, startDays: Float64Array): LinearColumn[] {
  return events.custom.map(({ name, dates, window }) => {
    const values = new Float64Array(startDays.length)
    for (const date of dates) {
      const at = rowOf(parseIsoDay(date) as number, startDays, input)
      for (let t = at + window[0]; t <= at + window[1]; t++) if (t >= 0 && t < values.length) values[t] = 1
    }
    return eventColumn(input, name, values)
  })
}

/** Row whose period holds a day; may lie before the first row or after the last. */
function rowOf(day: number, startDays: Float64Array, input: ControlInput): number {
  let row = -1
  while (row + 1 < startDays.length && startDays[row + 1] <= day) row++
  if (row >= 0) return row
  let before = startDays[0]
  let back = 0
  while (before > day) before = addPeriods(input.spec.data.period, startDays[0], --back)
  return back
}
