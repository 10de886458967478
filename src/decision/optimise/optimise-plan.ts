import type { Plan } from '../counterfactual/expected-outcome.js'
import type { PlanSetting } from '../plan/plan-setting.js'
import type { PlanValue } from '../plan/plan-value.js'
import type { AlongPattern } from './along-setting.js'
import type { AlternativePlan, OptimisedPlan, PlannedSpend, ValuedPlan } from './optimised-plan.js'
import type { JudgedBy } from './plan-judgement.js'
import type { PlanLimits } from './plan-limits.js'
import type { PatternChannel } from './plan-pattern.js'
import type { PlanRequest } from './plan-request.js'
import type { PlanTask } from './plan-task.js'
import type { PlanProblem } from './settled-plan.js'
import { InputError } from '../../check/errors.js'
import { valuePlan } from '../plan/plan-value.js'
import { alongPattern } from './along-setting.js'
import { crossFitted } from './cross-fit.js'
import { directions } from './directions.js'
import { optimiseFree } from './optimise-free.js'
import { limitsAt } from './plan-limits.js'
import { settledPlan, tabulatedPlan } from './settled-plan.js'
import { shadowPrices } from './shadow-prices.js'
import { tableFigures } from './table-figures.js'

/**
 * The plan that serves a request best, along a pattern: found on the expectation over all draws and valued on all of them, as `valuePlan`
 * does. Only the probability that it beats today's plan, and the regret, come from halves of the draws that didn't choose it.
 *
 * @throws InputError for a request that contradicts itself, its limits or the spec: one sentence.
 * @example optimisePlan(planSetting(fit), { budget: { kind: 'today' } }).value.summary.profit?.mean
 */
export function optimisePlan(setting: PlanSetting, request: PlanRequest = {}): OptimisedPlan {
  const along = alongPattern(setting, request)
  const { task, limits } = along
  if (request.pattern === 'free') return optimiseFree(along, request)
  const main = valuedPlan(along)
  const pattern = typeof request.pattern === 'object' ? 'weights' : 'history'
  return {
    ...main,
    task,
    limits,
    pattern,
    today: along.today,
    inside: insideOf(along, main),
    step: stepOf(along, main),
  }
}

/** Solves and values a request. */
function valuedPlan(along: AlongPattern): ValuedPlan {
  const { setting, channels, tables, todayTotals, limits, task } = along
  const problem: PlanProblem = { tables, limits, task }
  const { split, curves, status } = settledPlan(problem)
  const plan = planOf(setting, channels, split.multiples)
  const value = valuePlan(setting, plan)
  const spent = curves.reduce((sum, { response }, c) => sum + response.spend * split.multiples[c], 0)
  const sure = directions(tables, split.multiples, task)
  return {
    plan,
    value,
    channels: plannedSpends(along, plan, sure, split.multiples),
    judgement: crossFitted(problem, todayTotals, judgedBy(task, along.today, spent)),
    prices: shadowPrices({ limits: limitsAt(limits, spent), task }, split, curves),
    status,
    bound: split.gap,
  }
}

/** Spend by period: the pattern times its multiple; nothing where a channel has no pattern. */
export function planOf(
  { window, today }: PlanSetting,
  channels: readonly PatternChannel[],
  multiples: ArrayLike<number>,
): Plan {
  const spend = new Map(
    Array.from(today.spend, ([name, history]) => {
      const c = channels.findIndex((channel) => channel.name === name)
      if (c < 0) return [name, new Float64Array(history.length)] as const
      return [name, channels[c].path.map((money) => money * multiples[c])] as const
    }),
  )
  return { window, spend }
}

/** What counts as better than today: profit, or outcome; where the plan saves money, profit or outcome per money. */
function judgedBy({ objective }: PlanTask, today: PlanValue, spent: number): JudgedBy {
  if (objective === 'profit') return 'profit'
  if (objective === 'outcome' && spent >= today.spend * (1 - 1e-9)) return 'outcome'
  return today.draws.profit === null ? 'outcome-per-spend' : 'profit'
}

function plannedSpends(
  { setting, channels }: AlongPattern,
  plan: Plan,
  sure: readonly (number | null)[],
  multiples: ArrayLike<number>,
): PlannedSpend[] {
  return Array.from(setting.today.spend, ([name, history]) => {
    const c = channels.findIndex((channel) => channel.name === name)
    const observedTo = c < 0 ? Infinity : Math.max(1, channels[c].response.observedTo)
    return {
      name,
      today: sum(history),
      planned: sum(plan.spend.get(name)!),
      observed: c < 0 || multiples[c] <= observedTo * (1 + 1e-9),
      direction: c < 0 ? null : sure[c],
    }
  })
}

/** The plan that stays inside what history shows, where the best one leaves it. */
function insideOf(along: AlongPattern, main: ValuedPlan): AlternativePlan | null {
  if (main.channels.every(({ observed }) => observed)) return null
  return narrower(along, ({ response }) => [0, Math.max(1, response.observedTo)])
}

/** Moves further than this share of today's spend are taken in steps. */
const SAFE_STEP = 0.3

function stepOf(along: AlongPattern, main: ValuedPlan): AlternativePlan | null {
  const isFar = main.channels.some(({ today, planned }) => Math.abs(planned - today) > (SAFE_STEP + 1e-6) * today)
  if (!isFar) return null
  const { task, today } = along
  const exact =
    task.exact === null
      ? null
      : Math.min(Math.max(task.exact, (1 - SAFE_STEP) * today.spend), (1 + SAFE_STEP) * today.spend)
  return narrower(
    along,
    ({ today: money, response }) =>
      [(1 - SAFE_STEP) * money, (1 + SAFE_STEP) * money].map((x) => x / response.spend) as [number, number],
    { ...task, exact },
  )
}

/** The same task under narrower ranges of multiples; null where no plan meets them. */
function narrower(
  along: AlongPattern,
  rangeOf: (channel: PatternChannel) => readonly [low: number, high: number],
  task: PlanTask = along.task,
): AlternativePlan | null {
  const limits: PlanLimits = {
    ...along.limits,
    channels: along.limits.channels.map((limit, c) => {
      const [low, high] = rangeOf(along.channels[c]).map((multiple) => multiple * along.channels[c].response.spend)
      return {
        ...limit,
        low: Math.max(limit.low, Math.min(low, limit.high)),
        high: Math.min(limit.high, Math.max(high, limit.low)),
      }
    }),
  }
  try {
    const { multiples } = tabulatedPlan({ tables: along.tables, limits, task })
    return {
      channels: along.channels.map(({ name, response }, c) => ({ name, planned: response.spend * multiples[c] })),
      figures: tableFigures(along.tables, multiples),
    }
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
