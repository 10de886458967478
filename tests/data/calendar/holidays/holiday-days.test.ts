import { expect, test } from 'vitest'
import { InputError } from '../../../../src/check/errors.js'
import { dayOfDate, isoDay } from '../../../../src/data/calendar/civil-date.js'
import { calendarCountries, calendarNames, holidayDays } from '../../../../src/data/calendar/holidays/holiday-days.js'

const year = (number: number) => [dayOfDate(number, 1, 1), dayOfDate(number, 12, 31)] as const

function refusal(calendar: string, country: string | null, from = 2024, to = 2024): string {
  try {
    holidayDays(calendar, country, year(from)[0], year(to)[1])
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).message
  }
  throw new Error('not refused')
}

test('holidayDays(calendar, country, fromDay, toDay) gives the days in the range, both ends included', () => {
  const easterMonday = dayOfDate(2024, 4, 1)
  expect(holidayDays('public', 'DE', easterMonday, easterMonday)).toEqual([{ name: 'Easter Monday', days: [19814] }])
  expect(holidayDays('public', 'DE', easterMonday + 1, easterMonday + 2)).toEqual([])
})

test('holidayDays collects the days of all years, ascending and each once', () => {
  const [from] = year(2022)
  const [, to] = year(2024)
  const christmas = holidayDays('public', 'DE', from, to).find(({ name }) => name === 'Christmas Day')!
  expect(christmas.days.map(isoDay)).toEqual(['2022-12-25', '2023-12-25', '2024-12-25'])
})

test('holidayDays cuts events off at the ends of the range', () => {
  const [from, to] = [dayOfDate(2024, 12, 22), dayOfDate(2025, 1, 3)]
  const events = holidayDays('retail', 'ES', from, to)
  expect(events.map(({ name, days }) => [name, days.map((day) => isoDay(day).slice(5))])).toEqual([
    ['Christmas run-up', ['12-22', '12-23', '12-24']],
    ['After Christmas', ['12-26', '12-27', '12-28', '12-29', '12-30', '12-31']],
    ["Three Kings' run-up", ['01-02', '01-03']],
  ])
  const inRamadan = holidayDays('retail', 'TR', dayOfDate(2000, 1, 1), dayOfDate(2000, 1, 9))
  expect(inRamadan.map(({ name, days }) => [name, days.length])).toEqual([
    ['Ramadan', 7],
    ['Eid al-Fitr', 2],
  ])
})

test('holidayDays knows its calendars in every country', () => {
  for (const calendar of calendarNames) {
    for (const country of calendarCountries) {
      expect(holidayDays(calendar, country, ...year(2024)).length).toBeGreaterThan(4)
    }
  }
})

test('holidayDays refuses unknown calendars and countries and names those that there are', () => {
  expect(refusal('retial', 'DE')).toBe(
    '`events.calendar` must be retail or public, not `retial`. Did you mean `retail`?',
  )
  expect(refusal('date-holidays', 'DE')).toBe('`events.calendar` must be retail or public, not `date-holidays`.')
  expect(refusal('public', null)).toBe(
    '`events.country` is missing; the public calendar knows AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR, US.',
  )
  expect(refusal('retail', 'UK')).toContain('not `UK`. Did you mean `GB`?')
  expect(refusal('retail', 'de')).toContain('not `de`. Did you mean `DE`?')
  expect(refusal('retail', 'JP')).toBe(
    '`events.country` must be one of AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR, US, not `JP`. Give the days of others as `events.custom`.',
  )
})

test('holidayDays refuses years that it does not cover', () => {
  expect(refusal('retail', 'TR', 1998, 2001)).toBe(
    'The event calendar of TR has Ramadan and the feasts of 2000 to 2040, not of 1998 to 2001.',
  )
  expect(refusal('public', 'DE', 1850, 1860)).toBe(
    'The event calendars cover the years 1900 to 2199, not 1850 to 1860.',
  )
})
