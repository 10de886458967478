import { expect, it } from 'vitest'
import { LARGEST_MULTIPLE, NEXT_TENTH, standardMultiples } from '../../../src/decision/analysis/multiples.js'

it('standardMultiples() rise from 0 to 10 and hold exactly 0, 1, 1.1 and 10', () => {
  const multiples = Array.from(standardMultiples())
  expect(multiples).toEqual(multiples.slice().sort((a, b) => a - b))
  for (const exact of [0, 1, NEXT_TENTH, LARGEST_MULTIPLE]) expect(multiples).toContain(exact)
  expect(multiples.length).toBe(32)
})

it('standardMultiples() from 0.1 on are never more than a twelfth of a decade apart', () => {
  const multiples = Array.from(standardMultiples()).filter((x) => x > 0.0999)
  const ratios = multiples.slice(1).map((x, i) => x / multiples[i])
  expect(Math.max(...ratios)).toBeCloseTo(1.2115276586, 9)
  expect(multiples[0]).toBeCloseTo(0.1, 12)
})
