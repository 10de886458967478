import type { FitAnalysis } from '../summary/fit-analysis.js'
import type { ByPeriod } from './by-period.js'
import type { Drivers } from './drivers.js'
import { changeDrivers, lastTwoYears } from './change-drivers.js'
import { figuresByPeriod } from './figures-by-period.js'

/** What a readout needs besides a report's figures; the fields of `ReportData` of the same names. */
export interface Readout {
  readonly drivers: Drivers | null
  readonly byYear: ByPeriod
  readonly byQuarter: ByPeriod | null
}

/**
 * Why the KPI changed over the last two years of an analysis, and its figures by calendar year and quarter.
 *
 * @example { ...buildReportData(analysis), ...buildReadout(analysis) }
 */
export function buildReadout({ outcome, window }: FitAnalysis): Readout {
  const years = lastTwoYears(outcome, window)
  return {
    drivers: years === null ? null : changeDrivers(outcome, years),
    byYear: figuresByPeriod(outcome, 'year', window),
    byQuarter: outcome.model.dataset.period === 'year' ? null : figuresByPeriod(outcome, 'quarter', window),
  }
}
