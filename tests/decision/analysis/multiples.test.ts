import { expect, it } from 'vitest'
import { LARGEST_MULTIPLE, standardMultiples } from '../../../src/decision/analysis/multiples.js'

it('standardMultiples() rise from 0 to 10 and hold exactly 0, 0.1, 1 and 10', () => {
  const multiples = Array.from(standardMultiples())
  expect(multiples).toEqual(multiples.slice().sort((a, b) => a - b))
  for (const exact of [0, 0.1, 1, LARGEST_MULTIPLE]) expect(multiples).toContain(exact)
  expect(multiples.length).toBe(40)
})

it('standardMultiples() above 0.01 differ by a twelfth of a decade', () => {
  const ratios = Array.from(standardMultiples())
    .map((x, i, all) => x / all[i - 1])
    .slice(4)
  for (const ratio of ratios) expect(ratio).toBeCloseTo(1.2115276586, 9)
})
