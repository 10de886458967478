import { expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessDates } from '../../../../src/app/cli/init/guess-dates.js'
import { guessLong } from '../../../../src/app/cli/init/guess-long.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

function guess(header: string, row: (day: string, name: string, i: number) => string) {
  const rows = ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29'].flatMap((day, t) =>
    ['sales', 'tv_spend'].map((name, i) => row(day, name, 2 * t + i)),
  )
  const table = readTable(`${header}\n${rows.join('\n')}\n`, { file: 'a.csv' })
  const columns = profileColumns(table)
  return guessLong(columns, guessDates(columns, table.lines)!)
}

it('guessLong finds names that occur once a date, beside one column of numbers', () => {
  const long = { date: 'week', variable: 'what', value: 'amount' }
  expect(guess('amount,what,week', (day, name, i) => `${i},${name},${day}`)).toEqual(long)
  expect(guess('week,what,unit,amount', (day, name, i) => `${day},${name},EUR,${i}`)).toEqual(long)
})

it('guessLong leaves wide tables and tables of regions alone', () => {
  expect(guess('week,region,sales,tv', (day, name, i) => `${day},${name},${i},${i * i}`)).toBeNull()
  expect(guess('week,what,amount', (_, name, i) => `2024-01-${10 + i},${name},${i}`)).toBeNull()
  expect(guess('week,what,amount', (day, _, i) => `${day},x,${i}`)).toBeNull()
})
