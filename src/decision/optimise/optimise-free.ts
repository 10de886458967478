import type { PlanSetting } from '../plan/plan-setting.js'
import type { AlongPattern } from './along-setting.js'
import type { OptimisedPlan, PlannedSpend } from './optimised-plan.js'
import type { FreePoint, FreeProblem } from './free-search.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanRequest } from './plan-request.js'
import type { PlanJudgement } from './plan-judgement.js'
import type { ShadowPrices } from './shadow-prices.js'
import type { SpendPaths } from './spend-projection.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { valuePlan, type PlanValue } from '../plan/plan-value.js'
import { drawsOf } from './plan-curves.js'
import { pathRewards } from './free-objective.js'
import { climb, freePoint, gapAt, nearest } from './free-search.js'
import { limitsAt } from './plan-limits.js'
import { advantage, crossFits, figuresOf, judgementOf } from './plan-judgement.js'
import { settledPlan } from './settled-plan.js'

/** Steps from each start, from the better of them, and on each half of the draws. */
const STEPS = { start: 12, best: 60, half: 20 }

/**
 * The best plan with every period decided, from today's pattern at its best multiples and from even spend; the better end wins.
 *
 * @param along the same request along its pattern: the start, and the limits.
 */
export function optimiseFree(along: AlongPattern, request: PlanRequest): OptimisedPlan {
  const { setting, today, task, limits } = along
  const all = Array.from({ length: setting.outcome.draws.count }, (_, d) => d)
  const problem = freeProblem(along, request, all)
  const best = searchedFrom(problem, startsOf(along, problem, all), STEPS.best)
  const paths = exactTotal(best.paths, task.exact)
  const value = valuePlan(setting, planOfPaths(along, paths))
  const gap = gapAt(problem, best)
  return {
    plan: value.plan,
    value,
    channels: plannedSpends(along, value),
    judgement: judged(along, request, today),
    prices: pricesAt(problem, best, along),
    status: gap <= 1e-9 * Math.abs(best.score) ? 'optimal' : 'bounded',
    bound: gap,
    task,
    limits,
    pattern: 'free',
    today,
    inside: null,
    step: null,
  }
}

function freeProblem(along: AlongPattern, request: PlanRequest, draws: readonly number[]): FreeProblem {
  const { setting, channels, limits, task } = along
  const length = setting.window.to - setting.window.from
  const allowed = channels.map(({ name }) => {
    const open = new Uint8Array(length).fill(1)
    for (const { channel, from, to } of request.noSpend ?? []) if (channel === name) open.fill(0, from, to)
    return open
  })
  const means = Float64Array.from(channels, ({ response }) => response.spend / length)
  const total = task.exact ?? task.cap
  return {
    rewards: pathRewards(
      setting,
      channels.map(({ place }) => place),
      { quantity: task.quantity, draws },
    ),
    limits: {
      limits: withinReach(limitsAt(limits, task.exact ?? 0), along),
      total,
      isExact: task.exact !== null,
      allowed,
    },
    price: task.exact === null ? task.price : 0,
    ramps: request.ramp === undefined ? null : means.map((mean) => request.ramp! * mean),
    scale: means,
  }
}

/** No channel beyond ten times its pattern's money, as along the pattern. */
function withinReach(limits: PlanLimits, { channels }: AlongPattern): PlanLimits {
  const high = (c: number): number => LARGEST_MULTIPLE * channels[c].response.spend
  return {
    ...limits,
    channels: limits.channels.map((limit, c) => ({ ...limit, high: Math.min(limit.high, high(c)) })),
  }
}

/** The pattern at its best multiples, and the same money spread evenly: both within all limits. */
function startsOf(along: AlongPattern, problem: FreeProblem, draws: readonly number[]): SpendPaths[] {
  const { channels, tables, limits, task } = along
  const isAll = draws.length === tables[0].response.draws
  const own = isAll ? tables : tables.map((table) => drawsOf(table, draws))
  const { multiples } = settledPlan({ tables: own, limits, task }).split
  const patterned = channels.map(({ path }, c) => path.map((money) => money * multiples[c]))
  const even = patterned.map((path, c) => {
    const open = problem.limits.allowed[c]
    const periods = open.reduce((count, isOpen) => count + isOpen, 0)
    const money = path.reduce((sum, x) => sum + x, 0)
    return path.map((_, t) => (open[t] === 1 && periods > 0 ? money / periods : 0))
  })
  return [nearest(problem, patterned), nearest(problem, even)]
}

