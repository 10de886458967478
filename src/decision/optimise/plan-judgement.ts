// Whether a plan beats today's: judged on draws that it wasn't chosen by.

import type { PlanValue } from '../plan/plan-value.js'
import { mean } from '../../numeric/stats/summary.js'

/** What a plan is to have more of than today's. */
export type JudgedBy = 'profit' | 'outcome' | 'outcome-per-spend'

/** How sure it is that the plan beats today's, each half of the draws judged by the plan found on the other half. */
export interface PlanJudgement {
  readonly by: JudgedBy
  readonly probabilityBetter: number
  /** Mean of what is lost where today's plan turns out better: money, KPI units, or KPI units per unit of money. */
  readonly expectedRegret: number
}

/** What a plan brings, a value a draw. */
export interface PlanDrawFigures {
  readonly spend: number
  readonly kpi: Float64Array
  /** Money after variable cost; null without a margin. */
  readonly gain: Float64Array | null
}

/** A valued plan's figures. */
export function figuresOf({ spend, draws }: Pick<PlanValue, 'spend' | 'draws'>): PlanDrawFigures {
  const { incrementalKpi, profit } = draws
  return { spend, kpi: incrementalKpi, gain: profit === null ? null : profit.map((money) => money + spend) }
}

/** Below this probability today's plan is the honest advice. */
export const CLEAR_PROBABILITY = 0.8

/** Advantage over today's plan in every draw. */
export function advantage(by: JudgedBy, plan: PlanDrawFigures, today: PlanDrawFigures): Float64Array {
  const worth = figureOf(by, plan)
  const before = figureOf(by, today)
  return worth.map((value, d) => value - before[d])
}

function figureOf(by: JudgedBy, { spend, kpi, gain }: PlanDrawFigures): Float64Array {
  if (by === 'outcome') return kpi
  if (by === 'outcome-per-spend') return kpi.map((units) => (spend > 0 ? units / spend : 0))
  return (gain as Float64Array).map((money) => money - spend)
}

/** Summary of advantages, those of all judged draws together; equal plans aren't better. */
export function judgementOf(by: JudgedBy, advantages: Float64Array): PlanJudgement {
  const better = advantages.reduce((count, x) => count + (x > 0 ? 1 : 0), 0)
  return {
    by,
    probabilityBetter: better / advantages.length,
    expectedRegret: mean(advantages.map((x) => Math.max(0, -x))),
  }
}

/** Which draws choose a plan and which judge it: even and odd ones in turn, so that each half sees every part of every chain; one draw judges itself. */
export function crossFits(count: number): readonly { readonly chosenBy: number[]; readonly judgedBy: number[] }[] {
  const all = Array.from({ length: count }, (_, d) => d)
  const even = all.filter((d) => d % 2 === 0)
  const odd = all.filter((d) => d % 2 === 1)
  if (odd.length === 0) return [{ chosenBy: even, judgedBy: even }]
  return [
    { chosenBy: even, judgedBy: odd },
    { chosenBy: odd, judgedBy: even },
  ]
}
