import { describe, expect, it } from 'vitest'
import type { Prior } from '../../../src/model/prior/prior.js'
import { priorQuantile } from '../../../src/model/prior/prior-quantile.js'
import { widerPrior } from '../../../src/decision/robustness/wider-prior.js'

const priors: readonly Prior[] = [
  { distribution: 'normal', mean: 3, sd: 1 },
  { distribution: 'half-normal', sd: 1 },
  { distribution: 'half-cauchy', scale: 1 },
  { distribution: 'student-t', df: 4, mean: 1, sd: 1 },
  { distribution: 'laplace', mean: 1, scale: 1 },
  { distribution: 'log-normal', mu: 0, sigma: 0.5 },
  { distribution: 'logit-normal', mu: 0, sigma: 0.5 },
  { distribution: 'gamma', shape: 8, rate: 4 },
  { distribution: 'inverse-gamma', shape: 12, scale: 11 },
  { distribution: 'exponential', rate: 1 },
  { distribution: 'weibull', shape: 4, scale: 1 },
  { distribution: 'beta', a: 8, b: 8 },
  { distribution: 'truncated-normal', mean: 0, sd: 1, low: -10, high: 10 },
]

describe('widerPrior', () => {
  it.each(priors)('spreads $distribution over about twice the range', (prior) => {
    const range = (of: Prior): number => priorQuantile(of, 0.95) - priorQuantile(of, 0.05)
    const ratio = range(widerPrior(prior)) / range(prior)
    expect(ratio).toBeGreaterThan(1.7)
    expect(ratio).toBeLessThan(3)
  })

  it('leaves a uniform prior, whose ends are meant', () => {
    const prior: Prior = { distribution: 'uniform', low: 0, high: 2 }
    expect(widerPrior(prior)).toBe(prior)
  })
})
