import { describe, it } from 'vitest'
import type { Generator } from '../../../../src/numeric/random/generator.js'
import { geometricAdstock } from '../../../../src/model/transform/adstock/geometric.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkFinite, checkGoldenSeries, checkGoldenWeights, goldenMedia } from '../../../support/adstock-golden.js'
import { expectRelative } from '../../../support/relative.js'

adstockConformance(geometricAdstock, {
  lengths: [1, 8, 13, 60, Infinity],
  draw: (g: Generator) => [0.02 + 0.95 * g.uniform()],
})

checkGoldenWeights(geometricAdstock, {
  parameters: [0.6],
  raw: [1, 0.6, 0.36, 0.216, 0.1296, 0.07776, 0.046656, 0.0279936],
  sum: 2.4580096,
  meanLag: 1.363335277,
})

const recursion = [100, 60, 36, 71.6, 42.96, 25.776, 15.4656, 209.27936, 125.567616, 75.3405696]
const steady = [152.5, 91.5, 54.9, 82.94, 49.764, 29.8584, 17.91504, 210.749024, 126.4494144, 75.86964864]
const eight = [
  40.68332361, 24.40999417, 14.6459965, 29.12925971, 17.47755582, 10.48653349, 6.291920097, 85.14179928, 50.40175596,
  30.24105357,
]
const four = [
  45.95588235, 27.57352941, 16.54411765, 32.90441176, 13.78676471, 8.272058824, 4.963235294, 91.91176471, 55.14705882,
  33.08823529,
]
const eightSteady = [
  61.44416035, 36.62733294, 21.7372365, 33.14484044, 19.647741, 11.54948134, 6.690525537, 85.14179928, 50.40175596,
  30.24105357,
]

// Recursions are printed without normalisation, which is 1 - 0.6.
checkGoldenSeries(geometricAdstock, {
  parameters: [0.6],
  length: Infinity,
  before: 0,
  out: recursion.map((a) => 0.4 * a),
})
checkGoldenSeries(geometricAdstock, {
  parameters: [0.6],
  length: Infinity,
  before: 35,
  out: steady.map((a) => 0.4 * a),
})
checkGoldenSeries(geometricAdstock, { parameters: [0.6], length: 8, before: 0, out: eight })
checkGoldenSeries(geometricAdstock, { parameters: [0.6], length: 4, before: 0, out: four })
checkGoldenSeries(geometricAdstock, { parameters: [0.6], length: 8, before: 35, out: eightSteady })

checkFinite(geometricAdstock, [[0], [1e-300], [1 - 1e-15]])

describe('geometricAdstock()', () => {
  it('has the derivative of the recursion of M2', () => {
    const derivative = [0, 100, 120, 108, 136.4, 124.8, 100.656, 75.8592, 254.79488, 278.444544]
    const x = Float64Array.from(goldenMedia)
    const out = new Float64Array(10)
    const adstock = geometricAdstock()
    adstock.applyInto(x, 0, Infinity, Float64Array.of(0.6), out)
    derivative.forEach((slope, t) => {
      const gradient = new Float64Array(1)
      const unit = new Float64Array(10)
      unit[t] = 1
      adstock.pullback(x, 0, Infinity, Float64Array.of(0.6), out, unit, gradient, null, new Float64Array(10))
      expectRelative(gradient[0], 0.4 * slope - recursion[t])
    })
  })

  it('keeps all of the mass of M2 between the window and the tail after it', () => {
    const x = new Float64Array(200)
    x.set(goldenMedia)
    const out = new Float64Array(200)
    geometricAdstock().applyInto(x, 0, Infinity, Float64Array.of(0.6), out)
    expectRelative(out.subarray(0, 10).reduce((a, b) => a + b, 0) / 0.4, 761.9891456)
    expectRelative(out.subarray(10).reduce((a, b) => a + b, 0) / 0.4, 113.0108544)
  })
})
