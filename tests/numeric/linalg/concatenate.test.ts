import { expect, it } from 'vitest'
import { concatenate } from '../../../src/numeric/linalg/concatenate.js'

it('concatenate puts arrays one after the other, of none it makes an empty one', () => {
  expect(concatenate([Float64Array.of(1), Float64Array.of(), Float64Array.of(2, 3)])).toEqual(Float64Array.of(1, 2, 3))
  expect(concatenate([])).toEqual(new Float64Array(0))
})
