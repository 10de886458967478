import { expect, it } from 'vitest'
import { periodEdges, periodStart, timeEncoding } from '../../../src/present/chart/time-axis.js'

it('periodStart reads days, months, quarters and years, in UTC', () => {
  expect(periodStart('2024-01-31')).toBe(Date.UTC(2024, 0, 31))
  expect(periodStart('2024-02')).toBe(Date.UTC(2024, 1, 1))
  expect(periodStart('2024-Q2')).toBe(Date.UTC(2024, 3, 1))
  expect(periodStart('1907')).toBe(Date.UTC(1907, 0, 1))
  expect(periodStart('week 3')).toBeNaN()
})

it('periodEdges ends the last period as far from its start as the one before', () => {
  expect(periodEdges(['2024-01-01', '2024-01-08'])).toEqual([1, 8, 15].map((day) => Date.UTC(2024, 0, day)))
  expect(periodEdges(['2024-01-01'])).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2)])
})

it('timeEncoding has months for weeks and years for decades', () => {
  const axis = (periods: string[]): unknown => (timeEncoding('t', periods) as { axis: { format: string } }).axis.format
  expect(axis(['2023-01-02', '2024-12-30'])).toBe('%b %Y')
  expect(axis(['1907', '1960'])).toBe('%Y')
  expect(axis(['2024-01-01', '2024-01-20'])).toBe('%d %b %Y')
})
