import { expect, test } from 'vitest'
import { dayOfDate, isoDay } from '../../../../src/data/calendar/civil-date.js'
import { holidayDays } from '../../../../src/data/calendar/holidays/holiday-days.js'
import { publicHolidays } from '../../../../src/data/calendar/holidays/public-holidays.js'
import { retailEvents } from '../../../../src/data/calendar/holidays/retail-events.js'

/** First and last day of an event in a year. */
function span(country: string, year: number, name: string): string | undefined {
  const events = holidayDays('retail', country, dayOfDate(year, 1, 1), dayOfDate(year, 12, 31))
  const days = events.find((event) => event.name === name)?.days.map((day) => isoDay(day).slice(5))
  return days === undefined ? undefined : `${days[0]} ${days[days.length - 1]} ${days.length}`
}

test('retailEvents hold the same countries as the public holidays', () => {
  expect([...retailEvents.keys()]).toEqual([...publicHolidays.keys()])
})

test('Black Friday is the day after the fourth Thursday of November to its Sunday, Cyber Monday the day after', () => {
  expect(span('US', 2024, 'Thanksgiving')).toBe('11-28 11-28 1')
  expect(span('US', 2024, 'Black Friday')).toBe('11-29 12-01 3')
  expect(span('US', 2024, 'Cyber Monday')).toBe('12-02 12-02 1')
  expect(span('DE', 2019, 'Black Friday')).toBe('11-29 12-01 3')
  expect(span('DE', 2010, 'Black Friday')).toBe(undefined)
  expect(span('US', 2004, 'Cyber Monday')).toBe(undefined)
})

test("Mother's Day is the week that ends on the country's own date", () => {
  const days = ['DE', 'US', 'TR', 'GB', 'FR', 'ES', 'PL', 'AE'].map((country) => span(country, 2024, "Mother's Day"))
  expect(days.map((text) => text?.slice(6))).toEqual([
    '05-12 7',
    '05-12 7',
    '05-12 7',
    '03-10 7',
    '05-26 7',
    '05-05 7',
    '05-26 7',
    '03-21 7',
  ])
})

test("the French Mother's Day gives way to Whit Sunday", () => {
  expect(span('FR', 2023, "Mother's Day")).toBe('05-29 06-04 7')
  expect(span('FR', 2020, "Mother's Day")).toBe('06-01 06-07 7')
  expect(span('FR', 2025, "Mother's Day")).toBe('05-19 05-25 7')
})

test('the run-ups end on the eve, or on the gift day itself', () => {
  expect(span('DE', 2024, 'Christmas run-up')).toBe('12-01 12-24 24')
  expect(span('DE', 2024, 'After Christmas')).toBe('12-26 12-31 6')
  expect(span('DE', 2024, "Valentine's Day")).toBe('02-08 02-14 7')
  expect(span('DE', 2024, 'Easter run-up')).toBe('03-25 03-30 6')
  expect(span('ES', 2024, "Three Kings' run-up")).toBe('01-02 01-05 4')
  expect(span('NL', 2024, 'Sinterklaas run-up')).toBe('11-29 12-05 7')
  expect(span('TR', 2024, "New Year's run-up")).toBe('12-25 12-31 7')
})

test('Ramadan lasts to the day before Eid al-Fitr', () => {
  expect(span('TR', 2024, 'Ramadan')).toBe('03-11 04-09 30')
  expect(span('SA', 2023, 'Ramadan')).toBe('03-23 04-20 29')
  expect(span('AE', 2023, 'Eid al-Fitr')).toBe('04-21 04-23 3')
  expect(span('TR', 2023, 'Eid al-Adha')).toBe('06-28 07-01 4')
  expect(span('DE', 2024, 'Ramadan')).toBe(undefined)
})
