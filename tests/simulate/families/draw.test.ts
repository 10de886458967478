import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { between, draws, logUniform, normalised } from '../../../src/simulate/families/draw.js'

const generator = createGenerator(1, 'draw-test')

it('between and logUniform fill their range, evenly on their own scale', () => {
  const plain = draws(2000, () => between(generator, 2, 4))
  const logs = draws(2000, () => logUniform(generator, 0.01, 1))
  for (const value of plain) expect(value >= 2 && value <= 4).toBe(true)
  for (const value of logs) expect(value >= 0.01 && value <= 1).toBe(true)
  expect(plain.filter((value) => value < 3).length / 2000).toBeCloseTo(0.5, 1)
  expect(logs.filter((value) => value < 0.1).length / 2000).toBeCloseTo(0.5, 1)
})

it('normalised keeps proportions and sums to 1', () => {
  expect(normalised([1, 3])).toEqual([0.25, 0.75])
})
