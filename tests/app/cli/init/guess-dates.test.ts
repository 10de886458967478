import { describe, expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { guessDates } from '../../../../src/app/cli/init/guess-dates.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

function dates(header: string, cells: readonly string[]) {
  const table = readTable(`${header}\n${cells.join('\n')}\n`, { file: 'a.csv' })
  const guess = guessDates(profileColumns(table), table.lines)
  return guess && [guess.column.header, guess.period, guess.isRepeated]
}

const rows = (texts: readonly string[]) => texts.map((text, i) => `${text},${10 * i}`)

describe('guessDates', () => {
  it('finds every period', () => {
    expect(dates('ds,x', rows(['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']))).toEqual(['ds', 'day', false])
    expect(dates('ds,x', rows(['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']))).toEqual(['ds', 'week', false])
    expect(dates('ds,x', rows(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']))).toEqual([
      'ds',
      'month',
      false,
    ])
    expect(dates('ds,x', rows(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']))).toEqual(['ds', 'quarter', false])
    expect(dates('x,Year', ['5,1907', '6,1908', '7,1909', '8,1910'])).toEqual(['Year', 'year', false])
  })

  it('reads other forms of dates where the column settles them', () => {
    expect(dates('Woche,x', rows(['01.01.2024', '08.01.2024', '15.01.2024', '22.01.2024']))).toEqual([
      'Woche',
      'week',
      false,
    ])
  })

  it('prefers the column that is called a date and has each date once', () => {
    const cells = ['2024-01-01,2023-06-01', '2024-01-08,2023-06-01', '2024-01-15,2023-06-01', '2024-01-22,2023-06-01']
    expect(dates('week,launched', cells)).toEqual(['week', 'week', false])
    expect(dates('a,b', cells)).toEqual(['a', 'week', false])
  })

  it('says where dates repeat, and where no period is as long as the steps', () => {
    const repeated = ['2024-01-01', '2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']
    expect(dates('date,x', rows(repeated))).toEqual(['date', 'week', true])
    expect(dates('date,x', rows(['2024-01-01', '2024-01-29', '2024-02-26', '2024-03-25']))).toEqual([
      'date',
      null,
      false,
    ])
  })

  it('takes plain numbers for years only if they are called so or count up', () => {
    expect(dates('x,sales', ['a,1907', 'b,2050', 'c,1999', 'd,1910'])).toBeNull()
    expect(dates('x,t', ['a,1907', 'b,1908', 'c,1909', 'd,1910'])).toEqual(['t', 'year', false])
  })
})
