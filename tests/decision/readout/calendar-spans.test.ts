import { describe, expect, it } from 'vitest'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import type { CalendarUnit } from '../../../src/decision/readout/by-period.js'
import { calendarSpans } from '../../../src/decision/readout/calendar-spans.js'
import { smallDataset } from '../../support/small-model.js'

function spans(period: PeriodKind, rows: number, by: CalendarUnit, window = { from: 0, to: rows }): string[] {
  const dataset = smallDataset({ columns: { y: new Array<number>(rows).fill(1) }, period })
  return calendarSpans(dataset, window, by).map(
    ({ label, from, to, periods, complete }) => `${label} ${from}..${to} ${periods}${complete ? '' : ' partial'}`,
  )
}

describe('calendarSpans', () => {
  it('puts a week into the year and the quarter in which it begins', () => {
    expect(spans('week', 60, 'year')).toEqual([
      '2023 2023-01-02..2023-12-25 52',
      '2024 2024-01-01..2024-02-19 8 partial',
    ])
    expect(spans('week', 60, 'quarter').slice(3)).toEqual([
      '2023-Q4 2023-10-02..2023-12-25 13',
      '2024-Q1 2024-01-01..2024-02-19 8 partial',
    ])
  })

  it('calls a span partial at either end of the window, and by no more than one period', () => {
    expect(spans('week', 60, 'year', { from: 1, to: 52 })).toEqual(['2023 2023-01-09..2023-12-25 51 partial'])
    expect(spans('week', 60, 'year', { from: 0, to: 51 })).toEqual(['2023 2023-01-02..2023-12-18 51 partial'])
  })

  it('takes days, months, quarters and years', () => {
    expect(spans('day', 100, 'quarter')).toEqual([
      '2023-Q1 2023-01-02..2023-03-31 89 partial',
      '2023-Q2 2023-04-01..2023-04-11 11 partial',
    ])
    expect(spans('month', 14, 'year')).toEqual(['2000 2000-01..2000-12 12', '2001 2001-01..2001-02 2 partial'])
    expect(spans('quarter', 2, 'quarter')).toEqual(['2000-Q1 2000-Q1..2000-Q1 1', '2000-Q2 2000-Q2..2000-Q2 1'])
    expect(spans('year', 2, 'year')).toEqual(['2000 2000..2000 1', '2001 2001..2001 1'])
  })

  it('refuses the quarters of yearly data', () => {
    expect(() => spans('year', 2, 'quarter')).toThrow(
      'Figures by quarter need data of quarters or shorter periods, and these data are yearly.',
    )
  })
})
