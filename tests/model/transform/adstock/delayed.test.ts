import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { delayedAdstock } from '../../../../src/model/transform/adstock/delayed.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkFinite, checkGoldenSeries, checkGoldenWeights } from '../../../support/adstock-golden.js'

adstockConformance(delayedAdstock, {
  lengths: [1, 8, 13, 60],
  draw: (g: Generator) => [0.02 + 0.95 * g.uniform(), 0.1 + 6 * g.uniform()],
})

checkGoldenWeights(delayedAdstock, {
  parameters: [0.6, 2],
  raw: [0.1296, 0.6, 1, 0.6, 0.1296, 0.010077696, 0.0002821109907, 2.843028803e-6],
  sum: 2.46956265,
  meanLag: 2.012704981,
})

checkGoldenSeries(delayedAdstock, {
  parameters: [0.6, 2],
  length: 8,
  before: 0,
  out: [
    5.24789278, 24.29579991, 40.49299984, 26.9197463, 17.39579273, 20.65457606, 12.15932347, 13.11984707, 48.79563788,
    80.99171145,
  ],
})

checkFinite(delayedAdstock, [
  [0, 2],
  [0, 2.5],
  [1e-200, 40],
  [1 - 1e-15, 3],
])

describe('delayedAdstock()', () => {
  it('puts a peak beyond the window at its last lag', () => {
    const weights = new Float64Array(4)
    delayedAdstock().weightsInto(Float64Array.of(0.5, 9), 4, weights)
    expect(weights[3]).toBeGreaterThan(0.999)
  })

  it('puts all of the effect at the peak as retention nears 0', () => {
    const weights = new Float64Array(4)
    delayedAdstock().weightsInto(Float64Array.of(0, 2), 4, weights)
    expect(weights[2]).toBe(1)
    expect(weights[0] + weights[1] + weights[3]).toBeLessThan(1e-200)
  })
})
