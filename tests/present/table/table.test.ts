import { expect, it } from 'vitest'
import { isInterval, isRange } from '../../../src/present/table/table.js'

it('isInterval sees records with a mean, isRange those with two ends', () => {
  expect(isInterval({ mean: 1, q05: 0, q95: 2 })).toBe(true)
  expect(isRange({ low: 0, high: 2 })).toBe(true)
  for (const other of [null, 1, 'a', true]) expect([isInterval(other), isRange(other)]).toEqual([false, false])
  expect(isRange({ mean: 1, q05: 0, q95: 2 })).toBe(false)
})
