import { parseIsoDay } from '../../data/calendar/civil-date.js'
import { dayFormat } from './number-format.js'
import { numberCell, textCell, type SheetCell } from './sheet.js'

/** Excel's number of 1970-01-01. */
const EPOCH = 25569
/** Excel's first day that is right: it believes in a 29 February 1900. */
const FIRST = 61

/** A period as a cell: a date where it is a day, text where it is a month, a quarter or a year. */
export function periodCell(label: string): SheetCell {
  const day = parseIsoDay(label)
  return day === null || day + EPOCH < FIRST ? textCell(label, 'name') : numberCell(day + EPOCH, dayFormat)
}
