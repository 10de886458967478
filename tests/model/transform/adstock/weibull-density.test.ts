import type { Generator } from '../../../../src/numeric/random/generator.js'
import { describe, expect, it } from 'vitest'
import { weibullDensityAdstock } from '../../../../src/model/transform/adstock/weibull-density.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkFinite, checkGoldenWeights } from '../../../support/adstock-golden.js'

adstockConformance(weibullDensityAdstock, {
  lengths: [1, 8, 13, 60],
  draw: (g: Generator) => [1.3 * Math.exp(0.6 * g.normal()), 3 * Math.exp(0.6 * g.normal())],
})

checkGoldenWeights(weibullDensityAdstock, {
  parameters: [1.5, 3],
  raw: [
    0.2381383636, 0.2368778223, 0.1839397206, 0.1238224168, 0.07506568241, 0.0417940742, 0.02162892389, 0.01048949514,
  ],
  sum: 0.9317564989,
  meanLag: 1.812337908,
})

checkFinite(weibullDensityAdstock, [
  [50, 1e-9],
  [300, 3],
  [1e-6, 1e6],
])

describe('weibullDensityAdstock()', () => {
  it('peaks after the media for a large shape', () => {
    const weights = new Float64Array(8)
    weibullDensityAdstock().weightsInto(Float64Array.of(4, 4), 8, weights)
    // Mode of the density: 4 (3/4)^(1/4) = 3.72, so of lag + 1 = 4.
    expect(weights.indexOf(Math.max(...weights))).toBe(3)
  })

  it('puts all of the effect in the first period where every density underflows', () => {
    const weights = new Float64Array(3)
    weibullDensityAdstock().weightsInto(Float64Array.of(50, 1e-9), 3, weights)
    expect([...weights]).toEqual([1, 0, 0])
  })
})
