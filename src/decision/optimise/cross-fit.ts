import type { ChannelTotals } from '../counterfactual/totals.js'
import type { JudgedBy, PlanDrawFigures, PlanJudgement } from './plan-judgement.js'
import type { PlanProblem } from './settled-plan.js'
import { InputError } from '../../check/errors.js'
import { drawsOf } from './plan-curves.js'
import { advantage, crossFits, judgementOf } from './plan-judgement.js'
import { settledPlan, tabulatedPlan } from './settled-plan.js'
import { tableFigures } from './table-figures.js'

/** Today's figures of the channels that a plan scales, in the order of the tables. */
export type TodayTotals = readonly Pick<ChannelTotals, 'spend' | 'incrementalKpi' | 'gain'>[]

/**
 * Judges a way of planning: the plan found on each half of the draws against today's, on the other half. Both halves together give the
 * probability; with a single draw there is nothing to hold out, and the draw judges itself.
 */
export function crossFitted(problem: PlanProblem, today: TodayTotals, by: JudgedBy): PlanJudgement {
  const { tables } = problem
  const count = tables[0].response.draws
  const advantages = new Float64Array(count)
  for (const { chosenBy, judgedBy } of crossFits(count)) {
    const multiples = multiplesOf(problem, chosenBy)
    const plan = tableFigures(tables, multiples, judgedBy)
    advantage(by, plan, todayFigures(today, judgedBy)).forEach((x, i) => (advantages[judgedBy[i]] = x))
  }
  return judgementOf(by, advantages)
}

/** The best multiples on some draws; where a target is out of reach on them, those of all draws. */
function multiplesOf(problem: PlanProblem, draws: readonly number[]): Float64Array {
  try {
    return tabulatedPlan({ ...problem, tables: problem.tables.map((table) => drawsOf(table, draws)) }).multiples
  } catch (error) {
    if (error instanceof InputError) return settledPlan(problem).split.multiples
    throw error
  }
}

function todayFigures(today: TodayTotals, draws: readonly number[]): PlanDrawFigures {
  const sum = (of: (totals: TodayTotals[number]) => Float64Array | null): Float64Array | null => {
    const out = new Float64Array(draws.length)
    for (const totals of today) {
      const values = of(totals)
      if (values === null) return null
      draws.forEach((draw, i) => (out[i] += values[draw]))
    }
    return out
  }
  return {
    spend: today.reduce((total, { spend }) => total + (spend ?? 0), 0),
    kpi: sum(({ incrementalKpi }) => incrementalKpi) as Float64Array,
    gain: sum(({ gain }) => gain),
  }
}
