import { describe, expect, it } from 'vitest'
import { diagnoseBayes } from '../../../src/fit/bayes/diagnose-bayes.js'
import type { ChainOutput } from '../../../src/fit/bayes/sample-chain.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const model = smallModel(
  `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
channels:
  tv: { spend: x, adstock: none, saturation: none }
  radio: { spend: z, adstock: none, saturation: none }
`,
  {
    columns: {
      y: Array.from({ length: 30 }, (_, t) => 100 + (t % 5)),
      x: Array.from({ length: 30 }, (_, t) => t % 4),
      z: Array.from({ length: 30 }, (_, t) => t % 3),
    },
  },
)

interface Fault {
  /** Added to every draw of the last chain. */
  readonly shift?: number
  readonly divergences?: number
  /** Correlation of the two contributions. */
  readonly correlation?: number
  /** Each draw's energy is this part of the one before it. */
  readonly stickyEnergy?: number
  readonly saturatedTrees?: number
}

function chains({ shift = 0, divergences = 0, correlation = 0, stickyEnergy = 0, saturatedTrees = 0 }: Fault) {
  const draws = 400
  const width = model.layout.names.length
  return Array.from({ length: 4 }, (_, chain): ChainOutput => {
    const g = createGenerator(3, 'chain', chain)
    const rows = Float64Array.from({ length: draws * width }, () => g.normal() + (chain === 3 ? shift : 0))
    const contributions = new Float64Array(2 * draws)
    const energy = new Float64Array(draws)
    for (let d = 0; d < draws; d++) {
      contributions[2 * d] = g.normal()
      contributions[2 * d + 1] =
        correlation * contributions[2 * d] + Math.sqrt(1 - correlation * correlation) * g.normal()
      energy[d] = stickyEnergy * (d > 0 ? energy[d - 1] : 0) + g.normal()
    }
    const high = new Float64Array(3)
    high[0] = 9
    return {
      rows,
      contributions,
      // A prior that pulls tv's effect upwards, and data that pull both down.
      logPriors: contributions.map((value, i) => (i % 2 === 0 ? 2 * value : 0)),
      logLikelihood: Float64Array.from(
        { length: draws },
        (_, d) => -2 * (contributions[2 * d] + contributions[2 * d + 1]),
      ),
      energy,
      acceptance: 0.8,
      divergences: chain === 0 ? divergences : 0,
      divergedFrom: chain === 0 ? Array.from({ length: divergences }, () => high) : [],
      stepSize: 0.4,
      gradients: 3000,
      saturatedTrees: chain === 0 ? saturatedTrees : 0,
    }
  })
}

describe('diagnoseBayes', () => {
  it('passes chains that agree, and keeps their figures', () => {
    const diagnostics = diagnoseBayes(model, chains({}))
    expect(diagnostics).toMatchObject({ passed: true, advice: [], chains: 4, draws: 400, divergences: 0 })
    expect(diagnostics.rhatMax).toBeLessThan(1.01)
    expect(diagnostics.essBulkMin).toBeGreaterThan(1000)
    expect(diagnostics.ebfmiMin).toBeGreaterThan(1.5)
    expect(diagnostics.sampler?.chains[0]).toMatchObject({ stepSize: 0.4, gradients: 3000, divergences: 0 })
  })

  it('counts a divergence in a thousand draws, and passes', () => {
    expect(diagnoseBayes(model, chains({ divergences: 1 }))).toMatchObject({ passed: true, advice: [], divergences: 1 })
    expect(diagnoseBayes(model, chains({ divergences: 2 })).passed).toBe(false)
  })

  it('counts ranks of what answers hang on, and says which effects hang on their priors', () => {
    const { sampler } = diagnoseBayes(model, chains({}))
    const ranks = sampler?.ranks ?? []
    expect(ranks.map(({ name }) => name)).toEqual(['all paid media', 'tv', 'radio', 'noise'])
    expect(ranks[0].counts.map((bins) => bins.reduce((a, b) => a + b))).toEqual([400, 400, 400, 400])
    expect(ranks[0].counts[0]).toHaveLength(20)
    const [tv, radio] = sampler?.sensitivities ?? []
    expect(tv).toMatchObject({ channel: 'tv', reading: 'prior-data-conflict' })
    expect(radio).toMatchObject({ channel: 'radio', prior: 0, reading: 'agreement' })
  })

  it.each<[string, Fault, RegExp]>([
    [
      'chains that lie apart',
      { shift: 3 },
      /^The chains do not agree: R-hat of .* is 1\.\d+, and 1\.01 is wanted: raise `fit\.warmup`/,
    ],
    [
      'divergences, and where they are',
      { divergences: 7 },
      /^7 of 1600 draws diverged, mostly where noise\.sigma is high: /,
    ],
    ['slow energy', { stickyEnergy: 0.97 }, /^Chains explore the tails slowly \(E-BFMI 0\.\d+, 0\.3 is wanted\)/],
    [
      'trajectories that are cut off',
      { saturatedTrees: 300 },
      /^300 trajectories were cut off at their greatest length/,
    ],
  ])('fails %s, and says what to do', (_, fault, sentence) => {
    const { passed, advice } = diagnoseBayes(model, chains(fault))
    expect(passed).toBe(false)
    expect(advice.find((text) => sentence.test(text))).toBeDefined()
  })

  it('names channels that trade off, which by itself is no failure', () => {
    const { passed, advice, sampler } = diagnoseBayes(model, chains({ correlation: -0.97 }))
    expect(passed).toBe(true)
    expect(advice).toEqual([
      'tv and radio trade off: correlation of their effects -0.97. The data know their sum better than either.',
    ])
    expect(sampler?.tradeOffs[0].channels).toEqual(['tv', 'radio'])
  })
})
