// Spreads the weeks of ../../datasets/national-brand.csv over days, as three systems would export them.
//
//     node notebooks/data/make-daily.mjs      writes daily-sales.csv, daily-offline.csv and daily-digital.csv beside it
//
// The days of a week add up to the week, so a model of the weekly sums has the market's known truth:
// ../../datasets/national-brand.truth.json. Days on which nothing was on air have no row in daily-offline.csv.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Shares of a week's total by day, Monday first, before a little noise; 0 where nothing ever happens that day. */
const patterns = {
  revenue: [13, 12, 13, 14, 17, 20, 11],
  tv_spend: [0, 0, 2, 3, 3, 2, 4],
  radio_spend: [3, 3, 3, 3, 3, 0, 0],
  outdoor_spend: [1, 1, 1, 1, 1, 1, 1],
  social_spend: [13, 13, 13, 14, 16, 16, 15],
  search_spend: [16, 16, 15, 14, 13, 12, 14],
}

/** What was delivered follows the money; digits after the point that the column has. */
const files = {
  'daily-sales.csv': [{ column: 'revenue', pattern: 'revenue', digits: 0 }],
  'daily-offline.csv': [
    { column: 'tv_spend', pattern: 'tv_spend', digits: 0 },
    { column: 'tv_grps', pattern: 'tv_spend', digits: 1 },
    { column: 'radio_spend', pattern: 'radio_spend', digits: 0 },
    { column: 'radio_grps', pattern: 'radio_spend', digits: 1 },
    { column: 'outdoor_spend', pattern: 'outdoor_spend', digits: 0 },
  ],
  'daily-digital.csv': [
    { column: 'social_spend', pattern: 'social_spend', digits: 0 },
    { column: 'social_impressions', pattern: 'social_spend', digits: 0 },
    { column: 'search_spend', pattern: 'search_spend', digits: 0 },
    { column: 'search_clicks', pattern: 'search_spend', digits: 0 },
  ],
}

/** The three files by name, from the weekly one: the same text on every machine. */
export function dailyFiles(weeklyCsv) {
  const [header, ...lines] = weeklyCsv.trim().split('\n')
  const names = header.split(',')
  const weeks = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])))
  const noise = createNoise(20260105)
  const shares = Object.fromEntries(
    Object.entries(patterns).map(([name, pattern]) => [name, weeks.map(() => pattern.map((part) => part * noise()))]),
  )
  return Object.fromEntries(
    Object.entries(files).map(([file, columns]) => {
      const rows = weeks.flatMap((week, w) => {
        const cells = columns.map(({ column, pattern, digits }) => spread(week[column], shares[pattern][w], digits))
        return dates(week.week).map((date, day) => [date, ...cells.map((days) => days[day])])
      })
      const kept =
        file === 'daily-offline.csv' ? rows.filter(([, ...cells]) => cells.some((cell) => cell !== '0')) : rows
      return [file, `${[['date', ...columns.map(({ column }) => column)], ...kept].join('\n')}\n`]
    }),
  )
}

/** The seven days of the week that begins on a Monday. */
function dates(monday) {
  const start = Date.parse(`${monday}T00:00:00Z`)
  return Array.from({ length: 7 }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10))
}

/** A week's total in the parts of its days, by largest remainders: whole units of the last digit that add up to it. */
function spread(total, parts, digits) {
  const scale = 10 ** digits
  const units = Math.round(Number(total) * scale)
  const sum = parts.reduce((a, b) => a + b, 0)
  const exact = parts.map((part) => (units * part) / sum)
  const days = exact.map(Math.floor)
  const order = exact
    .map((value, day) => ({ day, rest: value - days[day] }))
    .sort((a, b) => b.rest - a.rest || a.day - b.day)
  const left = units - days.reduce((a, b) => a + b, 0)
  for (const { day } of order.slice(0, left)) days[day] += 1
  return days.map((value) => String(value / scale))
}

/** Factors between 0.9 and 1.1: a linear congruential generator with the constants of Numerical Recipes. */
function createNoise(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 0.9 + 0.2 * (state / 4294967296)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const weekly = readFileSync(new URL('../../datasets/national-brand.csv', import.meta.url), 'utf8')
  for (const [name, text] of Object.entries(dailyFiles(weekly))) writeFileSync(new URL(name, import.meta.url), text)
}
