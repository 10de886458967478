import { expect, it } from 'vitest'
import { toJson } from '../../../src/present/table/to-json.js'

it('toJson gives every row every column, with null for what has no meaning', () => {
  const column = { unit: 'EUR', align: 'right', format: 'amount' } as const
  const table = {
    title: 'Spend',
    columns: [
      { key: 'a', label: 'A', ...column },
      { key: 'b', label: 'B', ...column },
    ],
    rows: [
      { a: 1, extra: 2 },
      { a: NaN, b: { mean: 1, q05: 0, q95: 2 } },
    ],
    notes: ['In EUR.'],
  } as const
  expect(toJson(table)).toEqual({
    title: 'Spend',
    columns: [
      { key: 'a', label: 'A', unit: 'EUR' },
      { key: 'b', label: 'B', unit: 'EUR' },
    ],
    rows: [
      { a: 1, b: null },
      { a: null, b: { mean: 1, q05: 0, q95: 2 } },
    ],
    notes: ['In EUR.'],
  })
})
