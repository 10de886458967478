import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { binomialAdstock } from '../../../../src/model/transform/adstock/binomial.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkFinite, checkGoldenSeries, checkGoldenWeights } from '../../../support/adstock-golden.js'

adstockConformance(binomialAdstock, {
  lengths: [1, 8, 13, 60],
  draw: (g: Generator) => [0.02 + 0.95 * g.uniform()],
})

checkGoldenWeights(binomialAdstock, {
  parameters: [0.6],
  raw: [1, 0.9148264275, 0.8254818122, 0.7310044346, 0.6299605249, 0.5200209558, 0.396850263, 0.25],
  sum: 5.268144418,
  meanLag: 2.659352269,
})

checkGoldenSeries(binomialAdstock, {
  parameters: [0.6],
  length: 8,
  before: 0,
  out: [
    18.98201569, 17.3652496, 15.66930871, 23.36694549, 20.64054537, 17.7057003, 14.47098674, 48.68849559, 39.66602217,
    35.10512638,
  ],
})

checkFinite(binomialAdstock, [[0], [1e-8], [1 - 1e-15]])

describe('binomialAdstock()', () => {
  it('is flat as retention nears 1 and has no carry-over as it nears 0', () => {
    const weights = new Float64Array(4)
    binomialAdstock().weightsInto(Float64Array.of(1), 4, weights)
    expect([...weights]).toEqual([0.25, 0.25, 0.25, 0.25])
    binomialAdstock().weightsInto(Float64Array.of(0), 4, weights)
    expect([...weights]).toEqual([1, 0, 0, 0])
  })
})
