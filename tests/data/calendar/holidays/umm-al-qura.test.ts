import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isoDay } from '../../../../src/data/calendar/civil-date.js'
import { daysInHijriMonth, hijriMonthStart, hijriYears } from '../../../../src/data/calendar/holidays/umm-al-qura.js'

const golden = JSON.parse(readFileSync(new URL('../../../golden/public-holidays.json', import.meta.url), 'utf8'))

test('hijriMonthStart(year, month) is the published start of Ramadan and of Dhu al-Hijja', () => {
  for (const [year, date] of Object.entries(golden.ramadan)) {
    expect([year, isoDay(hijriMonthStart(Number(year), 9)!)]).toEqual([year, date])
  }
  for (const [year, date] of Object.entries(golden.dhuAlHijja)) {
    expect([year, isoDay(hijriMonthStart(Number(year), 12)!)]).toEqual([year, date])
  }
})

test('hijriMonthStart(year, month) agrees with the platform for every month that has been published, to 1450', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { dateStyle: 'short', timeZone: 'UTC' })
  for (let year = hijriYears.first; year <= 1450; year++) {
    for (let month = 1; month <= 12; month++) {
      const start = hijriMonthStart(year, month)!
      expect(format.format(new Date(start * 86400000))).toContain(`${month}/1/${year}`)
    }
  }
})

test('daysInHijriMonth(year, month) is 29 or 30 and leads to the next month', () => {
  for (let year = hijriYears.first; year < hijriYears.last; year++) {
    for (let month = 1; month <= 12; month++) {
      const days = daysInHijriMonth(year, month)!
      const next = month === 12 ? hijriMonthStart(year + 1, 1)! : hijriMonthStart(year, month + 1)!
      expect(days === 29 || days === 30).toBe(true)
      expect(hijriMonthStart(year, month)! + days).toBe(next)
    }
  }
})

test('hijriMonthStart and daysInHijriMonth are null outside the table', () => {
  expect(hijriMonthStart(hijriYears.first - 1, 1)).toBe(null)
  expect(hijriMonthStart(hijriYears.last + 1, 1)).toBe(null)
  expect(daysInHijriMonth(hijriYears.last + 1, 1)).toBe(null)
})
