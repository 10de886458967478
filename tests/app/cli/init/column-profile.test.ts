import { describe, expect, it } from 'vitest'
import { profileColumns } from '../../../../src/app/cli/init/column-profile.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'

const profile = (text: string) => profileColumns(readTable(text, { file: 'a.csv' }))

describe('profileColumns', () => {
  it('tells numbers from text, and counts empty cells', () => {
    const [week, tv, events] = profile('week,tv,events\n2024-01-01,1,na\n2024-01-08,,sale\n2024-01-15,3.5,na\n')
    expect([week.numbers, events.numbers]).toEqual([null, null])
    expect(tv.numbers).toEqual(Float64Array.of(1, NaN, 3.5))
    expect([week.missing, tv.missing, events.missing]).toEqual([0, 1, 0])
    expect(events.levels).toEqual(['na', 'sale'])
  })

  it('reads decimal commas where semicolons separate the cells', () => {
    const [, tv] = profile('week;tv\n2024-01-01;1,25\n2024-01-08;2,5\n')
    expect(tv.numbers).toEqual(Float64Array.of(1.25, 2.5))
  })

  it('gives up columns with cells that hold no value', () => {
    const table = readTable('a,b\n1,2\n3,4\n', { file: 'a.xlsx' })
    const columns = profileColumns({ ...table, faults: [{ column: 1, row: 0, text: 'the cell is merged with A2' }] })
    expect(columns.map(({ unusable }) => unusable)).toEqual([
      null,
      'it has cells without a value: the cell is merged with A2',
    ])
  })

  it('knows constants, negative numbers and columns that can’t be used', () => {
    const columns = profile('a,b,c,c,e,\n1,-1,1,1,,1\n1.0,2,2,2,,2\n')
    expect(columns.map(({ isConstant }) => isConstant)).toEqual([true, false, false, false, true, false])
    expect(columns[1].isNonNegative).toBe(false)
    expect(columns.map(({ unusable }) => unusable)).toEqual([
      null,
      null,
      'its header occurs twice',
      'its header occurs twice',
      'it is empty',
      'it has no header',
    ])
  })
})
