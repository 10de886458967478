import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { logisticSaturation, tanhSaturation } from '../../../../src/model/transform/saturation/hyperbolic.js'
import { saturationConformance } from '../../../conformance/transform.js'
import { expectRelative } from '../../../support/relative.js'
import { checkGoldenCurve } from '../../../support/saturation-golden.js'

for (const make of [logisticSaturation, tanhSaturation]) {
  saturationConformance(make, { ceiling: true, draw: (g: Generator) => [Math.exp(0.6 * g.normal())] })
}

checkGoldenCurve(logisticSaturation, {
  parameters: [1.7],
  f: [0.8022685699, 1.38213894, 1.870818141],
  slope: [1.426455185, 0.8881190794, 0.2125167801],
})
// Printed as b tanh(x / (b q)) with b = 2, q = 0.6.
checkGoldenCurve(tanhSaturation, {
  parameters: [1 / 1.2],
  f: [0.7882371359, 1.36452358, 1.862219217],
  slope: [1.407784257, 0.8908647493, 0.2217248277],
})

describe('logisticSaturation()', () => {
  it('is exact to rounding for tiny inputs', () => {
    const out = new Float64Array(1)
    logisticSaturation().applyInto(Float64Array.of(1e-10), Float64Array.of(1), 0, out)
    expectRelative(out[0], 5e-11, 1e-15)
  })

  it('is the tanh curve at half the rate', () => {
    const x = Float64Array.of(0.1, 0.7, 3)
    const logistic = new Float64Array(3)
    const tanh = new Float64Array(3)
    logisticSaturation().applyInto(x, Float64Array.of(1.4), 1e-6, logistic)
    tanhSaturation().applyInto(x, Float64Array.of(0.7), 1e-6, tanh)
    expect(logistic).toEqual(tanh)
  })
})
