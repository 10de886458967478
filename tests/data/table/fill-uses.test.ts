import { expect, test } from 'vitest'
import { parseExpression } from '../../../src/data/expression/parse-expression.js'
import type { ColumnUse, MissingRule } from '../../../src/data/table/dataset.js'
import { fillUses, neededRows } from '../../../src/data/table/fill-uses.js'

const window = { from: 1, to: 3 }

function fill(role: ColumnUse['role'], column: string, values: number[], missing: Record<string, MissingRule> = {}) {
  const expression = column === 'x' ? null : parseExpression(column, { path: 'p', headers: ['x'] })
  const resolved = { use: { column, role, owner: 'o', missing: null, path: 'p' }, headers: ['x'], expression }
  const rows = { file: 'a.csv', lines: values.map((_, t) => t + 2), rows: values.length }
  const { columns, findings } = fillUses([resolved], new Map([['x', Float64Array.from(values)]]), {
    ...rows,
    window,
    missing,
  })
  return {
    values: columns.has(column) ? [...columns.get(column)!] : null,
    ids: findings.map(({ id, severity }) => `${severity} ${id}`),
  }
}

test('neededRows are the window, and for media and spend everything before its end', () => {
  expect(neededRows('control', window)).toEqual({ from: 1, to: 3 })
  expect(neededRows('spend', window)).toEqual({ from: 0, to: 3 })
  expect(neededRows('media', window)).toEqual({ from: 0, to: 3 })
})

test('fillUses wants what a role needs and leaves the rest unknown', () => {
  expect(fill('control', 'x', [NaN, 1, 2, NaN])).toEqual({ values: [NaN, 1, 2, NaN], ids: [] })
  expect(fill('media', 'x', [NaN, 1, 2, NaN])).toEqual({ values: null, ids: ['error missing-cell:x'] })
  expect(fill('media', 'x', [NaN, 1, 2, NaN], { x: 'zero' })).toEqual({
    values: [0, 1, 2, NaN],
    ids: ['note missing-filled:x'],
  })
})

test('fillUses computes expressions on filled columns, unknown where they have no finite value and need none', () => {
  expect(fill('control', '10 / x', [0, 1, NaN, 0], { x: 'previous' })).toEqual({
    values: [NaN, 10, 10, NaN],
    ids: ['note missing-filled:x'],
  })
  expect(fill('control', '10 / x', [1, 0, 2, 1]).ids).toEqual(['error not-finite:10 / x'])
})

test('fillUses checks the range of computed spend', () => {
  expect(fill('spend', 'x - 2', [3, 1, 2, 2]).ids).toEqual(['error negative:x - 2'])
})

test('fillUses says once what two uses of a column have in common', () => {
  const resolved = (role: ColumnUse['role']) => ({
    use: { column: 'x', role, owner: role, missing: null, path: 'p' },
    headers: ['x'],
    expression: null,
  })
  const context = { file: 'a.csv', lines: [2, 3, 4], rows: 3, window, missing: {} }
  const numbers = new Map([['x', Float64Array.of(1, -1, 2)]])
  expect(fillUses([resolved('spend'), resolved('spend')], numbers, context).findings).toHaveLength(1)
})
