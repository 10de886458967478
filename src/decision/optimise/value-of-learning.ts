// What it would be worth to know a channel's return. Source: Strong, Oakley and Brennan (2014), "Estimating Multiparameter Partial Expected Value
// of Perfect Information from a Probabilistic Sensitivity Analysis Sample: A Nonparametric Regression Approach".

import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { Knots } from '../analysis/knots.js'
import type { ResponseTable } from '../analysis/response-table.js'
import type { Estimate } from '../results.js'
import type { AlongPattern } from './along-setting.js'
import { InputError } from '../../check/errors.js'
import { drawKnots, hasQuantity, multipleDraws } from '../analysis/response-table.js'
import { summarise } from '../analysis/summarise.js'
import { expectedReward } from '../budget/settled-splits.js'
import { quantileSorted } from '../../numeric/stats/summary.js'
import { bestAlong } from './along-pattern.js'
import { expectedCurves } from './plan-curves.js'

/** Where more knowledge would pay, in the unit of the objective over the window: money for profit, KPI units for outcome. */
export interface ValueOfLearning {
  /** Knowing every curve exactly before planning: the most that any number of tests could be worth. */
  readonly everything: number
  /** By channel, the most valuable first. */
  readonly channels: readonly LearnedChannel[]
}

export interface LearnedChannel {
  readonly name: string
  /** Knowing the channel's return on today's spend exactly before planning; at least 0. */
  readonly value: number
  /** The return that a test would find: ROAS of today's spend, KPI per unit of money without a value. */
  readonly result: Estimate
  readonly now: 'raised' | 'cut' | 'kept'
  /** The result at which the plan would do the opposite; null where none within reach does. */
  readonly turnsAt: number | null
  /** Probability of a result beyond it; null without one. */
  readonly probability: number | null
}

/** `plan --learn --json`: values over the window and a year, and how they were found. */
export interface LearningDocument extends Omit<ValueOfLearning, 'channels'> {
  readonly method: 'regression on the return of today’s spend, a parabola (Strong, Oakley and Brennan 2014)'
  readonly everythingPerYear: number
  readonly channels: readonly (LearnedChannel & { readonly valuePerYear: number })[]
}

/** @param years length of the window. */
export function learningDocument({ everything, channels }: ValueOfLearning, years: number): LearningDocument {
  return {
    method: 'regression on the return of today’s spend, a parabola (Strong, Oakley and Brennan 2014)',
    everything,
    everythingPerYear: everything / years,
    channels: channels.map((channel) => ({ ...channel, valuePerYear: channel.value / years })),
  }
}

/** Results of a test that plans are made for: the middles of as many equally likely slices. */
const SLICES = 21
/** Draws that the value of knowing everything is taken from. */
const MOST_DRAWS = 250
/** Moves smaller than this share of today's spend are none. */
const UNMOVED = 1e-3

/**
 * Expected value of perfect information, by channel and in all, for the plan that a request along a pattern asks for.
 *
 * By channel: the expected curves of all channels given a test's result (the channel's return on today's spend) are regressed on the result,
 * as parabolas; the best plan on them, for results all over their distribution, is compared with the plan that doesn't know. The value is
 * not negative by construction, so with few draws it leans upwards a little; what a parabola can't follow leans it downwards.
 *
 * @throws InputError for objectives other than profit and outcome of a given, capped or free total.
 */
export function valueOfLearning({
  tables,
  limits,
  task,
}: Pick<AlongPattern, 'tables' | 'limits' | 'task'>): ValueOfLearning {
  if (task.keep !== null || task.quantile !== null || (task.target !== null && task.target.of !== 'marginal-roas')) {
    throw new InputError(
      '--learn values knowledge for the expected profit or outcome: leave out --target, --keep, --quantile and efficiency.',
    )
  }
  const unknowing = bestAlong({ curves: expectedCurves(tables), limits, task }).multiples
  const learning: Learning = { tables, limits, task, unknowing }
  const channels = tables.map((_, c) => learnedChannel(learning, c))
  return { everything: everythingKnown(learning), channels: channels.sort((a, b) => b.value - a.value) }
}

interface Learning extends Pick<AlongPattern, 'tables' | 'limits' | 'task'> {
  /** The plan without further knowledge. */
  readonly unknowing: Float64Array
}

function learnedChannel(learning: Learning, channel: number): LearnedChannel {
  const { tables, unknowing } = learning
  const table = tables[channel]
  const result = multipleDraws(table, 1, hasQuantity(table, 'value') ? 'value' : 'kpi').map(
    (x) => x / table.response.spend,
  )
  const basis = parabolaBasis(result)
  const conditional = tables.map((each) => fittedCells(each, basis, learning.task.quantity))
  const sorted = result.slice().sort()
  const results = Array.from({ length: SLICES }, (_, i) => quantileSorted(sorted, (i + 0.5) / SLICES))
  const plans = results.map((x) =>
    advantageOf(
      learning,
      tables.map((each, c) => curveAt(each, conditional[c], basis.at(x), learning)),
    ),
  )
  const move = unknowing[channel] - 1
  const turn = turningPoint(
    results,
    plans.map(({ multiples }) => multiples[channel] - 1),
    move,
  )
  return {
    name: table.response.channel,
    value: plans.reduce((sum, { gain }) => sum + gain, 0) / SLICES,
    result: summarise(result),
    now: Math.abs(move) <= UNMOVED ? 'kept' : move > 0 ? 'raised' : 'cut',
    turnsAt: turn,
    probability:
      turn === null ? null : result.reduce((n, x) => n + ((move > 0 ? x < turn : x > turn) ? 1 : 0), 0) / result.length,
  }
}

