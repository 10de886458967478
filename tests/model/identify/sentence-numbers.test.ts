import { expect, it } from 'vitest'
import { decimal, percent } from '../../../src/model/identify/sentence-numbers.js'

it('percent(share) is whole from 1 % on, and never 0 % for something', () => {
  expect([0, 0.0002, 0.004, 0.0097, 0.08, 0.155, 1, -0.02].map(percent)).toEqual([
    '0 %',
    'below 0.1 %',
    '0.4 %',
    '1.0 %',
    '8 %',
    '16 %',
    '100 %',
    '-2 %',
  ])
})

it('decimal(value) keeps correlations off 1 and p-values off 0', () => {
  expect([0.98, 0.997, 0.9999, -0.91, 0.0004, 0.004, 0.43, 1].map(decimal)).toEqual([
    '0.98',
    '0.997',
    'above 0.999',
    '-0.91',
    'below 0.001',
    '0.004',
    '0.43',
    '1.000',
  ])
})
