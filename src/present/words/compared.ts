import type { ComparedWindow, Driver, Drivers } from '../../decision/readout/drivers.js'
import { countText } from './window.js'

/** The two windows in words: `2025-01-06 to 2025-12-22 (51 weeks) against 2024-01-01 to 2024-12-30 (53 weeks)`. */
export function comparedText({ window, against, period }: Drivers): string {
  const text = (each: ComparedWindow): string => `${spanText(each)} (${countText(each.periods, period)})`
  return `${text(window)} against ${text(against)}`
}

/** First and last period, or the only one: `2024-01 to 2024-12`, `1960`. */
export function spanText({ from, to }: ComparedWindow): string {
  return from === to ? from : `${from} to ${to}`
}

/** A driver's name for readers; the row of the windows' lengths says how they differ: `2 weeks fewer`. */
export function driverName({ name, kind }: Driver, drivers: Drivers): string {
  return kind === 'length' ? lengthText(drivers) : name
}

/** How much longer the window is than the one it is compared with: `1 week more`. */
export function lengthText({ window, against, period }: Drivers): string {
  const more = window.periods - against.periods
  return `${countText(Math.abs(more), period)} ${more > 0 ? 'more' : 'fewer'}`
}
