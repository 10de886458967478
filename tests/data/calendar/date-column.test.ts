import { expect, test } from 'vitest'
import { isoDay } from '../../../src/data/calendar/civil-date.js'
import { readDateColumn } from '../../../src/data/calendar/date-column.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'

const read = (kind: PeriodKind, ...cells: string[]) => readDateColumn(cells, kind, (cell) => `line ${cell + 2}`)
const days = (kind: PeriodKind, ...cells: string[]) => [...read(kind, ...cells).days].map(isoDay)
const problem = (kind: PeriodKind, ...cells: string[]) => read(kind, ...cells).problems.map(({ text }) => text)

test('readDateColumn reads ISO forms without a remark', () => {
  for (const [kind, cell] of [
    ['day', '2024-01-31'],
    ['week', '2024-01-29'],
    ['month', '2024-01'],
    ['month', '2024-01-31'],
    ['quarter', '2024-Q1'],
    ['year', '1907'],
  ] as const) {
    expect(read(kind, cell)).toMatchObject({ problems: [], remark: null })
  }
  expect(days('quarter', '2024-Q3', '2024-Q4')).toEqual(['2024-07-01', '2024-10-01'])
})

test('readDateColumn reads other forms and says so', () => {
  const forms: [PeriodKind, string, string][] = [
    ['day', '31.01.2024', '2024-01-31'],
    ['day', '01/31/2024', '2024-01-31'],
    ['day', '2024/01/31', '2024-01-31'],
    ['day', '2024-1-31', '2024-01-31'],
    ['day', '31 Jan 2024', '2024-01-31'],
    ['day', '31-January-2024', '2024-01-31'],
    ['day', 'Jan 31, 2024', '2024-01-31'],
    ['day', '20240131', '2024-01-31'],
    ['day', '2024-01-31T00:00:00.000Z', '2024-01-31'],
    ['day', '2024-01-31 00:00:00', '2024-01-31'],
    ['week', '2024-W05', '2024-01-29'],
    ['month', 'Jan 2024', '2024-01-01'],
    ['month', 'Sept 2024', '2024-09-01'],
    ['month', '2024/01', '2024-01-01'],
    ['month', '01/2024', '2024-01-01'],
    ['quarter', 'Q2 2024', '2024-04-01'],
    ['quarter', '2024Q2', '2024-04-01'],
    ['quarter', '2024-04', '2024-04-01'],
  ]
  for (const [kind, cell, expected] of forms) {
    const column = read(kind, cell)
    expect([cell, ...[...column.days].map(isoDay)]).toEqual([cell, expected])
    expect(column.remark).toContain(`are written ${cell}`)
  }
})

test('readDateColumn knows that ISO week 53 exists in some years only', () => {
  expect(days('week', '2020-W53')).toEqual(['2020-12-28'])
  expect(problem('week', '2021-W53')).toEqual(['`2021-W53` is not a week; write it like 2024-01-29'])
})

test('readDateColumn settles day and month by one day above 12 anywhere in the column', () => {
  const dayFirst = read('day', '01/02/2024', '13/02/2024')
  expect([...dayFirst.days].map(isoDay)).toEqual(['2024-02-01', '2024-02-13'])
  expect(dayFirst.remark).toBe('are written 01/02/2024 and read day first, as line 3 has a day above 12')
  const monthFirst = read('day', '02/01/2024', '02/13/2024')
  expect([...monthFirst.days].map(isoDay)).toEqual(['2024-02-01', '2024-02-13'])
  expect(monthFirst.remark).toContain('read month first, as line 3 has a day above 12')
})

test('readDateColumn refuses a column in which nothing settles day and month', () => {
  expect(problem('month', '01.01.2024', '01.02.2024', '01.03.2024')).toEqual([
    '`01.02.2024` can be read day first or month first, and no date in the column settles it; write dates like 2024-01-31',
  ])
})

test('readDateColumn reads day and month that are alike in either order', () => {
  expect(days('year', '01/01/1907', '01/01/1908')).toEqual(['1907-01-01', '1908-01-01'])
})

test('readDateColumn refuses a column that contradicts itself', () => {
  expect(problem('day', '13/02/2024', '02/14/2024')).toEqual([
    '`13/02/2024` in line 2 and `02/14/2024` in line 3 put day and month in different order',
  ])
})

test('readDateColumn refuses a mixture of forms, by line', () => {
  expect(problem('day', '2024-01-31', '01.02.2024')).toEqual([
    '`01.02.2024` is written in another way than `2024-01-31` in line 2; write all dates in one form',
  ])
})

test('readDateColumn says what is wrong with a text that is no date', () => {
  expect(problem('week', '')).toEqual(['the date is empty'])
  expect(problem('week', 'Week 5')).toEqual(['`Week 5` is not a week; write it like 2024-01-29'])
  expect(problem('day', '2023-02-29')).toEqual(['`2023-02-29` is a day that does not exist'])
  expect(problem('day', '31.04.2024')).toEqual(['`31.04.2024` is a day that does not exist'])
  expect(problem('day', '45292')[0]).toContain("looks like a spreadsheet's day number")
  expect(problem('day', '31/01/24')[0]).toContain('has a year of two digits; write four')
  expect(problem('day', '2024-01-31T23:00:00Z')[0]).toContain('has a time of day')
  expect(problem('week', '2024-01')).toEqual(['`2024-01` is not a week; write it like 2024-01-29'])
  expect(problem('year', '2024.5')[0]).toContain('is not a year')
  expect(problem('day', 'x'.repeat(500))[0].length).toBeLessThan(120)
})

test('readDateColumn of an empty column has nothing to say', () => {
  expect(read('day')).toMatchObject({ problems: [], resolution: null, remark: null })
})
