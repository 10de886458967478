import { expect, it } from 'vitest'
import { amountAxis, axisTitle } from '../../../src/present/chart/amount-axis.js'

it('amountAxis takes the unit of the largest value, whatever its sign', () => {
  expect(amountAxis([0, 2_400_000], 'EUR')).toEqual({ size: 1e6, unit: 'M EUR' })
  expect(amountAxis([-5000, 12], 'EUR')).toEqual({ size: 1e3, unit: 'k EUR' })
  expect(amountAxis([3e9], 'units')).toEqual({ size: 1e9, unit: 'bn units' })
  expect(amountAxis([999], 'EUR')).toEqual({ size: 1, unit: 'EUR' })
  expect(amountAxis([2e6], '')).toEqual({ size: 1e6, unit: 'M' })
})

it('amountAxis doesn’t count what is unknown', () => {
  expect(amountAxis([null, NaN, Infinity, 5], 'EUR')).toEqual({ size: 1, unit: 'EUR' })
  expect(amountAxis([], 'EUR')).toEqual({ size: 1, unit: 'EUR' })
})

it('axisTitle says the unit where there is one', () => {
  expect(axisTitle('Spend', { size: 1e6, unit: 'M EUR' })).toBe('Spend, M EUR')
  expect(axisTitle('ROAS', { size: 1, unit: '' })).toBe('ROAS')
})
