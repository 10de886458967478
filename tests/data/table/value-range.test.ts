import { expect, test } from 'vitest'
import type { ColumnUse } from '../../../src/data/table/dataset.js'
import { rangeFindings } from '../../../src/data/table/value-range.js'

const find = (role: ColumnUse['role'], ...values: number[]) => {
  const use = { column: 'x', role, owner: 'o', missing: null, path: 'p' }
  const rows = { file: 'a.csv', lines: values.map((_, t) => t + 2), rows: values.length }
  return rangeFindings(use, Float64Array.from(values), rows).map(({ message }) => message)
}

test('rangeFindings refuses negative spend and media', () => {
  expect(find('spend', 0, 5, NaN)).toEqual([])
  expect(find('spend', 0, -5, 1, -6)).toEqual([
    'a.csv lines 3 and 5, column `x`: spend must be at least 0, not -5 (`p`).',
  ])
  expect(find('media', -1)).toEqual(['a.csv line 2, column `x`: media must be at least 0, not -1 (`p`).'])
})

test('rangeFindings refuses values of 0 and margins that are no share', () => {
  expect(find('value', 0.01)).toEqual([])
  expect(find('value', 0)[0]).toContain('the value of a KPI unit must be above 0, not 0')
  expect(find('margin', 0.35, 1)).toEqual([])
  expect(find('margin', 35)[0]).toContain('the margin must be a share above 0 and at most 1, not 35')
  expect(find('margin', 0)[0]).toContain('not 0')
})

test('rangeFindings lets KPI, treatments and controls be negative', () => {
  for (const role of ['kpi', 'treatment', 'control'] as const) expect(find(role, -5)).toEqual([])
})
