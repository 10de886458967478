import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { holds, intervalScore } from '../../../src/simulate/scoring/interval-score.js'

const bounds = { median: 2, q05: 1, q95: 3 }

it('intervalScore is the width, and twenty times the distance of a miss', () => {
  expect([2, 1, 3, 3.5, 0].map((truth) => intervalScore(bounds, truth))).toEqual([2, 2, 2, 12, 22])
  expect(intervalScore({ median: 2, q05: 2, q95: 2 }, 2.5)).toBe(10)
})

it('intervalScore is least in the mean for the interval that means what it says', () => {
  const generator = createGenerator(1, 'interval-score')
  const truths = Array.from({ length: 20_000 }, () => generator.normal())
  const mean = (half: number): number =>
    truths.reduce((sum, truth) => sum + intervalScore({ median: 0, q05: -half, q95: half }, truth), 0) / truths.length
  expect(mean(1.645)).toBeLessThan(mean(1.3))
  expect(mean(1.645)).toBeLessThan(mean(2))
})

it('an interval holds its ends', () => {
  expect([0.9, 1, 2, 3, 3.1].map((truth) => holds(bounds, truth))).toEqual([false, true, true, true, false])
})
