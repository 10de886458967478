import { expect, it } from 'vitest'
import { checkSheet } from '../../../src/present/workbook/check-sheet.js'

const check = (left: number, right: number) => ({
  what: 'sums',
  left: { formula: 'SUM(A1:A2)', value: left },
  right: { formula: 'B1', value: right },
  size: 1000,
})

it('checks pass within rounding of the numbers that were added up, and fail beyond it', () => {
  const { rows } = checkSheet([check(3, 3 + 9e-7), check(3, 3 + 1.1e-6)])
  const results = rows.slice(4).map((row) => row[4])
  expect(results.map((cell) => cell?.kind === 'formula' && cell.value)).toEqual([1, 0])
  expect(results[0]).toMatchObject({
    formula: 'IF(ABS(D5)<=1E-9*1000,1,0)',
    format: '"adds up";;"DOES NOT ADD UP"',
  })
  expect(rows[4][3]).toMatchObject({ formula: 'B5-C5' })
})
