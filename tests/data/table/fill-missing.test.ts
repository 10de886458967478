import { expect, test } from 'vitest'
import { fillMissing } from '../../../src/data/table/fill-missing.js'
import type { MissingRule } from '../../../src/data/table/dataset.js'

const fill = (rule: MissingRule, values: number[], from = 0, to = values.length) => {
  const column = Float64Array.from(values)
  return { ...fillMissing(column, { from, to }, rule), values: [...column] }
}

test('fillMissing(values, range, rule) fills by each rule', () => {
  expect(fill('zero', [1, NaN, 3]).values).toEqual([1, 0, 3])
  expect(fill('mean', [1, NaN, 3]).values).toEqual([1, 2, 3])
  expect(fill('previous', [1, NaN, NaN, 3]).values).toEqual([1, 1, 1, 3])
  expect(fill('interpolate', [1, NaN, NaN, 4]).values).toEqual([1, 2, 3, 4])
})

test('fillMissing(values, range, rule) leaves rows outside the range alone but takes neighbours from there', () => {
  expect(fill('interpolate', [NaN, 1, NaN, 3, NaN], 2, 3)).toEqual({
    rows: [2],
    unfilled: [],
    values: [NaN, 1, 2, 3, NaN],
  })
  expect(fill('zero', [NaN, NaN, NaN], 1, 2).values).toEqual([NaN, 0, NaN])
})

test('fillMissing(values, range, rule) says which rows it could not fill', () => {
  expect(fill('interpolate', [NaN, 1, NaN])).toEqual({ rows: [], unfilled: [0, 2], values: [NaN, 1, NaN] })
  expect(fill('previous', [NaN, 1, NaN])).toEqual({ rows: [2], unfilled: [0], values: [NaN, 1, 1] })
  expect(fill('mean', [NaN, NaN])).toEqual({ rows: [], unfilled: [0, 1], values: [NaN, NaN] })
  expect(fill('mean', [])).toEqual({ rows: [], unfilled: [], values: [] })
})
