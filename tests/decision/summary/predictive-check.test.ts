import { describe, expect, it } from 'vitest'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { predictiveCheck } from '../../../src/decision/summary/predictive-check.js'
import { posteriorEvidence } from '../../../src/decision/summary/posterior-evidence.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallFit } from '../support/small-fit.js'

const fit = smallFit({ draws: 200 })
const analysis = analyseFit(fit)
const { periods, layout } = analysis.outcome.model

/** The same fit, its KPI made of the first draw's mean and noise of the given kind. */
function withNoise(noise: (t: number, previous: number) => number) {
  const kpi = new Float64Array(periods)
  let previous = 0
  for (let t = 0; t < periods; t++) {
    previous = noise(t, previous)
    kpi[t] = analysis.fitted[t] + previous
  }
  const fitted = analysis.fitted.map((_, i) => analysis.fitted[i % periods])
  const model = { ...analysis.outcome.model, kpi }
  return predictiveCheck({ ...analysis, fitted, outcome: { ...analysis.outcome, model } })!
}

const sigma = analysis.outcome.draws.values[layout.sigma]
const rho = layout.correlation < 0 ? 0 : analysis.outcome.draws.values[layout.correlation]

describe('predictiveCheck', () => {
  it('finds a KPI of the model’s own making unremarkable', () => {
    const g = createGenerator(8, 'own')
    const { statistics, replications, histogram } = withNoise((_, previous) => rho * previous + sigma * g.normal())
    expect(replications).toBe(200)
    expect(statistics.filter(({ ok }) => !ok).length).toBeLessThan(2)
    expect(histogram.observed.reduce((a, b) => a + b)).toBe(periods)
  })

  it('hears noise that stays on one side, and a single shock', () => {
    const g = createGenerator(8, 'slow')
    const slow = withNoise((_, previous) => 0.97 * previous + 0.3 * sigma * g.normal())
    const correlation = slow.statistics.find(({ name }) => name.startsWith('lag-one'))!
    expect(correlation).toMatchObject({ ok: false, unit: 'ratio' })
    expect(correlation.meaning).toMatch(/^high: residuals stay on one side/)
    const shock = withNoise((t) => (t === 30 ? 12 * sigma : sigma * g.normal()))
    expect(shock.statistics.find(({ name }) => name.startsWith('largest'))).toMatchObject({ ok: false })
  })

  it('is the same for the same fit', () => {
    expect(predictiveCheck(analysis)).toEqual(predictiveCheck(analysis))
  })
})

describe('posteriorEvidence', () => {
  it('is null for methods without chains', () => {
    expect(posteriorEvidence(analysis)).toBeNull()
  })

  it('takes traces chain by chain, and the Monte Carlo error of every ROAS', () => {
    const sampler = { chains: [], quantities: [], tradeOffs: [] }
    const draws = { ...fit.draws, chains: 4 }
    const sampled = { ...fit, draws, diagnostics: { ...fit.diagnostics, sampler } }
    const evidence = posteriorEvidence(analyseFit(sampled))!
    expect(evidence.traces[0].name).toBe('all paid media')
    expect(evidence.traces[0].chains.map((chain) => chain.length)).toEqual([50, 50, 50, 50])
    const together = evidence.traces[1].chains[3][49] + evidence.traces[2].chains[3][49]
    expect(evidence.traces[0].chains[3][49]).toBeCloseTo(together, 6)
    const [tv] = evidence.monteCarlo
    expect(tv.channel).toBe('tv')
    // 200 independent draws know the mean to about a fourteenth of their standard deviation.
    expect(tv.error! / tv.sd).toBeGreaterThan(0.05)
    expect(tv.error! / tv.sd).toBeLessThan(0.1)
  })
})
