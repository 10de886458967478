import type { Dataset } from '../../data/table/dataset.js'
import { InputError } from '../../check/errors.js'
import { nextPeriod, periodLabel } from '../../data/calendar/period-arithmetic.js'
import { lastYear, yearPeriods } from '../../model/design/horizon.js'
import { rowStartDays } from '../../model/design/row-days.js'
import { fitText, readWindowDate, resolveWindow, type WindowRequest } from './resolve-window.js'

/** What the command line asks for; nothing asks for the last full year. */
export interface PlanWindowRequest extends WindowRequest {
  /** The whole fit window. */
  readonly all?: true
}

/**
 * Periods `from` to `to - 1`, counted from the first of the fit window, that a plan is for: the last full year without a request; dates may lie
 * up to a year after the last row.
 *
 * @throws InputError if a date can't be read, no period is meant, or a date lies further out.
 * @example planWindow(dataset, { from: '2026-01', to: '2026-03' })  // { from: 156, to: 169 }
 */
export function planWindow(dataset: Dataset, request: PlanWindowRequest): { from: number; to: number } {
  const periods = dataset.windowEnd - dataset.windowStart
  if (request.all === true) return { from: 0, to: periods }
  if (request.last !== undefined) return resolveWindow(dataset, request)
  if (request.from === undefined && request.to === undefined) return lastYear({ dataset, periods })
  return datedWindow(dataset, request, periods)
}

/** Periods `from` to `to - 1` of the fit window and the year after it that have a day between two days, both included; null where none has. */
export function overlappingPeriods(
  dataset: Dataset,
  { first, last }: { readonly first: number; readonly last: number },
): { from: number; to: number } | null {
  const starts = rowStartDays(dataset, yearPeriods(dataset.period))
  const rows = Array.from(starts.keys()).filter(
    (t) => starts[t] <= last && nextPeriod(dataset.period, starts[t]) > first,
  )
  return rows.length === 0 ? null : { from: rows[0], to: rows[rows.length - 1] + 1 }
}

function datedWindow(dataset: Dataset, request: WindowRequest, periods: number): { from: number; to: number } {
  const starts = rowStartDays(dataset, yearPeriods(dataset.period))
  const end = nextPeriod(dataset.period, starts[starts.length - 1]) - 1
  const fitEnd = nextPeriod(dataset.period, starts[periods - 1]) - 1
  const from = request.from === undefined ? null : readWindowDate('--from', request.from, dataset)
  const to = request.to === undefined ? null : readWindowDate('--to', request.to, dataset)
  for (const [option, text, day] of [
    ['--from', request.from, from?.first ?? starts[0]],
    ['--to', request.to, to?.first ?? end],
  ] as const) {
    if (day <= end) continue
    const last = periodLabel(dataset.period, starts[starts.length - 1])
    throw new InputError(
      `${option} ${text} lies more than a year after the last ${dataset.period} of the fit: a forecast reaches no further than ${last}.`,
    )
  }
  const first = from?.first ?? starts[0]
  const last = to?.last ?? (first > fitEnd ? end : fitEnd)
  if (from !== null && to !== null && first > last)
    throw new InputError(`--from ${request.from} must not be after --to ${request.to}.`)
  const found = overlappingPeriods(dataset, { first, last })
  if (found !== null) return found
  const asked = [request.from && `from ${request.from}`, request.to && `to ${request.to}`].filter(Boolean).join(' ')
  throw new InputError(`There is no period ${asked}: the window is the ${fitText(dataset)}, and the year after it.`)
}
