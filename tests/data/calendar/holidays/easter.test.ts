import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isoDay, weekdayOf } from '../../../../src/data/calendar/civil-date.js'
import { easterSunday } from '../../../../src/data/calendar/holidays/easter.js'

const golden = JSON.parse(readFileSync(new URL('../../../golden/public-holidays.json', import.meta.url), 'utf8'))

test('easterSunday(year) is the published date of 1961 to 2030', () => {
  for (const [year, monthAndDay] of Object.entries<string>(golden.easter)) {
    expect(isoDay(easterSunday(Number(year)))).toBe(`${year}-${monthAndDay}`)
  }
})

test('easterSunday(year) knows its earliest and latest dates and the exceptions of the Gregorian rule', () => {
  const known: [number, string][] = [
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ]
  for (const [year, date] of known) expect(isoDay(easterSunday(year))).toBe(date)
})

test('easterSunday(year) is a Sunday from 22 March to 25 April', () => {
  for (let year = 1583; year < 2600; year++) {
    const day = easterSunday(year)
    expect(weekdayOf(day)).toBe(0)
    expect(isoDay(day).slice(5) >= '03-22' && isoDay(day).slice(5) <= '04-25').toBe(true)
  }
})
