import type { Dataset } from '../../data/table/dataset.js'
import type { Window } from '../counterfactual/outcome.js'
import type { CalendarSpan, CalendarUnit } from './by-period.js'
import { InputError } from '../../check/errors.js'
import { addPeriods, nextPeriod, periodLabel, periodStart } from '../../data/calendar/period-arithmetic.js'

/**
 * The calendar quarters or years in which the periods of a window begin, in order, with their windows; together they are the window.
 *
 * @param window periods of the fit window.
 * @throws InputError for the quarters of yearly data.
 * @example calendarSpans(dataset, { from: 0, to: 60 }, 'year').map(({ label }) => label)  // ['2023', '2024']
 */
export function calendarSpans(
  dataset: Dataset,
  { from, to }: Window,
  by: CalendarUnit,
): readonly (CalendarSpan & { readonly window: Window })[] {
  if (by === 'quarter' && dataset.period === 'year') {
    throw new InputError('Figures by quarter need data of quarters or shorter periods, and these data are yearly.')
  }
  const start = (t: number): number => dataset.startDays[dataset.windowStart + t]
  const spanOf = (t: number): number => periodStart(by, start(t))
  const windows: { from: number; to: number }[] = []
  for (let t = from; t < to; t++) {
    const last = windows.at(-1)
    if (last !== undefined && spanOf(last.from) === spanOf(t)) last.to = t + 1
    else windows.push({ from: t, to: t + 1 })
  }
  return windows.map((window) => {
    const first = spanOf(window.from)
    const ends = [addPeriods(dataset.period, start(window.from), -1), nextPeriod(dataset.period, start(window.to - 1))]
    const label = (t: number): string => dataset.periods[dataset.windowStart + t]
    return {
      label: periodLabel(by, first),
      from: label(window.from),
      to: label(window.to - 1),
      periods: window.to - window.from,
      complete: ends[0] < first && ends[1] >= nextPeriod(by, first),
      window,
    }
  })
}
