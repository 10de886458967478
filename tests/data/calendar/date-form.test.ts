import { expect, test } from 'vitest'
import { dateForms, dateHint, isIsoForm } from '../../../src/data/calendar/date-form.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'

const formsOf = (text: string, kind: PeriodKind) =>
  dateForms(kind)
    .filter((form) => form.read(text) !== null)
    .map((form) => form.name)

test('dateForms(kind) holds forms that are at least as fine as the kind', () => {
  expect(formsOf('2024-01', 'week')).toEqual([])
  expect(formsOf('2024-01', 'quarter')[0]).toBe('iso-month')
  expect(formsOf('2024-Q1', 'month')).toEqual([])
  expect(formsOf('2024', 'year')).toEqual(['iso-year'])
  expect(formsOf('2024-W05', 'week')).toEqual(['week-number'])
  expect(formsOf('2024-W05', 'month')).toEqual([])
})

test('isIsoForm(form, kind) is true for days everywhere and for the short forms of their own kind', () => {
  const isIso = (text: string, kind: PeriodKind) =>
    isIsoForm(
      dateForms(kind).find((form) => form.read(text) !== null)!,
      kind,
    )
  expect(isIso('2024-01-31', 'year')).toBe(true)
  expect(isIso('2024-01', 'month')).toBe(true)
  expect(isIso('2024-01', 'quarter')).toBe(false)
  expect(isIso('2024-W05', 'week')).toBe(false)
  expect(isIso('20240131', 'day')).toBe(false)
})

test('dateForms(kind) leaves day and month of 01/02/2024 open', () => {
  const [form] = dateForms('day').filter(({ name }) => name === 'day-and-month')
  expect(form.read('01/02/2024')).toEqual({ first: 1, second: 2, year: 2024 })
  expect(form.read('01/02.2024')).toBe(null)
})

test('dateForms(kind) knows English months, short or whole, and no others', () => {
  for (const text of ['31 Jan 2024', '31. january 2024', '31-JAN-2024', 'January 31, 2024', 'Jan 31 2024']) {
    expect(formsOf(text, 'day')).toHaveLength(1)
  }
  for (const text of ['31 Janvier 2024', '31 Ja 2024', '30 Feb 2024', 'Feb 2024'])
    expect(formsOf(text, 'day')).toEqual([])
})

test('dateHint(text) says what to do about common mistakes, and nothing about others', () => {
  expect(dateHint('45292')).toContain('format the column as a date')
  expect(dateHint('1.2.24')).toContain('write four')
  expect(dateHint('2024-01-31T12:30')).toContain('write the day alone')
  expect(dateHint('2024-02-31')).toBe('is a day that does not exist')
  expect(dateHint('soon')).toBe(null)
})
