import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settledPlan } from '../../../src/decision/optimise/settled-plan.js'
import { hill } from '../support/closed-form-response.js'
import { exactly, madeProblem } from '../support/plan-problem.js'

interface Golden {
  readonly margin: number
  readonly budget: number
  readonly group: { readonly channels: number[]; readonly low: number; readonly high: number }
  readonly channels: readonly {
    readonly today: number
    readonly low: number
    readonly high: number
    readonly draws: readonly { readonly ceiling: number; readonly half: number; readonly slope: number }[]
  }[]
  readonly money: readonly number[]
  readonly profit: number
}

// Written by scripts/plan-slsqp.py with SciPy's SLSQP.
const golden = JSON.parse(readFileSync(new URL('../../golden/plan-slsqp.json', import.meta.url), 'utf8')) as Golden[]

describe('settledPlan', () => {
  it.each(golden.map((each, i) => [i + 1, each] as const))(
    'finds at least SLSQP’s plan of golden problem %i',
    (_, each) => {
      const { margin, budget, group, channels, money, profit } = each
      const made = channels.map(({ draws, today, low, high }) => ({
        today,
        margin,
        range: { low, high },
        draws: draws.map(({ ceiling, half, slope }) => hill(ceiling, half, slope)),
      }))
      const limit = { name: 'group', today: 0, ...group }
      const problem = madeProblem(made, exactly(budget), { groups: [limit] })
      const { split } = settledPlan(problem)
      expect(split.gap).toBeLessThanOrEqual(1e-8 * profit)
      expect(split.score - budget).toBeGreaterThanOrEqual(profit - 1e-6 * profit)
      expect(split.score - budget).toBeLessThanOrEqual(profit + 1e-6 * profit)
      split.multiples.forEach((multiple, c) => expect(50 * multiple).toBeCloseTo(money[c], 1))
    },
  )
})