/** A short climb from every start, a long one from the best end. */
function searchedFrom(problem: FreeProblem, starts: readonly SpendPaths[], steps: number): FreePoint {
  const ends = starts.map((start) => climb(problem, start, STEPS.start))
  const better = ends.reduce((best, end) => (end.score > best.score ? end : best))
  const end = climb(problem, better.paths, steps)
  return end.score > better.score ? end : better
}

/** The paths with rounding taken off: together exactly the budget. */
function exactTotal(paths: SpendPaths, exact: number | null): SpendPaths {
  if (exact === null || exact === 0) return paths
  const total = paths.reduce((sum, path) => sum + path.reduce((own, x) => own + x, 0), 0)
  return paths.map((path) => path.map((x) => (x * exact) / total))
}

function planOfPaths({ setting, channels }: AlongPattern, paths: SpendPaths): PlanSetting['today'] {
  const { window, today } = setting
  const spend = new Map(
    Array.from(today.spend, ([name, history]) => {
      const c = channels.findIndex((channel) => channel.name === name)
      return [name, c < 0 ? new Float64Array(history.length) : paths[c].slice()] as const
    }),
  )
  return { window, spend }
}

/** Plans found on each half of the draws, judged on the other. */
function judged(along: AlongPattern, request: PlanRequest, today: PlanValue): PlanJudgement {
  const { setting, task } = along
  const count = setting.outcome.draws.count
  const by = task.quantity === 'gain' ? 'profit' : 'outcome'
  const advantages = new Float64Array(count)
  for (const { chosenBy, judgedBy } of crossFits(count)) {
    const problem = freeProblem(along, request, chosenBy)
    const found = climb(problem, startsOf(along, problem, chosenBy)[0], STEPS.half)
    const value = valuePlan(setting, planOfPaths(along, found.paths))
    const gains = advantage(by, figuresOf(value), figuresOf(today))
    for (const draw of judgedBy) advantages[draw] = gains[draw]
  }
  return judgementOf(by, advantages)
}

/** Spends by channel; `observed` where no period is above the largest of the data. */
function plannedSpends({ setting, channels }: AlongPattern, { plan }: PlanValue): PlannedSpend[] {
  const { model } = setting.outcome
  return Array.from(setting.today.spend, ([name, history]) => {
    const own = plan.spend.get(name)!
    const channel = channels.find((each) => each.name === name)
    const known = channel === undefined ? null : model.channels[channel.place].spend
    const largest = known === null ? Infinity : known.reduce((most, x) => Math.max(most, x), 0)
    return {
      name,
      today: history.reduce((sum, x) => sum + x, 0),
      planned: own.reduce((sum, x) => sum + x, 0),
      observed: own.every((x) => x <= largest * (1 + 1e-9)),
      direction: null,
    }
  })
}

/** Prices from the gradient: what money brings where it is spent, against what it brings on average where no limit binds. */
function pricesAt(problem: FreeProblem, { paths }: FreePoint, { limits, task }: AlongPattern): ShadowPrices {
  const { gradient } = freePoint({ ...problem, price: 0 }, paths)
  const money = paths.map((path) => path.reduce((sum, x) => sum + x, 0))
  const rates = paths.map((path, c) =>
    money[c] > 0
      ? path.reduce((sum, x, t) => sum + x * gradient[c][t], 0) / money[c]
      : gradient[c].reduce((most, x) => Math.max(most, x), 0),
  )
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b))
  const isFree = money.map((x, c) => !near(x, limits.channels[c].low) && !near(x, limits.channels[c].high))
  const free = money.reduce((sum, x, c) => sum + (isFree[c] ? x : 0), 0)
  const total = money.reduce((sum, x) => sum + x, 0)
  const isCapped = task.exact !== null || total >= task.cap * (1 - 1e-6)
  const price =
    free > 0 ? money.reduce((sum, x, c) => sum + (isFree[c] ? x * rates[c] : 0), 0) / free : Math.min(...rates)
  const base = isCapped ? price : task.price
  return {
    budget: isCapped ? price : null,
    channels: rates.map((rate, c) =>
      isFree[c] || near(limits.channels[c].low, limits.channels[c].high) ? 0 : rate - base,
    ),
    groups: limits.groups.map(() => 0),
  }
}
