/**
 * First moment of a period from its label, in milliseconds since 1970 (UTC): what a time axis needs.
 *
 * @param label `2024-01-31`, `2024-01`, `2024-Q1` or `1907`.
 * @returns NaN for any other text.
 * @example periodStart('2024-Q2')  // Date.UTC(2024, 3, 1)
 */
export function periodStart(label: string): number {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(label)
  if (quarter !== null) return utc(Number(quarter[1]), 3 * (Number(quarter[2]) - 1), 1)
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(label)
  if (parts === null) return NaN
  return utc(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1))
}

/** Starts of all periods and the end of the last one, which is as long as the one before. */
export function periodEdges(periods: readonly string[]): number[] {
  const starts = periods.map(periodStart)
  const last = starts.length - 1
  const length = last > 0 ? starts[last] - starts[last - 1] : 86_400_000
  return [...starts, starts[last] + length]
}

/** Encoding of a time axis for these periods; the field holds milliseconds. */
export function timeEncoding(field: string, periods: readonly string[]): Readonly<Record<string, unknown>> {
  const edges = periodEdges(periods)
  const years = (edges.at(-1)! - edges[0]) / (365.25 * 86_400_000)
  return {
    field,
    type: 'temporal',
    scale: { type: 'utc' },
    axis: {
      title: null,
      labelSeparation: 12,
      ...(years > 6 ? { format: '%Y' } : { format: years > 0.25 ? '%b %Y' : '%d %b %Y' }),
      tickCount: ticksFor(years),
    },
  }
}

function ticksFor(years: number): number | Readonly<Record<string, unknown>> {
  if (years > 6) return { interval: 'year', step: years > 40 ? 10 : years > 20 ? 5 : years > 12 ? 2 : 1 }
  if (years > 0.25)
    return { interval: 'month', step: years > 4 ? 12 : years > 2 ? 6 : years > 1 ? 3 : years > 0.5 ? 2 : 1 }
  return 6
}

/** `Date.UTC` reads years below 100 as 1900 and later; dates of that age have no marketing. */
function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day)
}
