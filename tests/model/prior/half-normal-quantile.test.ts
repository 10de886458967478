import { describe, expect, it } from 'vitest'
import { halfNormalByQuantile } from '../../../src/model/prior/half-normal-quantile.js'
import { priorCdf } from '../../../src/model/prior/prior-quantile.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { normalCdf } from '../../../src/numeric/special/normal.js'
import { centralDifference } from '../../support/central-difference.js'

const prior = halfNormalByQuantile(0.1)
const points = [-30, -12, -6, -4.001, -3.999, -2, -0.3, 0, 0.7, 2.5, 5, 8]

describe('halfNormalByQuantile(sd)', () => {
  it('puts u where the half-normal distribution has the probability that the normal one has at u', () => {
    for (const u of points.filter((each) => each > -3 && each < 7)) {
      const p = priorCdf({ distribution: 'half-normal', sd: 0.1 }, prior.constrain(u))
      expect(Math.abs(p / normalCdf(u) - 1)).toBeLessThan(1e-9)
    }
    expect(prior.constrain(0)).toBeCloseTo(0.06744897501960817, 15)
    // Near 0 the half-normal density is 2 / (0.1 sqrt(2 pi)), and the probability below x that times x.
    for (const u of [-30, -12, -6]) expect(prior.constrain(u) / (0.12533141373155002 * normalCdf(u))).toBeCloseTo(1, 12)
  })

  it('has derivatives that agree with central differences, also where the value is close to 0', () => {
    for (const u of points.filter((each) => each > -13)) {
      const value = centralDifference((v) => prior.constrain(v), u)
      expect(Math.abs(prior.constrainDerivative(u) / value - 1)).toBeLessThan(2e-5)
      expect(prior.gradientAt(u)).toBeCloseTo(
        centralDifference((v) => prior.logDensityAt(v), u),
        5,
      )
    }
  })

  it('has a density in u that is normal, and the value of its own where the Jacobian is taken off', () => {
    for (const u of points.filter((each) => each > -7)) {
      const x = prior.constrain(u)
      const halfNormal = Math.log(Math.sqrt(2 / Math.PI) / 0.1) - 0.5 * (x / 0.1) ** 2
      expect(prior.logDensityAt(u) - Math.log(prior.constrainDerivative(u))).toBeCloseTo(halfNormal, 9)
    }
  })

  it('has unconstrain undo constrain, and 0 at minus infinity', () => {
    for (const u of points) expect(prior.unconstrain(prior.constrain(u))).toBeCloseTo(u, 8)
    expect(prior.unconstrain(0)).toBe(-Infinity)
  })

  it('draws standard normal values', () => {
    const generator = createGenerator(1, 'half-normal')
    const draws = Array.from({ length: 4000 }, () => prior.sampleUnconstrained(generator))
    expect(draws.filter((u) => u < 0).length / 4000).toBeCloseTo(0.5, 1)
    expect([prior.centre, prior.scale]).toEqual([0, 1])
  })
})
