import { expect, it } from 'vitest'
import { scaledEstimate } from '../../../src/present/table/scaled-estimate.js'

const estimate = { mean: 2, median: 1.5, sd: 1, q05: -1, q95: 4 }

it('scaledEstimate scales every figure, and turns the interval round for a negative number', () => {
  expect(scaledEstimate(estimate, 2)).toEqual({ mean: 4, median: 3, sd: 2, q05: -2, q95: 8 })
  expect(scaledEstimate(estimate, -2)).toEqual({ mean: -4, median: -3, sd: 2, q05: -8, q95: 2 })
})
