import { describe, expect, it } from 'vitest'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import type { Dataset } from '../../../src/data/table/dataset.js'
import { resolveComparison } from '../../../src/app/window/resolve-comparison.js'
import { smallDataset } from '../../support/small-model.js'

/** Weeks from 2023-01-02 on, months and so on from 2000 on; the first `history` rows have no KPI. */
function dataset(rows: number, period: PeriodKind = 'week', history = 0): Dataset {
  return smallDataset({ columns: { y: new Array<number>(rows).fill(1) }, period, history })
}

const weeks = dataset(120)

describe('resolveComparison(dataset, request)', () => {
  it('is the last full year against the one before it without a request', () => {
    expect(resolveComparison(weeks, {})).toEqual({ now: { from: 68, to: 120 }, before: { from: 16, to: 68 } })
    expect(resolveComparison(dataset(30, 'month', 2), {})).toEqual({
      now: { from: 16, to: 28 },
      before: { from: 4, to: 16 },
    })
    expect(resolveComparison(dataset(9, 'year'), {})).toEqual({ now: { from: 8, to: 9 }, before: { from: 7, to: 8 } })
  })

  it('takes the weeks that begin in a month, quarter or year: 2024 has 53 Mondays, 2023 has 52', () => {
    const expected = { now: { from: 52, to: 105 }, before: { from: 0, to: 52 } }
    expect(resolveComparison(weeks, { from: '2024', to: '2024', against: '2023' })).toEqual(expected)
    expect(resolveComparison(weeks, { from: '2024-01', to: '2024-12', against: '2023-01..2023-12' })).toEqual(expected)
    expect(resolveComparison(weeks, { from: '2024-Q1', to: '2024-Q1', against: '2023-Q1' })).toEqual({
      now: { from: 52, to: 65 },
      before: { from: 0, to: 13 },
    })
  })

  it('takes the same weeks a year earlier without --against, the 53rd having none', () => {
    expect(resolveComparison(weeks, { from: '2024-03', to: '2024-04' })).toEqual({
      now: { from: 61, to: 70 },
      before: { from: 9, to: 18 },
    })
    expect(resolveComparison(weeks, { from: '2024', to: '2024' })).toEqual({
      now: { from: 52, to: 105 },
      before: { from: 0, to: 52 },
    })
    expect(resolveComparison(weeks, { last: 13 })).toEqual({
      now: { from: 107, to: 120 },
      before: { from: 55, to: 68 },
    })
  })

  it('compares the last year with --against alone, and forwards in time too', () => {
    expect(resolveComparison(weeks, { against: '2023-Q1' })).toEqual({
      now: { from: 68, to: 120 },
      before: { from: 0, to: 13 },
    })
    expect(resolveComparison(weeks, { to: '2023-Q1', against: '2024' }).before).toEqual({ from: 52, to: 105 })
  })

  it.each([
    [
      { against: '2021..2022' },
      '--against 2021..2022 holds no period of the fit: these are the 120 weeks of the fit, 2023-01-02 to 2025-04-14.',
    ],
    [
      { from: '2024', to: '2024', against: '2023-06..2024-02' },
      '--against 2023-06..2024-02 and the window 2024-01-01 to 2024-12-30 overlap; no week may be in both.',
    ],
    [{ against: '2023-12..2023-01' }, '--against 2023-12..2023-01 must name its first date first.'],
    [{ against: 'spring' }, '--against must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not spring.'],
    [{ against: '2023..' }, '--against must be two dates such as 2023-01..2023-12, or one such as 2023, not 2023...'],
    [{ from: '2024-05', to: '2024-04' }, '--from 2024-05 must not be after --to 2024-04.'],
    [
      { from: '2023-03', to: '2023-04' },
      'For 2023-03-06 to 2023-04-24 the same weeks a year earlier would begin before the 120 weeks of the fit, 2023-01-02 to 2025-04-14: name the window to compare with by --against.',
    ],
    [
      { from: '2023-06' },
      'A window of 98 weeks overlaps with the same weeks a year earlier: name the window to compare with by --against.',
    ],
  ])('refuses %j in one sentence', (request, message) => {
    expect(() => resolveComparison(weeks, request)).toThrow(message)
  })

  it('refuses to compare years where there are not two', () => {
    expect(() => resolveComparison(dataset(60), {})).toThrow(
      'Comparing the last 52 weeks with those before takes 104, and the fit has 60: name two windows with --from, --to and --against.',
    )
    expect(() => resolveComparison(dataset(30), { against: '2023-Q1' })).toThrow(
      'Without --from and --to the window is the last 52 weeks, and the fit has 30: name it with --from and --to.',
    )
  })
})
