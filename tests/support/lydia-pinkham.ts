import { readFileSync } from 'node:fs'

const rows = readFileSync(new URL('../../datasets/lydia-pinkham.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(',').map(Number))

/** The Lydia Pinkham series, 1907 to 1960, thousands of dollars a year. */
export const pinkham = {
  years: rows.map(([year]) => year),
  advertising: Float64Array.from(rows, (row) => row[1]),
  sales: Float64Array.from(rows, (row) => row[2]),
}
