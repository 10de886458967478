import { describe, expect, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { powerSaturation } from '../../../../src/model/transform/saturation/power.js'
import { saturationConformance } from '../../../conformance/transform.js'
import { checkGoldenCurve, saturationSlopes } from '../../../support/saturation-golden.js'

saturationConformance(powerSaturation, { ceiling: false, draw: (g: Generator) => [0.1 + 0.8 * g.uniform()] })

checkGoldenCurve(powerSaturation, {
  parameters: [0.4],
  f: [1.515716567, 2, 2.639015822],
  slope: [1.212573253, 0.8, 0.5278031643],
})

describe('powerSaturation()', () => {
  it('has no infinite derivative at 0', () => {
    for (const linearBelow of [0, 1e-6]) {
      const slopes = saturationSlopes(powerSaturation(), Float64Array.of(0, 1e-12), Float64Array.of(0.3), linearBelow)
      expect(slopes.every((slope) => Number.isFinite(slope))).toBe(true)
    }
  })
})
