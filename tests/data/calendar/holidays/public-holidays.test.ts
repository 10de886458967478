import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOfDate, isoDay } from '../../../../src/data/calendar/civil-date.js'
import { holidayDays } from '../../../../src/data/calendar/holidays/holiday-days.js'
import { publicHolidays } from '../../../../src/data/calendar/holidays/public-holidays.js'

const golden = JSON.parse(readFileSync(new URL('../../../golden/public-holidays.json', import.meta.url), 'utf8'))

/** `MM-DD` of a country's holidays in a year, with names where asked for. */
function holidays(country: string, year: number): string {
  const events = holidayDays('public', country, dayOfDate(year, 1, 1), dayOfDate(year, 12, 31))
  return [...new Set(events.flatMap(({ days }) => days))]
    .sort((a, b) => a - b)
    .map((day) => isoDay(day).slice(5))
    .join(' ')
}

const named = (country: string, year: number) =>
  holidayDays('public', country, dayOfDate(year, 1, 1), dayOfDate(year, 12, 31)).map(
    ({ name, days }) => `${name} ${days.map((day) => isoDay(day).slice(5)).join(' ')}`,
  )

for (const [country, years] of Object.entries<Record<string, string>>(golden.publicHolidays)) {
  test(`the public holidays of ${country} are those of the law, 2010 to 2030`, () => {
    for (const [year, dates] of Object.entries(years))
      expect([year, holidays(country, Number(year))]).toEqual([year, dates])
  })
}

test('the public holidays of Spain are the ten that hold nationwide', () => {
  expect(holidays('ES', 2024)).toBe('01-01 01-06 03-29 05-01 08-15 10-12 11-01 12-06 12-08 12-25')
})

test('the public holidays of Switzerland are those that nearly all cantons keep', () => {
  expect(holidays('CH', 2024)).toBe('01-01 03-29 04-01 05-09 05-20 08-01 12-25 12-26')
})

test('the public holidays of Turkey, the Emirates and Saudi Arabia hold both feasts', () => {
  expect(holidays('TR', 2024)).toBe(
    '01-01 04-10 04-11 04-12 04-23 05-01 05-19 06-16 06-17 06-18 06-19 07-15 08-30 10-29',
  )
  expect(named('AE', 2024)).toEqual([
    "New Year's Day 01-01",
    'Eid al-Fitr 04-10 04-11 04-12',
    'Arafat Day 06-15',
    'Eid al-Adha 06-16 06-17 06-18',
    'Islamic New Year 07-07',
    "Prophet's Birthday 09-15",
    'National Day 12-02 12-03',
  ])
  expect(named('SA', 2024)).toEqual([
    'Founding Day 02-22',
    'Eid al-Fitr 04-10 04-11 04-12 04-13',
    'Arafat Day 06-15',
    'Eid al-Adha 06-16 06-17 06-18',
    'National Day 09-23',
  ])
})

test('the public holidays of Britain name the days in lieu and the special ones', () => {
  expect(named('GB', 2022)).toEqual([
    "New Year's Day 01-01",
    'Bank holiday in lieu 01-03 12-27',
    'Good Friday 04-15',
    'Easter Monday 04-18',
    'Early May bank holiday 05-02',
    'Spring bank holiday 06-02',
    'Summer bank holiday 08-29',
    'Christmas Day 12-25',
    'Boxing Day 12-26',
    'Special bank holiday 06-03 09-19',
  ])
})

test('every country has a name of its own for each day of the year', () => {
  for (const country of publicHolidays.keys()) {
    const events = holidayDays('public', country, dayOfDate(2024, 1, 1), dayOfDate(2024, 12, 31))
    expect(new Set(events.map(({ name }) => name)).size).toBe(events.length)
  }
})
