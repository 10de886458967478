import { expect, test } from 'vitest'
import { isoDay } from '../../../src/data/calendar/civil-date.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import { readTimeAxis } from '../../../src/data/table/time-axis.js'

const axis = (period: PeriodKind, dates: string[], weekStarts: number | null = null) => {
  const rows = dates.map((date) => [date])
  const table = { file: 'a.csv', delimiter: ',' as const, headers: ['date'], rows, lines: dates.map((_, i) => i + 2) }
  const request = { date: 'date', period, weekStarts, uses: [], missing: {} }
  const { order, startDays, findings } = readTimeAxis(table, [...rows.keys()], 0, request)
  return { order, starts: startDays.map(isoDay), findings: findings.map(({ id, severity }) => `${severity} ${id}`) }
}

test('readTimeAxis orders rows and gives the first day of their periods', () => {
  expect(axis('month', ['2024-03', '2024-01', '2024-02'])).toEqual({
    order: [1, 2, 0],
    starts: ['2024-01-01', '2024-02-01', '2024-03-01'],
    findings: ['note rows-sorted'],
  })
  expect(axis('quarter', ['2024-Q1', '2024-Q2']).starts).toEqual(['2024-01-01', '2024-04-01'])
  expect(axis('month', ['2024-01-31', '2024-02-29', '2024-03-31'])).toMatchObject({
    starts: ['2024-01-01', '2024-02-01', '2024-03-01'],
    findings: [],
  })
})

test('readTimeAxis dates weeks by their usual weekday, or by the one asked for', () => {
  expect(axis('week', ['2024-01-03', '2024-01-10']).starts).toEqual(['2024-01-03', '2024-01-10'])
  expect(axis('week', ['2024-01-03', '2024-01-10'], 0)).toMatchObject({
    starts: ['2023-12-31', '2024-01-07'],
    findings: ['note week-start'],
  })
  expect(axis('week', ['2024-W01', '2024-W02'])).toMatchObject({
    starts: ['2024-01-01', '2024-01-08'],
    findings: ['note date-form'],
  })
})

test('readTimeAxis finds gaps, repeats and uneven weeks, across the turn of the year too', () => {
  expect(axis('week', ['2023-12-25', '2024-01-01', '2024-01-08']).findings).toEqual([])
  expect(axis('month', ['2023-11', '2024-01']).findings).toEqual(['error missing-date'])
  expect(axis('day', ['2024-02-28', '2024-02-29', '2024-02-29']).findings).toEqual(['error duplicate-date'])
  expect(axis('week', ['2024-01-01', '2024-01-08', '2024-01-17']).findings).toEqual(['error uneven-dates'])
})

test('readTimeAxis names at most five gaps and counts the rest', () => {
  const years = [...Array(20).keys(), 21, 23, 25, 27, 29, 31, 33].map((year) => String(1900 + year))
  expect(axis('year', years).findings).toEqual(Array(6).fill('error missing-date'))
})

test('readTimeAxis finds periods of another length than the spec says', () => {
  expect(axis('day', ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']).findings).toEqual([
    'error period-mismatch',
  ])
  expect(axis('month', ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']).findings).toEqual([
    'error period-mismatch',
  ])
})

test('readTimeAxis suspects a last month or quarter that is dated inside', () => {
  expect(axis('month', ['2024-01-01', '2024-02-01', '2024-03-11']).findings).toEqual(['warning partial-last-period'])
  expect(axis('month', ['2024-01-15', '2024-02-15', '2024-03-11']).findings).toEqual([])
})
