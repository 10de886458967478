import type { Dataset } from '../../data/table/dataset.js'
import type { WindowPair } from '../../decision/readout/media-split.js'
import { InputError } from '../../check/errors.js'
import { yearPeriods } from '../../model/design/horizon.js'
import { fitPeriods, fitText, readDate, readWindowDate, resolveWindow, type WindowRequest } from './resolve-window.js'

/** A window and the one that it is compared with; nothing asks for the last year and the year before it. */
export interface ComparisonRequest extends WindowRequest {
  /** Two dates joined by `..`, or one that stands for both: `2023-01..2023-12`, `2023`. */
  readonly against?: string
}

/**
 * The two windows that a request means. Without a window it is the last full year (365 days, 52 weeks, 12 months, 4 quarters, 1 year);
 * without a window to compare with, the same periods a year earlier.
 *
 * Of a window that begins or ends outside the fit the part inside is meant, as for every window.
 *
 * @throws InputError if a date can't be read, a window holds no period of the fit, the two have one in common, or the year before lies
 *   outside the fit.
 * @example resolveComparison(dataset, { from: '2024', to: '2024', against: '2023' })
 */
export function resolveComparison(dataset: Dataset, request: ComparisonRequest): WindowPair {
  const periods = dataset.windowEnd - dataset.windowStart
  const year = yearPeriods(dataset.period)
  const { against, ...window } = request
  const stated = Object.values(window).some((value) => value !== undefined)
  if (!stated && periods < (against === undefined ? 2 * year : year)) throw tooShort(dataset, against, year)
  const now = stated ? resolveWindow(dataset, window) : { from: periods - year, to: periods }
  const before = against === undefined ? yearEarlier(dataset, now, year) : againstWindow(dataset, against)
  if (before.from < now.to && now.from < before.to) {
    throw new InputError(
      `--against ${against} and the window ${periodText(dataset, now)} overlap; no ${dataset.period} may be in both.`,
    )
  }
  return { now, before }
}

function tooShort(dataset: Dataset, against: string | undefined, year: number): InputError {
  const text = `the fit has ${dataset.windowEnd - dataset.windowStart}`
  return against === undefined
    ? new InputError(
        `Comparing the last ${count(year, dataset)} with those before takes ${2 * year}, and ${text}: name two windows with --from, --to and --against.`,
      )
    : new InputError(
        `Without --from and --to the window is the last ${count(year, dataset)}, and ${text}: name it with --from and --to.`,
      )
}

/** The same periods a year earlier; a 53rd week, or the day of a leap year, has no counterpart. */
function yearEarlier(dataset: Dataset, { from, to }: Window, year: number): Window {
  const same = `the same ${dataset.period}s a year earlier`
  if (to - from > year + 1) {
    throw new InputError(
      `A window of ${count(to - from, dataset)} overlaps with ${same}: name the window to compare with by --against.`,
    )
  }
  if (from < year) {
    throw new InputError(
      `For ${periodText(dataset, { from, to })} ${same} would begin before the ${fitText(dataset)}: name the window to compare with by --against.`,
    )
  }
  return { from: from - year, to: Math.min(to - year, from) }
}

function againstWindow(dataset: Dataset, text: string): Window {
  const [fromText, toText = fromText, ...rest] = text.split('..')
  if (rest.length > 0 || fromText === '' || toText === '') {
    throw new InputError(`--against must be two dates such as 2023-01..2023-12, or one such as 2023, not ${text}.`)
  }
  const { last } = readDate('--against', toText)
  if (readDate('--against', fromText).first > last) {
    throw new InputError(`--against ${text} must name its first date first.`)
  }
  const window = fitPeriods(dataset, { first: readWindowDate('--against', fromText, dataset).first, last })
  if (window === null) {
    throw new InputError(`--against ${text} holds no period of the fit: these are the ${fitText(dataset)}.`)
  }
  return window
}

type Window = WindowPair['now']

function periodText({ periods, windowStart }: Dataset, { from, to }: Window): string {
  return `${periods[windowStart + from]} to ${periods[windowStart + to - 1]}`
}

function count(periods: number, { period }: Dataset): string {
  return periods === 1 ? period : `${periods} ${period}s`
}
