import { describe, expect, it } from 'vitest'
import { expectRelative } from '../../support/relative.js'
import { priorLogDensity, priorLogDensityDerivative, priorSupport } from '../../../src/model/prior/prior-density.js'
import type { Prior } from '../../../src/model/prior/prior.js'

/** B1 of reference/bayes.md: log density and derivative at x = 1.3. */
const B1: readonly [Prior, number, number][] = [
  [{ distribution: 'normal', mean: 0, sd: 2 }, -1.823335714, -0.325],
  [{ distribution: 'half-normal', sd: 2 }, -1.130188533, -0.325],
  [{ distribution: 'half-cauchy', scale: 2.5 }, -1.607205249, -0.3274559194],
  [{ distribution: 'gamma', shape: 3, rate: 1 }, -1.468418652, 0.5384615385],
  [{ distribution: 'inverse-gamma', shape: 2.6, scale: 1 }, -2.071153985, -2.177514793],
  [{ distribution: 'log-normal', mu: 0.2, sigma: 0.9 }, -1.078343085, -0.8284560915],
  [{ distribution: 'student-t', df: 4, mean: 1, sd: 0.5 }, -0.5031263131, -1.376146789],
  [{ distribution: 'laplace', mean: 0, scale: 1 }, -1.993147181, -1],
  [{ distribution: 'exponential', rate: 2 }, -1.906852819, -2],
  [{ distribution: 'truncated-normal', mean: 0.8, sd: 0.8, low: 0.1, high: 10 }, -0.6794144316, -0.78125],
  // Printed there as 0.05547509041; 0.5 / 1.3 - 0.5 sqrt(1.3 / 3) is this.
  [{ distribution: 'weibull', shape: 1.5, scale: 3 }, -1.396526114, 0.05547509031],
]

describe('priorLogDensity(prior, x)', () => {
  for (const [prior, value, slope] of B1) {
    it(`gives B1 for ${prior.distribution}`, () => {
      expectRelative(priorLogDensity(prior, 1.3), value)
      expectRelative(priorLogDensityDerivative(prior, 1.3), slope)
    })
  }

  it('gives the two beta densities of B1', () => {
    expectRelative(priorLogDensity({ distribution: 'beta', a: 3, b: 3 }, 0.3), 0.2799018851)
    expectRelative(priorLogDensity({ distribution: 'beta', a: 1, b: 99 }, 0.02), 2.615254533)
  })

  it('is finite at a bound where the density is, and never NaN at any', () => {
    expect(priorLogDensity({ distribution: 'exponential', rate: 2 }, 0)).toBeCloseTo(Math.log(2), 14)
    expect(priorLogDensity({ distribution: 'beta', a: 1, b: 1 }, 1)).toBeCloseTo(0, 14)
    const bounded: Prior[] = [
      { distribution: 'log-normal', mu: 0, sigma: 1 },
      { distribution: 'logit-normal', mu: 0, sigma: 1 },
      { distribution: 'gamma', shape: 2, rate: 1 },
      { distribution: 'inverse-gamma', shape: 2, scale: 1 },
      { distribution: 'beta', a: 2, b: 2 },
      { distribution: 'weibull', shape: 2, scale: 1 },
    ]
    for (const prior of bounded) expect(priorLogDensity(prior, 0)).toBe(-Infinity)
  })
})

describe('priorSupport(prior)', () => {
  it('is the interval with mass', () => {
    expect(priorSupport({ distribution: 'normal', mean: 0, sd: 1 })).toEqual({ low: -Infinity, high: Infinity })
    expect(priorSupport({ distribution: 'half-cauchy', scale: 1 })).toEqual({ low: 0, high: Infinity })
    expect(priorSupport({ distribution: 'beta', a: 1, b: 2 })).toEqual({ low: 0, high: 1 })
    expect(priorSupport({ distribution: 'uniform', low: -2, high: 5 })).toEqual({ low: -2, high: 5 })
  })
})
