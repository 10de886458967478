import type { Generator } from '../../../../src/numeric/random/generator.js'
import { describe, expect, it } from 'vitest'
import { weibullSurvivalAdstock } from '../../../../src/model/transform/adstock/weibull-survival.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkFinite, checkGoldenWeights } from '../../../support/adstock-golden.js'

adstockConformance(weibullSurvivalAdstock, {
  lengths: [1, 8, 13, 60],
  draw: (g: Generator) => [1.3 * Math.exp(0.6 * g.normal()), 3 * Math.exp(0.6 * g.normal())],
})

checkGoldenWeights(weibullSurvivalAdstock, {
  parameters: [1.5, 3],
  raw: [1, 0.8249354899, 0.580229796, 0.3678794412, 0.2144667171, 0.1162912551, 0.05910574656, 0.02831890884],
  sum: 3.191227355,
  meanLag: 1.592247379,
})

checkFinite(weibullSurvivalAdstock, [
  [50, 1e-6],
  [300, 3],
  [1e-6, 1e6],
])

describe('weibullSurvivalAdstock()', () => {
  it('is geometric with retention e^(-1/scale) for shape 1', () => {
    const weights = new Float64Array(6)
    weibullSurvivalAdstock().weightsInto(Float64Array.of(1, 2.5), 6, weights)
    for (let l = 1; l < 6; l++) expect(weights[l] / weights[l - 1]).toBeCloseTo(Math.exp(-0.4), 13)
  })
})
