import { describe, expect, it } from 'vitest'
import { standardMultiples } from '../../../src/decision/analysis/multiples.js'
import { valueOfLearning } from '../../../src/decision/optimise/value-of-learning.js'
import { learningSentences } from '../../../src/decision/words/learning-sentences.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { mean } from '../../../src/numeric/stats/summary.js'
import { hill, type ClosedForm } from '../support/closed-form-response.js'
import { exactly, madeProblem, type MadeChannel } from '../support/plan-problem.js'

const g = createGenerator(3, 'learning')
const count = 300
const factors = Array.from({ length: count }, () => Math.exp(0.5 * g.normal()))
const uncertain: MadeChannel = { name: 'tv', draws: factors.map((factor) => hill(1000 * factor, 40, 1)) }
const known: MadeChannel = { name: 'radio', draws: factors.map(() => hill(1000, 40, 1)) }

function learned(channels: readonly MadeChannel[], request = exactly(100)) {
  return valueOfLearning(madeProblem(channels, request, {}, standardMultiples()))
}

/** The best split of 100 between two Michaelis-Menten curves with half-saturation 40, in closed form. */
function best(a: ClosedForm, ceilings: readonly [number, number], b: ClosedForm): number {
  const roots = ceilings.map((ceiling) => Math.sqrt(ceiling * 40))
  const x = Math.min(100, Math.max(0, (roots[0] * 180) / (roots[0] + roots[1]) - 40))
  return a.f(x) + b.f(100 - x)
}

describe('valueOfLearning', () => {
  it('is what the closed form gives where one channel is uncertain, and nothing for a known one', () => {
    const { everything, channels } = learned([uncertain, known])
    const factor = mean(Float64Array.from(factors))
    const informed = mean(
      Float64Array.from(uncertain.draws, (form, d) => best(form, [1000 * factors[d], 1000], known.draws[d])),
    )
    const exact = informed - best(hill(1000 * factor, 40, 1), [1000 * factor, 1000], known.draws[0])
    const tv = channels.find(({ name }) => name === 'tv')!
    expect(tv.value / exact).toBeGreaterThan(0.85)
    expect(tv.value / exact).toBeLessThan(1.1)
    expect(everything / exact).toBeCloseTo(1, 1)
    expect(channels.find(({ name }) => name === 'radio')!.value).toBeLessThan(1e-6 * exact)
    expect(channels[0].name).toBe('tv')
  })

  it('names the result that turns a move: the one at which today’s split is the best', () => {
    const [tv] = learned([uncertain, known]).channels
    // Both are alike at a factor of 1, so at the result of that factor the split is even, as it is today.
    const even = hill(1000, 40, 1).f(50) / 50
    expect(tv.now).toBe('raised')
    expect(tv.turnsAt! / even).toBeCloseTo(1, 1)
    const below = factors.filter((factor) => factor < tv.turnsAt! / even).length / count
    expect(tv.probability).toBeCloseTo(below, 6)
  })

  it('is nothing where nothing may move, and nothing turns where no result can', () => {
    const fixed = [uncertain, known].map((channel) => ({ ...channel, range: { low: 50, high: 50 } }))
    const { everything, channels } = learned(fixed)
    expect(everything).toBe(0)
    expect(channels.map(({ value, now, turnsAt }) => [value, now, turnsAt])).toEqual([
      [0, 'kept', null],
      [0, 'kept', null],
    ])
    const weak: MadeChannel = { name: 'press', draws: factors.map(() => hill(1, 40, 1)) }
    expect(learned([uncertain, weak]).channels.find(({ name }) => name === 'tv')!.turnsAt).toBe(null)
  })

  it('refuses what it can’t value', () => {
    expect(() => learned([uncertain, known], { ...exactly(100), quantile: 0.1 })).toThrow(/^--learn values knowledge/)
  })
})

describe('learningSentences', () => {
  const result = { mean: 2.4, median: 2.3, sd: 0.5, q05: 1.5, q95: 3.6 }
  const context = { currency: 'EUR', years: 2, isMoney: true, hasValue: true }

  it('lists what to test first, what it is worth a year, and what would turn the plan', () => {
    const value = {
      everything: 400_000,
      channels: [
        { name: 'tv', value: 200_000, result, now: 'raised' as const, turnsAt: 1.9, probability: 0.2 },
        { name: 'radio', value: 100_000, result, now: 'cut' as const, turnsAt: null, probability: null },
        { name: 'press', value: 50_000, result, now: 'kept' as const, turnsAt: null, probability: null },
        { name: 'search', value: 1000, result, now: 'cut' as const, turnsAt: 3, probability: 0.1 },
      ],
    }
    expect(learningSentences(value, context)).toEqual([
      'Knowing every curve exactly before planning would be worth 200 k EUR a year.',
      'Test tv: knowing its ROAS (now 2.4, in 9 of 10 cases 1.5 to 3.6) is worth up to 100 k EUR a year. The plan has it raised and would cut it if a test found a ROAS below 1.9 (20 % likely).',
      'Test radio: knowing its ROAS (now 2.4, in 9 of 10 cases 1.5 to 3.6) is worth up to 50 k EUR a year. The plan has it cut, and no likely result would turn that; it would change by how much.',
      'Test press: knowing its ROAS (now 2.4, in 9 of 10 cases 1.5 to 3.6) is worth up to 25 k EUR a year. The plan keeps it; what is learned moves the others.',
    ])
    expect(learningSentences({ everything: 0, channels: [] }, context)).toEqual([
      'Knowing every curve exactly before planning would be worth 0 EUR a year. No single test would change this plan enough to pay.',
    ])
  })
})
