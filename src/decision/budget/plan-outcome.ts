import type { ChannelResponse } from '../counterfactual/response.js'
import type { NamedPlan } from '../results.js'
import { summarise } from '../analysis/summarise.js'

/** What spending multiples of today's money brings over the window, tail included: a value a draw. */
export interface PlanOutcome {
  readonly name: NamedPlan['name']
  /** Multiple of today's spend, by channel in the order of the responses. */
  readonly multiples: readonly number[]
  readonly responses: readonly ChannelResponse[]
  readonly totalSpend: number
  readonly kpi: Float64Array
  /** Null without a value per KPI unit. */
  readonly value: Float64Array | null
  /** Value times margin; null without a margin. */
  readonly gain: Float64Array | null
  /** Upper bound on the profit (same sales for less: on the money) still to be had. */
  readonly gap: number
}

/** A plan to be valued. */
export type PlanSplit = Pick<PlanOutcome, 'name' | 'multiples' | 'gap'>

/** Plans valued on all draws by the same responses that every curve is made of, in one pass over the draws. */
export function planOutcomes(responses: readonly ChannelResponse[], plans: readonly PlanSplit[]): PlanOutcome[] {
  const { draws } = responses[0]
  const sums = plans.map(() => [0, 1, 2].map(() => new Float64Array(draws)))
  const out = new Float64Array(6)
  responses.forEach((response, c) => {
    // Draws outside: a response prepares itself once a draw.
    for (let d = 0; d < draws; d++) {
      plans.forEach(({ multiples }, p) => {
        response.at(d, multiples[c], out)
        for (let i = 0; i < 3; i++) sums[p][i][d] += out[i]
      })
    }
  })
  return plans.map((plan, p) => {
    const [kpi, value, gain] = sums[p]
    const totalSpend = responses.reduce((sum, { spend }, c) => sum + spend * plan.multiples[c], 0)
    return { ...plan, responses, totalSpend, kpi, value: known(value), gain: known(gain) }
  })
}

function known(values: Float64Array): Float64Array | null {
  return values[0] === values[0] ? values : null
}

/** Profit in every draw; null without a margin. */
export function profitDraws({ gain, totalSpend }: PlanOutcome): Float64Array | null {
  return gain === null ? null : gain.map((money) => money - totalSpend)
}

/** The plan as tables and JSON show it; ratios are null for a plan that spends nothing. */
export function namedPlan(plan: PlanOutcome): NamedPlan {
  const { name, multiples, responses, totalSpend, kpi, value, gain, gap } = plan
  const ratio = (money: Float64Array | null, less: number): NamedPlan['roas'] =>
    money === null || !(totalSpend > 0) ? null : summarise(money.map((x) => x / totalSpend - less))
  const profit = profitDraws(plan)
  return {
    name,
    spend: Object.fromEntries(responses.map(({ channel, spend }, c) => [channel, spend * multiples[c]])),
    totalSpend,
    incrementalKpi: summarise(kpi),
    profit: profit === null ? null : summarise(profit),
    roas: ratio(value, 0),
    roi: ratio(gain, 1),
    gap,
  }
}
