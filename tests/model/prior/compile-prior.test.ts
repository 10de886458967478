import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { compilePrior } from '../../../src/model/prior/compile-prior.js'
import type { Prior } from '../../../src/model/prior/prior.js'

const unit = { low: 0, high: 1 }
const positive = { low: 0, high: Infinity }

describe('compilePrior(prior, support)', () => {
  it('puts the mode of a log-normal at its median, with its sigma as scale', () => {
    const compiled = compilePrior({ distribution: 'log-normal', mu: 0.4, sigma: 0.7 }, positive)
    expect([compiled.centre, compiled.scale]).toEqual([0.4, 0.7])
    expect(compiled.constrain(compiled.centre)).toBeCloseTo(Math.exp(0.4), 14)
  })

  it('has an interior mode for an amplitude under a half-normal, at its sd', () => {
    // u - e^(2u) / (2 s^2) has its maximum at e^u = s, curvature 2.
    const compiled = compilePrior({ distribution: 'half-normal', sd: 0.1 }, positive)
    expect(compiled.constrain(compiled.centre)).toBeCloseTo(0.1, 10)
    expect(compiled.scale).toBeCloseTo(Math.SQRT1_2, 5)
  })

  it('keeps a uniform prior within its own bounds', () => {
    const compiled = compilePrior({ distribution: 'uniform', low: 0.2, high: 0.8 }, unit)
    expect(compiled.support).toEqual({ low: 0.2, high: 0.8 })
    expect(compiled.constrain(-50)).toBeGreaterThanOrEqual(0.2)
    expect(compiled.constrain(50)).toBeLessThanOrEqual(0.8)
    expect(compiled.centre).toBeCloseTo(0, 8)
  })

  it('stays finite far out, where a share rounds to 0 or 1', () => {
    const priors: Prior[] = [
      { distribution: 'beta', a: 1.5, b: 2.5 },
      { distribution: 'logit-normal', mu: 0, sigma: 1 },
      { distribution: 'uniform', low: 0, high: 1 },
    ]
    for (const prior of priors) {
      for (const u of [-300, -40, 40, 300]) {
        const compiled = compilePrior(prior, unit)
        expect(Number.isFinite(compiled.logDensityAt(u))).toBe(true)
        expect(Number.isFinite(compiled.gradientAt(u))).toBe(true)
      }
    }
  })

  it('uses quantiles for the scale where the mode is a kink', () => {
    const compiled = compilePrior(
      { distribution: 'laplace', mean: 0.3, scale: 1.2 },
      { low: -Infinity, high: Infinity },
    )
    expect(compiled.centre).toBeCloseTo(0.3, 6)
    // 84.13 % quantile of a Laplace: scale * -log(2 * 0.1587).
    expect(compiled.scale).toBeCloseTo(1.2 * 1.1478, 3)
  })

  it('refuses a prior without mass where the parameter can lie', () => {
    expect(() => compilePrior({ distribution: 'uniform', low: 2, high: 3 }, unit)).toThrow(
      new InputError(
        'A uniform prior must have mass between 2 and 1, where its parameter can lie; this one has none there.',
      ),
    )
    expect(() => compilePrior({ distribution: 'normal', mean: -40, sd: 1 }, positive)).toThrow(InputError)
  })
})
