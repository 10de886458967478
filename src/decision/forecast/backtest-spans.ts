import type { PeriodKind } from '../../data/calendar/period.js'

/** How far ahead a backtest looks, and where it starts from; all in periods. */
export interface BacktestSpans {
  /** Periods ahead, first and last, that are judged together; the last ends with the longest prediction. */
  readonly bands: readonly (readonly [number, number])[]
  /** A quarter, or a year of annual data: what the verdict is about. */
  readonly verdict: number
  /** Periods between two origins. */
  readonly step: number
  /** How many origins at most. */
  readonly origins: number
}

const spans: Readonly<Record<PeriodKind, BacktestSpans>> = {
  day: {
    bands: [
      [1, 7],
      [8, 28],
      [29, 91],
    ],
    verdict: 91,
    step: 91,
    origins: 8,
  },
  week: {
    bands: [
      [1, 1],
      [2, 4],
      [5, 13],
    ],
    verdict: 13,
    step: 13,
    origins: 8,
  },
  month: {
    bands: [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    verdict: 3,
    step: 3,
    origins: 8,
  },
  quarter: {
    bands: [
      [1, 1],
      [2, 2],
      [3, 4],
    ],
    verdict: 1,
    step: 1,
    origins: 12,
  },
  year: { bands: [[1, 1]], verdict: 1, step: 1, origins: 12 },
}

/** @example backtestSpans('week').bands  // [[1, 1], [2, 4], [5, 13]] */
export function backtestSpans(period: PeriodKind): BacktestSpans {
  return spans[period]
}

/**
 * How many periods are left out at each origin, the latest origin first: the verdict's length, then `step` more each time.
 *
 * @param periods periods of the fit window; fewer than the verdict's length leaves no origin.
 */
export function leftOut(period: PeriodKind, periods: number): number[] {
  const { verdict, step, origins } = spans[period]
  return Array.from({ length: origins }, (_, k) => verdict + k * step).filter((length) => length < periods)
}
