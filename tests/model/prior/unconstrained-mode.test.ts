import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../src/numeric/special/normal.js'
import { unconstrainedMode } from '../../../src/model/prior/unconstrained-mode.js'

describe('unconstrainedMode(density)', () => {
  it('finds mode and curvature of a normal density', () => {
    const { centre, scale } = unconstrainedMode({
      logDensityAt: (u) => -0.5 * ((u - 3) / 0.2) ** 2,
      gradientAt: (u) => (3 - u) / 0.04,
      quantileInU: (p) => 3 + 0.2 * normalQuantile(p),
    })
    expect(centre).toBeCloseTo(3, 10)
    expect(scale).toBeCloseTo(0.2, 6)
  })

  it('finds a mode outside the quantiles that it looks at', () => {
    // e^(u - e^u): mode 0; quantiles claimed to lie all above it.
    const { centre } = unconstrainedMode({
      logDensityAt: (u) => u - Math.exp(u),
      gradientAt: (u) => 1 - Math.exp(u),
      quantileInU: (p) => 0.5 + p,
    })
    expect(centre).toBeCloseTo(0, 8)
  })

  it('takes the spread of the quantiles where there is no curvature', () => {
    const { centre, scale } = unconstrainedMode({
      logDensityAt: (u) => -Math.abs(u),
      gradientAt: (u) => -Math.sign(u),
      quantileInU: (p) => (p < 0.5 ? Math.log(2 * p) : -Math.log(2 * (1 - p))),
    })
    expect(centre).toBeCloseTo(0, 8)
    expect(scale).toBeCloseTo(-Math.log(2 * 0.15865525393145707), 10)
  })
})
