import { periodsPerYear, type PeriodKind } from '../../data/calendar/period.js'
import type { Summary } from '../../decision/results.js'

/** The window of every figure, in words: `2023-01-02 to 2025-12-22, 156 weeks`. */
export function windowText({ window }: Pick<Summary, 'window'>): string {
  return `${window.from} to ${window.to}, ${countText(window.periods, window.period)}`
}

/** How far effects are counted: the sentence that every return carries. */
export function tailText({ window }: Pick<Summary, 'window'>): string {
  return `Effects within ${countText(window.tailPeriods, window.period)}; slower brand effects not counted.`
}

/** A number of periods: `1 week`, `156 weeks`. */
export function countText(count: number, period: string): string {
  return `${count} ${count === 1 ? period : `${period}s`}`
}

/** Years in the window: what turns a total into a figure per year. */
export function yearsIn({ window }: Pick<Summary, 'window'>): number {
  return window.periods / (periodsPerYear[window.period as PeriodKind] ?? 1)
}
