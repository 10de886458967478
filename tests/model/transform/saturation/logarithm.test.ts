import type { Generator } from '../../../../src/numeric/random/generator.js'
import { logSaturation } from '../../../../src/model/transform/saturation/logarithm.js'
import { saturationConformance } from '../../../conformance/transform.js'
import { checkGoldenCurve } from '../../../support/saturation-golden.js'

saturationConformance(logSaturation, { ceiling: false, draw: (g: Generator) => [Math.exp(0.6 * g.normal())] })

checkGoldenCurve(logSaturation, {
  parameters: [0.8],
  f: [0.9710156316, 1.621860432, 2.505525937],
  slope: [1.538461538, 1.111111111, 0.7142857143],
})
