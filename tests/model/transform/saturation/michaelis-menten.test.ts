import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { hillSaturation } from '../../../../src/model/transform/saturation/hill.js'
import { michaelisMentenSaturation } from '../../../../src/model/transform/saturation/michaelis-menten.js'
import { saturationConformance } from '../../../conformance/transform.js'
import { checkGoldenCurve } from '../../../support/saturation-golden.js'

saturationConformance(michaelisMentenSaturation, {
  ceiling: true,
  draw: (g: Generator) => [Math.exp(0.6 * g.normal())],
})

checkGoldenCurve(michaelisMentenSaturation, {
  parameters: [0.8],
  f: [0.7692307692, 1.111111111, 1.428571429],
  slope: [0.9467455621, 0.4938271605, 0.2040816327],
})

describe('michaelisMentenSaturation()', () => {
  it('is Hill with slope 1', () => {
    const x = Float64Array.of(0, 1e-9, 0.3, 1, 8)
    const own = new Float64Array(5)
    const hill = new Float64Array(5)
    michaelisMentenSaturation().applyInto(x, Float64Array.of(0.7), 1e-6, own)
    hillSaturation().applyInto(x, Float64Array.of(0.7, 1), 1e-6, hill)
    own.forEach((value, t) => expect(value).toBeCloseTo(hill[t], 15))
  })
})
