import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { pivotLong } from '../../../src/data/table/pivot-long.js'
import { refusal } from '../../support/refusal.js'

const layout = { date: 'week', variable: 'name', value: 'amount' }
const pivot = (rows: string, header = 'week,name,amount') =>
  pivotLong(readTable(`${header}\n${rows}`, { file: 'long.csv' }), layout)

describe('pivotLong(table, layout)', () => {
  it('makes a row of every date and a column of every variable, in the order of the file', () => {
    const table = pivot('2024-01-08,tv,5\n2024-01-01,sales,"1,5"\n2024-01-08,sales,\n2024-01-01,a b,x\n')
    expect(table).toEqual({
      file: 'long.csv',
      delimiter: ',',
      headers: ['week', 'tv', 'sales', 'a b'],
      rows: [
        ['2024-01-08', '5', '', ''],
        ['2024-01-01', '', '1,5', 'x'],
      ],
      lines: [2, 3],
      rowNames: new Map([
        [2, '2024-01-08'],
        [3, '2024-01-01'],
      ]),
    })
  })

  it('passes over empty rows and other columns', () => {
    const { rows } = pivot('EUR,2024-01-01,tv,5\n,,,\n,2024-01-01,radio,6\n', 'unit,week,name,amount')
    expect(rows).toEqual([['2024-01-01', '5', '6']])
  })

  it.each([
    ['w1,tv,1\nw1,radio,1\nw1,tv,1', 'long.csv lines 2 and 4: both hold `tv` of w1; keep one row a date and variable.'],
    [',tv,1', 'long.csv line 2, column `week`: the date is empty.'],
    ['w1,,1', 'long.csv line 2, column `name`: the name of the variable is empty.'],
    ['w1,week,1', 'long.csv line 2, column `name`: a variable must not be called `week`, as the column of dates is.'],
  ])('refuses %o', async (rows, message) => {
    expect(await refusal(() => pivot(rows))).toBe(message)
  })

  it('names a column that is missing or there twice', async () => {
    expect(await refusal(() => pivot('w1,tv,1', 'week,names,amount'))).toBe(
      '`data.variable`: long.csv has no column `name`; its columns are `week`, `names`, `amount`. Did you mean `names`?',
    )
    expect(await refusal(() => pivot('w1,tv,1,2', 'week,name,amount,amount'))).toBe(
      'long.csv: the header `amount` occurs more than once; rename all but one.',
    )
  })

  it('refuses cells without a value, and a column of names that are none', async () => {
    const table = {
      ...readTable('week,name,amount\nw1,tv,\n', { file: 'long.xlsx' }),
      faults: [{ column: 2, row: 0, text: 'the cell is merged with C1' }],
    }
    expect(await refusal(() => pivotLong(table, layout))).toBe(
      'long.xlsx row 2, column `amount`: the cell is merged with C1.',
    )
    const rows = Array.from({ length: 7000 }, (_, i) => `w${i},n${i},1`)
    expect(await refusal(() => pivot(rows.join('\n')))).toBe(
      'long.csv, column `name`: so many different names on so many dates would make 49,007,000 cells; is this the column of variables?',
    )
  })
})
