import { expect, test } from 'vitest'
import { parseExpression } from '../../../src/data/expression/parse-expression.js'
import { findWindow } from '../../../src/data/table/window.js'

const window = (values: number[], column = 'sales') => {
  const expression = column === 'sales' ? null : parseExpression(column, { path: 'kpi.column', headers: ['sales'] })
  const use = { column, role: 'kpi' as const, owner: 'kpi', missing: null, path: 'kpi.column' }
  const resolved = {
    date: 0,
    uses: [{ use, headers: ['sales'], expression }],
    numberHeaders: ['sales'],
    textHeaders: [],
    findings: [],
  }
  const rows = { file: 'a.csv', lines: values.map((_, t) => t + 2), rows: values.length }
  const { range, findings } = findWindow(resolved, new Map([['sales', Float64Array.from(values)]]), rows)
  return [range.from, range.to, ...findings.map(({ message }) => message)]
}

test('findWindow reaches from the first known KPI to the last, gaps included', () => {
  expect(window([1, 2, 3])).toEqual([0, 3])
  expect(window([1, NaN, 3])).toEqual([0, 3])
})

test('findWindow notes rows before and after', () => {
  expect(window([NaN, NaN, 3, 4, NaN])).toEqual([
    2,
    4,
    'a.csv, column `sales`: the first 2 rows are without a KPI, which makes them media history.',
    'a.csv, column `sales`: the last row is without a KPI, which makes them the future.',
  ])
})

test('findWindow refuses a KPI that is never known', () => {
  expect(window([NaN, NaN])).toEqual([2, 2, 'a.csv, column `sales`: the KPI is empty in every row.'])
})

test('findWindow takes an expression as known where its columns are, whatever it comes to', () => {
  expect(window([NaN, 2, 3, NaN], 'sales * 2').slice(0, 2)).toEqual([1, 3])
  expect(window([0, 2, -3], 'log(sales)').slice(0, 2)).toEqual([0, 3])
})