/** What the best plan on some curves brings beyond the unknowing one, and its multiples. */
function advantageOf(
  { limits, task, unknowing }: Learning,
  curves: readonly ExpectedCurve[],
): { gain: number; multiples: Float64Array } {
  const { multiples } = bestAlong({ curves, limits, task })
  const worth = (plan: Float64Array): number =>
    curves.reduce(
      (sum, curve, c) =>
        sum +
        expectedReward(curve, task.quantity, plan[c]) -
        (task.exact === null ? task.price * curve.response.spend * plan[c] : 0),
      0,
    )
  return { gain: Math.max(0, worth(multiples) - worth(unknowing)), multiples }
}

/** The mean advantage of the plan that is best in a draw, over draws spread through all of them. */
function everythingKnown(learning: Learning): number {
  const { tables, task } = learning
  const count = tables[0].response.draws
  const step = Math.max(1, Math.floor(count / MOST_DRAWS))
  const draws = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step)
  const gains = draws.map((draw) => {
    const curves = tables.map((table) => withReward(table, drawKnots(table, draw, task.quantity)))
    return advantageOf(learning, curves).gain
  })
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length
}

function withReward({ response }: ResponseTable, knots: Knots): ExpectedCurve {
  return { response, knots: { kpi: knots, value: knots, gain: knots } }
}

/** Orthonormal polynomials of degree 0 to 2 over the draws of a result. */
interface Basis {
  readonly rows: readonly Float64Array[]
  at(result: number): readonly number[]
}

function parabolaBasis(result: Float64Array): Basis {
  const { mean: centre, sd } = summarise(result)
  const scale = sd > 0 ? sd : 1
  const powers = (x: number): number[] => [1, (x - centre) / scale, ((x - centre) / scale) * ((x - centre) / scale)]
  const raw = [0, 1, 2].map((degree) => result.map((x) => powers(x)[degree]))
  // Gram-Schmidt: `mix[j]` writes polynomial j in the powers.
  const mix: number[][] = []
  const rows: Float64Array[] = []
  for (let j = 0; j < 3; j++) {
    const own = raw[j].slice()
    const weights = [0, 0, 0]
    weights[j] = 1
    rows.forEach((row, i) => {
      const share = dot(own, row)
      row.forEach((x, d) => (own[d] -= share * x))
      mix[i].forEach((weight, degree) => (weights[degree] -= share * weight))
    })
    const size = Math.sqrt(dot(own, own))
    // A result that is the same in every draw has no slope to learn.
    const inverse = size > 1e-9 * Math.sqrt(result.length) ? 1 / size : 0
    rows.push(own.map((x) => x * inverse))
    mix.push(weights.map((weight) => weight * inverse))
  }
  return {
    rows,
    at: (x) => mix.map((weights) => weights.reduce((sum, weight, degree) => sum + weight * powers(x)[degree], 0)),
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d]
  return sum
}

/** Coefficients of reward and slope at every multiple on a basis: three numbers each. */
function fittedCells(
  table: ResponseTable,
  { rows }: Basis,
  quantity: Learning['task']['quantity'],
): { y: number[][]; slope: number[][] } {
  const knots = Array.from({ length: table.response.draws }, (_, d) => drawKnots(table, d, quantity))
  const fit = (of: (each: Knots) => Float64Array): number[][] =>
    Array.from(table.multiples, (_, m) => {
      const column = Float64Array.from(knots, (each) => of(each)[m])
      return rows.map((row) => dot(column, row))
    })
  return { y: fit((each) => each.y), slope: fit((each) => each.slope) }
}

/** A channel's expected curve given a test's result. */
function curveAt(
  table: ResponseTable,
  cells: { readonly y: readonly number[][]; readonly slope: readonly number[][] },
  basis: readonly number[],
  { task }: Learning,
): ExpectedCurve {
  const read = (coefficients: readonly number[][]): Float64Array =>
    Float64Array.from(coefficients, (each) => each.reduce((sum, x, j) => sum + x * basis[j], 0))
  const knots = { x: table.multiples, y: read(cells.y), slope: read(cells.slope) }
  const nothing = { ...knots, y: knots.y.map(() => NaN), slope: knots.slope.map(() => NaN) }
  return { response: table.response, knots: { kpi: nothing, value: nothing, gain: nothing, [task.quantity]: knots } }
}

/** The result, from the likeliest side on, at which a move changes its sign; null where it never does. */
function turningPoint(results: readonly number[], moves: readonly number[], now: number): number | null {
  if (Math.abs(now) <= UNMOVED) return null
  const opposite = (move: number): boolean => (now > 0 ? move < -UNMOVED : move > UNMOVED)
  // A raised channel turns at low results, a cut one at high results: walk towards them.
  const order = results.map((_, i) => (now > 0 ? results.length - 1 - i : i))
  for (let k = 1; k < order.length; k++) {
    const [before, here] = [order[k - 1], order[k]]
    if (!opposite(moves[here]) || opposite(moves[before])) continue
    const share = moves[before] / (moves[before] - moves[here])
    return results[before] + Math.min(1, Math.max(0, share)) * (results[here] - results[before])
  }
  return null
}
