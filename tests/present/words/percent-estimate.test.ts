import { expect, it } from 'vitest'
import { percentEstimate } from '../../../src/present/words/percent-estimate.js'

it('percentEstimate gives the mean no more decimals than its interval', () => {
  expect(percentEstimate({ mean: -0.0092, q05: -0.21, q95: 0.22 })).toEqual({ mean: '-1 %', range: '-21 to 22 %' })
})

it('percentEstimate keeps decimals where the whole interval is small', () => {
  expect(percentEstimate({ mean: 0.042, q05: 0.031, q95: 0.055 })).toEqual({ mean: '4.2 %', range: '3.1 to 5.5 %' })
})
