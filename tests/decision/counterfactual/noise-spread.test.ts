import { describe, expect, it } from 'vitest'
import { noiseSpread } from '../../../src/decision/counterfactual/noise-spread.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { predictiveBand } from '../../../src/decision/summary/predictive-band.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { studentCdf, studentQuantile } from '../../../src/numeric/special/distributions.js'
import { smallModel } from '../../support/small-model.js'

const rows = Array.from({ length: 40 }, (_, t) => 100 + ((t * 7) % 11))

const modelWith = (noise: string) =>
  smallModel(
    `kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nnoise: ${noise}\nfit: { method: bayes }`,
    { columns: { y: rows, x: rows.map((y, t) => (t % 3) * y) } },
  )
const ar1 = modelWith('ar1')
const student = modelWith('student')

function outcomeWith(model: typeof ar1, parameters: Readonly<Record<string, number>>) {
  const { names } = model.layout
  const values = Float64Array.from(names, (name) => parameters[name] ?? 0)
  return createOutcome(model, { names, count: 1, chains: 1, values })
}

describe('the spread of the noise', () => {
  it('is sigma where noise is Normal', () => {
    expect(noiseSpread(outcomeWith(ar1, { 'noise.sigma': 6, 'noise.correlation': 0.5 }), 0)).toBe(6)
  })

  it('is that of the Normal with the same 90 % range where noise is Student', () => {
    const spread = noiseSpread(outcomeWith(student, { 'noise.sigma': 6, 'noise.degreesOfFreedom': 4 }), 0)
    expect(1.6448536269514722 * spread).toBeCloseTo(6 * studentQuantile(0.95, 4), 12)
    const nearNormal = noiseSpread(outcomeWith(student, { 'noise.sigma': 6, 'noise.degreesOfFreedom': 1e6 }), 0)
    expect(nearNormal).toBeCloseTo(6, 4)
  })

  it('gives a band over draws that is all but that of the Student noise itself', () => {
    const generator = createGenerator(1, 'band')
    const draws = Array.from({ length: 300 }, () => ({
      mean: 100 + 3 * generator.normal(),
      sigma: 5 + 2 * generator.uniform(),
      degrees: 2.1 + 10 * generator.uniform() ** 2,
    }))
    const spreads = draws.map(({ sigma, degrees }) =>
      noiseSpread(outcomeWith(student, { 'noise.sigma': sigma, 'noise.degreesOfFreedom': degrees }), 0),
    )
    const { q95 } = predictiveBand(
      Float64Array.from(draws, ({ mean }) => mean),
      Float64Array.from(spreads),
    )
    const above = draws.reduce(
      (sum, { mean, sigma, degrees }) => sum + studentCdf((mean - q95[0]) / sigma, degrees) / draws.length,
      0,
    )
    expect(Math.abs(above - 0.05)).toBeLessThan(0.004)
  })
})
