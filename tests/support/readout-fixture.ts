import type { ByPeriod, CalendarUnit } from '../../src/decision/readout/by-period.js'
import type { Drivers } from '../../src/decision/readout/drivers.js'
import { outcomeOf } from '../../src/decision/counterfactual/outcome.js'
import { changeDrivers } from '../../src/decision/readout/change-drivers.js'
import { figuresByPeriod } from '../../src/decision/readout/figures-by-period.js'
import { smallFit, type SmallFitOptions } from '../decision/support/small-fit.js'

/** Drivers of a small weekly fit: 2023-08-07 to 2024-02-19 against 2023-01-02 to 2023-07-24, 29 and 30 weeks. */
export function driversFixture(options: SmallFitOptions = {}): Drivers {
  return changeDrivers(outcomeOf(smallFit(options)), { before: { from: 0, to: 30 }, now: { from: 31, to: 60 } })
}

/** The same fit by calendar quarter or year: the year 2023 and eight weeks of 2024. */
export function byPeriodFixture(by: CalendarUnit, options: SmallFitOptions = {}): ByPeriod {
  return figuresByPeriod(outcomeOf(smallFit(options)), by)
}
