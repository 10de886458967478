/** Length of one row of the data. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Periods in a year, on average: what turns half-lives in days, seasons and "per year" into periods. */
export const periodsPerYear: Readonly<Record<PeriodKind, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
}

/** Days in a period, on average. */
export const daysPerPeriod: Readonly<Record<PeriodKind, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
}
