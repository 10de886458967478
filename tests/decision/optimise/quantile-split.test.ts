import { describe, expect, it } from 'vitest'
import { settledPlan } from '../../../src/decision/optimise/settled-plan.js'
import { standardMultiples } from '../../../src/decision/analysis/multiples.js'
import { quantile } from '../../../src/numeric/stats/summary.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { hill } from '../support/closed-form-response.js'
import { exactly, madeProblem } from '../support/plan-problem.js'

const g = createGenerator(1, 'quantile-split')
const count = 40
// The first channel returns more on average and is far less certain.
const risky = Array.from({ length: count }, () => hill(1000 * Math.exp(0.9 * g.normal()), 40, 1))
const safe = Array.from({ length: count }, () => hill(900 * Math.exp(0.1 * g.normal()), 40, 1))

describe('a stated quantile', () => {
  it('is maximised as a grid says, moves money to what is certain, and stays below its bound', () => {
    const channels = [{ draws: risky }, { draws: safe }]
    const of = (share: number): number =>
      quantile(
        Float64Array.from(risky, ({ f }, d) => f(100 * share) + safe[d].f(100 * (1 - share))),
        0.1,
      )
    const best = Math.max(...Array.from({ length: 1001 }, (_, i) => of(i / 1000)))
    const { split } = settledPlan(madeProblem(channels, { ...exactly(100), quantile: 0.1 }, {}, standardMultiples()))
    const expected = settledPlan(madeProblem(channels, exactly(100), {}, standardMultiples())).split
    expect(split.score).toBeGreaterThan(best * (1 - 2e-3))
    expect(split.score).toBeLessThan(best * (1 + 1e-3))
    expect(best).toBeLessThanOrEqual(split.score + split.gap)
    expect(split.multiples[0]).toBeLessThan(expected.multiples[0])
    expect(50 * (split.multiples[0] + split.multiples[1])).toBeCloseTo(100, 8)
  })

  it('keeps to limits on channels and groups', () => {
    const channels = [{ draws: risky, range: { low: 45, high: 60 } }, { draws: safe }]
    const { split } = settledPlan(madeProblem(channels, { ...exactly(100), quantile: 0.05 }, {}, standardMultiples()))
    expect(50 * split.multiples[0]).toBeGreaterThanOrEqual(45 * (1 - 1e-9))
    const group = { name: 'all', channels: [0, 1], today: 100, low: 0, high: 70 }
    const free = settledPlan(
      madeProblem(channels, { budget: { kind: 'free' }, quantile: 0.3 }, { groups: [group] }, standardMultiples()),
    ).split
    expect(50 * (free.multiples[0] + free.multiples[1])).toBeLessThanOrEqual(70 * (1 + 1e-9))
  })
})
