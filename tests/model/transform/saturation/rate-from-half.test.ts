import { describe, expect, it } from 'vitest'
import { NumericalError } from '../../../../src/check/errors.js'
import { logisticSaturation, tanhSaturation } from '../../../../src/model/transform/saturation/hyperbolic.js'
import { rateFromHalf, rateFromHalfDerivative } from '../../../../src/model/transform/saturation/rate-from-half.js'

describe('rateFromHalf(kind, half)', () => {
  it('puts half the ceiling at `half`', () => {
    for (const saturation of [logisticSaturation(), tanhSaturation()]) {
      const out = new Float64Array(1)
      saturation.applyInto(Float64Array.of(0.7), Float64Array.of(rateFromHalf(saturation.kind, 0.7)), 0, out)
      expect(out[0]).toBeCloseTo(0.5, 14)
    }
  })

  it('is its own inverse', () => {
    expect(rateFromHalf('logistic', rateFromHalf('logistic', 0.7))).toBeCloseTo(0.7, 15)
  })

  it('has the derivative that rateFromHalfDerivative gives', () => {
    for (const kind of ['logistic', 'tanh'] as const) {
      const numeric = (rateFromHalf(kind, 0.7 + 1e-6) - rateFromHalf(kind, 0.7 - 1e-6)) / 2e-6
      expect(rateFromHalfDerivative(kind, 0.7)).toBeCloseTo(numeric, 8)
    }
  })

  it('throws for a kind without a rate', () => {
    expect(() => rateFromHalf('hill', 1)).toThrow(NumericalError)
  })
})
