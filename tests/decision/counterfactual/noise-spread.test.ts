import { describe, expect, it } from 'vitest'
import { noiseSpread } from '../../../src/decision/counterfactual/noise-spread.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { studentQuantile } from '../../../src/numeric/special/distributions.js'
import { smallModel } from '../../support/small-model.js'

const rows = Array.from({ length: 40 }, (_, t) => 100 + ((t * 7) % 11))

function outcomeWith(noise: string, parameters: Readonly<Record<string, number>>) {
  const model = smallModel(
    `kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nnoise: ${noise}\nfit: { method: bayes }`,
    { columns: { y: rows, x: rows.map((y, t) => (t % 3) * y) } },
  )
  const { names } = model.layout
  const values = Float64Array.from(names, (name) => parameters[name] ?? 0)
  return createOutcome(model, { names, count: 1, chains: 1, values })
}

describe('the spread of the noise', () => {
  it('is sigma where noise is Normal', () => {
    expect(noiseSpread(outcomeWith('ar1', { 'noise.sigma': 6, 'noise.correlation': 0.5 }), 0)).toBe(6)
  })

  it('is that of the Normal with the same 90 % range where noise is Student', () => {
    const spread = noiseSpread(outcomeWith('student', { 'noise.sigma': 6, 'noise.degreesOfFreedom': 4 }), 0)
    expect(1.6448536269514722 * spread).toBeCloseTo(6 * studentQuantile(0.95, 4), 12)
    const nearNormal = noiseSpread(outcomeWith('student', { 'noise.sigma': 6, 'noise.degreesOfFreedom': 1e6 }), 0)
    expect(nearNormal).toBeCloseTo(6, 4)
  })
})
