import { expect, it } from 'vitest'
import { designTimesInto, designTransposedTimesInto } from '../../../src/model/density/design-product.js'

it('multiplies a row-major design and its transpose by a vector', () => {
  const design = Float64Array.of(1, 2, 3, 4, 5, 6)
  const byRow = new Float64Array(3)
  designTimesInto(design, 3, 2, Float64Array.of(10, 1), byRow)
  expect(byRow).toEqual(Float64Array.of(12, 34, 56))
  const byColumn = Float64Array.of(7, 7)
  designTransposedTimesInto(design, 3, 2, Float64Array.of(1, 0, 2), byColumn)
  expect(byColumn).toEqual(Float64Array.of(11, 14))
})
