import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { geometricAdstock } from '../../../../src/model/transform/adstock/geometric.js'
import { hillSaturation } from '../../../../src/model/transform/saturation/hill.js'
import { saturationConformance } from '../../../conformance/transform.js'
import { expectRelative } from '../../../support/relative.js'
import { checkGoldenCurve } from '../../../support/saturation-golden.js'

saturationConformance(hillSaturation, {
  ceiling: true,
  draw: (g: Generator) => [Math.exp(0.6 * g.normal()), 0.5 + 2 * g.uniform()],
})

checkGoldenCurve(hillSaturation, {
  parameters: [0.8, 1.5],
  f: [0.6614067846, 1.165812489, 1.596191853],
  slope: [1.328031952, 0.729379664, 0.2417082279],
})

describe('hillSaturation()', () => {
  it('gives the derivatives in K and s of M3', () => {
    const inHalf = [-0.8300199698, -0.91172458, -0.6042705698]
    const inSlope = [-0.2080599457, 0.1085042457, 0.2953000121]
    const parameters = Float64Array.of(0.8, 1.5)
    const hill = hillSaturation()
    for (const [i, x] of [0.5, 1, 2].entries()) {
      const out = new Float64Array(1)
      const gradient = new Float64Array(2)
      hill.applyInto(Float64Array.of(x), parameters, 0, out)
      hill.pullback(Float64Array.of(x), parameters, 0, out, Float64Array.of(2), gradient, null)
      expectRelative(gradient[0], inHalf[i])
      expectRelative(gradient[1], inSlope[i])
    }
  })

  it('gives both orders of M4', () => {
    const x = Float64Array.of(100, 0, 0, 100, 100)
    const adstock = geometricAdstock()
    const hill = hillSaturation()
    const half = Float64Array.of(0.5)
    const stock = new Float64Array(5)
    const out = new Float64Array(5)
    // M4 uses the unnormalised recursion, 2 times ours, so K = 80 is 40 here.
    adstock.applyInto(x, 0, Infinity, half, stock)
    hill.applyInto(stock, Float64Array.of(40, 2), 0, out)
    const adstockFirst = [0.6097560976, 0.2808988764, 0.08896797153, 0.664152181, 0.7923026216]
    adstockFirst.forEach((value, t) => expectRelative(out[t], value))
    hill.applyInto(x, Float64Array.of(80, 2), 0, stock)
    adstock.applyInto(stock, 0, Infinity, half, out)
    const saturationFirst = [0.6097560976, 0.3048780488, 0.1524390244, 0.6859756098, 0.9527439024]
    saturationFirst.forEach((value, t) => expectRelative(2 * out[t], value))
  })

  it('has no infinite derivative at 0 where the slope is below 1', () => {
    for (const linearBelow of [0, 1e-6]) {
      const x = Float64Array.of(0, 1e-12, 1e-6, 1)
      const out = new Float64Array(4)
      const xGradient = new Float64Array(4)
      const gradient = new Float64Array(2)
      const hill = hillSaturation()
      hill.applyInto(x, Float64Array.of(1, 0.4), linearBelow, out)
      hill.pullback(x, Float64Array.of(1, 0.4), linearBelow, out, x.fill(1), gradient, xGradient)
      expect([...out, ...gradient, ...xGradient].every((v) => Number.isFinite(v))).toBe(true)
    }
  })

  it('does not overflow for steep slopes and extreme inputs', () => {
    const out = new Float64Array(3)
    hillSaturation().applyInto(Float64Array.of(1e-200, 1, 1e200), Float64Array.of(1, 50), 0, out)
    expect([...out]).toEqual([0, 0.5, 1])
  })
})
