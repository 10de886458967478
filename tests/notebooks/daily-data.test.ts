import { expect, it } from 'vitest'
import { dailyFiles } from '../../notebooks/data/make-daily.mjs'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { projectText } from '../support/project-files.js'

const weekly = projectText('datasets/national-brand.csv')
const files = Object.entries(dailyFiles(weekly))

it('the notebooks’ daily files are what their generator writes, byte for byte', () => {
  expect(files.map(([name]) => name)).toEqual(['daily-sales.csv', 'daily-offline.csv', 'daily-digital.csv'])
  for (const [name, text] of files) expect(text).toBe(projectText(`notebooks/data/${name}`))
})

it('the days of every week add up to the week', () => {
  const weeks = columnsOf(weekly, 'week')
  const sums = new Map<string, Map<string, number>>()
  for (const [name] of files) {
    for (const [column, days] of columnsOf(projectText(`notebooks/data/${name}`), 'date')) {
      const total = new Map([...weeks.get(column)!.keys()].map((week) => [week, 0]))
      for (const [day, value] of days) total.set(mondayOf(day), total.get(mondayOf(day))! + value)
      sums.set(column, total)
    }
  }
  expect([...sums.keys()].sort()).toEqual([...weeks.keys()].sort())
  for (const [column, expected] of weeks) {
    for (const [week, value] of expected) {
      expect(Math.abs(sums.get(column)!.get(week)! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, value))
    }
  }
})

/** Numbers by column and date. */
function columnsOf(csv: string, date: string): Map<string, Map<string, number>> {
  const { headers, rows } = readTable(csv, { file: 'a.csv' })
  expect(headers[0]).toBe(date)
  return new Map(headers.slice(1).map((name, at) => [name, new Map(rows.map((row) => [row[0], Number(row[at + 1])]))]))
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
