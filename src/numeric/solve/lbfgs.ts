// Limited-memory BFGS with a strong-Wolfe line search.
// Source: Nocedal and Wright (2006), "Numerical Optimization", algorithms 7.4, 3.5 and 3.6.

import { InputError } from '../../check/errors.js'

/** Returns the value at `x` and fills `gradient`. It may keep neither array, and may return a non-finite value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

export interface MinimiseOptions {
  /** Most line searches. @defaultValue 500 */
  readonly maxSteps?: number
  /** Largest absolute gradient entry at a minimum, relative to the value's size (at least 1). @defaultValue 1e-7 */
  readonly tolerance?: number
  /** Steps remembered. @defaultValue 8 */
  readonly memory?: number
  /** Told of the start and of the point after every step; it may keep neither array. @defaultValue tells nobody */
  readonly observe?: (x: Float64Array, gradient: Float64Array, value: number) => void
}

export interface Minimum {
  readonly x: Float64Array
  readonly value: number
  readonly gradient: Float64Array
  /**
   * `converged`: the gradient is within the tolerance, or what a step could still gain is lost in rounding.
   * `stalled`: no step lowers the value although the gradient says one should; `x` is the best point found.
   */
  readonly status: 'converged' | 'max-steps' | 'stalled'
  readonly steps: number
  /** Calls of the objective. */
  readonly evaluations: number
}

/**
 * Local minimum of a smooth function without constraints.
 *
 * A step to a point where the value or a gradient entry is not finite is rejected and shortened. Memory is allocated
 * once, before the first step.
 *
 * @param start not changed; its value and gradient must be finite.
 * @throws InputError if the objective or its gradient is not finite at `start`.
 * @example minimise((x, g) => ((g[0] = 2 * x[0] - 2), (x[0] - 1) ** 2), Float64Array.of(5)).x // [1]
 */
export function minimise(objective: Objective, start: Float64Array, options: MinimiseOptions = {}): Minimum {
  const { maxSteps = 500, tolerance = 1e-7, memory = 8, observe } = options
  const search = createSearch(objective, start)
  observe?.(search.x, search.gradient, search.value)
  const history = createHistory(start.length, memory)
  let steps = 0
  let status: Minimum['status'] | null = null
  while (status === null) {
    if (isStationary(search, tolerance)) status = 'converged'
    else if (steps >= maxSteps) status = 'max-steps'
    else if (search.idle >= MAX_IDLE) status = gainIsRounding(search, history) ? 'converged' : 'stalled'
    else if (step(search, history)) {
      steps++
      observe?.(search.x, search.gradient, search.value)
    }
    // A step that fails along remembered curvature is tried once more along the gradient itself.
    else if (history.count > 0) history.count = 0
    else status = gainIsRounding(search, history) ? 'converged' : 'stalled'
  }
  return { x: search.x, value: search.value, gradient: search.gradient, status, steps, evaluations: search.evaluations }
}

/** The current point, and a trial point along `direction`. */
interface Search {
  readonly objective: Objective
  readonly direction: Float64Array
  x: Float64Array
  gradient: Float64Array
  value: number
  trialX: Float64Array
  trialGradient: Float64Array
  trialValue: number
  /** Directional derivative at the trial; NaN where the trial is not finite. */
  trialSlope: number
  evaluations: number
  /** Absolute value at the start: keeps an unbounded descent from passing for a flat one. */
  readonly startSize: number
  /** Steps in a row that lowered the value by no more than its rounding. */
  idle: number
}

/** Pairs of steps and gradient changes, a ring of `memory` rows. */
interface History {
  readonly memory: number
  readonly s: Float64Array
  readonly y: Float64Array
  readonly rho: Float64Array
  readonly alpha: Float64Array
  count: number
  newest: number
}

const SUFFICIENT_DECREASE = 1e-4
const CURVATURE = 0.9
const MAX_TRIALS = 40
const MAX_IDLE = 5
/** Changes of the value below this share of it are rounding. */
const ROUNDING = 4e-16

function createSearch(objective: Objective, start: Float64Array): Search {
  const x = start.slice()
  const gradient = new Float64Array(x.length)
  const value = objective(x, gradient)
  if (!Number.isFinite(value) || !allFinite(gradient)) {
    throw new InputError(`The objective and its gradient must be finite at the start; the value is ${value}.`)
  }
  return {
    objective,
    direction: new Float64Array(x.length),
    x,
    gradient,
    value,
    trialX: new Float64Array(x.length),
    trialGradient: new Float64Array(x.length),
    trialValue: value,
    trialSlope: 0,
    evaluations: 1,
    startSize: Math.abs(value),
    idle: 0,
  }
}

function createHistory(n: number, memory: number): History {
  return {
    memory,
    s: new Float64Array(memory * n),
    y: new Float64Array(memory * n),
    rho: new Float64Array(memory),
    alpha: new Float64Array(memory),
    count: 0,
    newest: -1,
  }
}

function isStationary(search: Search, tolerance: number): boolean {
  const bound = tolerance * Math.max(1, Math.min(Math.abs(search.value), search.startSize))
  for (let i = 0; i < search.gradient.length; i++) if (Math.abs(search.gradient[i]) > bound) return false
  return true
}

/** Whether the whole decrease that the last direction promised is below the rounding of the value. */
function gainIsRounding(search: Search, history: History): boolean {
  const promised = gradientStep(search, history) * dot(search.gradient, search.gradient)
  return promised <= 100 * ROUNDING * Math.max(1, Math.abs(search.value))
}

/** One line search from the current point, which it replaces; false if no acceptable point was found. */
function step(search: Search, history: History): boolean {
  fillDirection(search, history)
  let slope = dot(search.direction, search.gradient)
  if (!(slope < 0)) {
    history.count = 0
    fillDirection(search, history)
    slope = dot(search.direction, search.gradient)
  }
  const first = history.count === 0 ? gradientStep(search, history) : 1
  if (!lineSearch(search, slope, first)) return false
  remember(search, history)
  acceptTrial(search)
  return true
}

/** direction = -H gradient by the two-loop recursion. */
function fillDirection(search: Search, history: History): void {
  const { direction, gradient } = search
  const { s, y, rho, alpha, memory, count, newest } = history
  const n = direction.length
  for (let i = 0; i < n; i++) direction[i] = -gradient[i]
  if (count === 0) return
  for (let k = 0; k < count; k++) {
    const row = (newest - k + memory) % memory
    let product = 0
    for (let i = 0; i < n; i++) product += s[row * n + i] * direction[i]
    alpha[row] = product * rho[row]
    for (let i = 0; i < n; i++) direction[i] -= alpha[row] * y[row * n + i]
  }
  const scale = inverseCurvature(search, history, newest)
  for (let i = 0; i < n; i++) direction[i] *= scale
  for (let k = count - 1; k >= 0; k--) {
    const row = (newest - k + memory) % memory
    let product = 0
    for (let i = 0; i < n; i++) product += y[row * n + i] * direction[i]
    const change = alpha[row] - product * rho[row]
    for (let i = 0; i < n; i++) direction[i] += change * s[row * n + i]
  }
}

/** Length of a step along the gradient: by the last curvature seen, else to a distance of at most 1. */
function gradientStep(search: Search, history: History): number {
  if (history.newest >= 0) return inverseCurvature(search, history, history.newest)
  return Math.min(1, 1 / Math.sqrt(dot(search.gradient, search.gradient)))
}

function inverseCurvature(search: Search, history: History, row: number): number {
  const n = search.x.length
  let square = 0
  for (let i = 0; i < n; i++) square += history.y[row * n + i] * history.y[row * n + i]
  return 1 / (history.rho[row] * square)
}

/**
 * Finds a length at which the strong Wolfe conditions hold and leaves it as the trial; failing that, the longest seen
 * with sufficient decrease. Keeps a bracket: at `low` the value still falls, at `high` it has risen or is not finite.
 */
function lineSearch(search: Search, slope: number, first: number): boolean {
  // Near a minimum differences of values are rounding: within it a value counts as no increase.
  const start = search.value + ROUNDING * Math.abs(search.value)
  const bracket = { low: 0, lowValue: search.value, lowSlope: slope, high: Infinity, highValue: NaN, highSlope: NaN }
  let fallback = 0
  let length = first
  for (let trial = 0; trial < MAX_TRIALS && length > bracket.low && length < bracket.high; trial++) {
    evaluateTrial(search, length)
    const enough = search.trialValue <= start + SUFFICIENT_DECREASE * length * slope
    if (enough && Math.abs(search.trialSlope) <= -CURVATURE * slope) return true
    if (enough) fallback = length
    if (enough && search.trialSlope < 0) {
      bracket.low = length
      bracket.lowValue = search.trialValue
      bracket.lowSlope = search.trialSlope
    } else {
      bracket.high = length
      bracket.highValue = search.trialValue
      bracket.highSlope = enough ? search.trialSlope : NaN
    }
    length = nextLength(bracket)
  }
  if (fallback === 0) return false
  evaluateTrial(search, fallback)
  return search.trialValue < search.value
}

interface Bracket {
  readonly low: number
  readonly lowValue: number
  readonly lowSlope: number
  readonly high: number
  /** NaN or infinite where the objective was not finite. */
  readonly highValue: number
  /** NaN where unknown; otherwise above 0. */
  readonly highSlope: number
}

/** Secant on the slopes, or else the parabola through both ends; never close to either of them. */
function nextLength(bracket: Bracket): number {
  const { low, lowValue, lowSlope, high, highValue, highSlope } = bracket
  if (high === Infinity) return 3 * low
  const width = high - low
  if (highSlope > 0) return low + width * clampShare(-lowSlope / (highSlope - lowSlope))
  const rise = highValue - lowValue - lowSlope * width
  if (Number.isFinite(rise) && rise > 0) return low + width * clampShare((-0.5 * lowSlope * width) / rise)
  return low + 0.2 * width
}

function clampShare(share: number): number {
  return Math.min(0.9, Math.max(0.1, share))
}

function evaluateTrial(search: Search, length: number): void {
  const { x, direction, trialX, trialGradient } = search
  for (let i = 0; i < x.length; i++) trialX[i] = x[i] + length * direction[i]
  const value = search.objective(trialX, trialGradient)
  search.evaluations++
  const usable = Number.isFinite(value) && allFinite(trialGradient)
  search.trialValue = usable ? value : Infinity
  search.trialSlope = usable ? dot(direction, trialGradient) : NaN
}

function remember(search: Search, history: History): void {
  const n = search.x.length
  const row = (history.newest + 1) % history.memory
  let product = 0
  let square = 0
  for (let i = 0; i < n; i++) {
    const s = search.trialX[i] - search.x[i]
    const y = search.trialGradient[i] - search.gradient[i]
    history.s[row * n + i] = s
    history.y[row * n + i] = y
    product += s * y
    square += y * y
  }
  // Without positive curvature the pair would spoil the descent direction. The row is then free for the next step.
  if (!(product > 1e-14 * square)) return
  history.rho[row] = 1 / product
  history.newest = row
  history.count = Math.min(history.count + 1, history.memory)
}

function acceptTrial(search: Search): void {
  const { x, gradient } = search
  search.idle = search.value - search.trialValue <= ROUNDING * Math.abs(search.value) ? search.idle + 1 : 0
  search.x = search.trialX
  search.gradient = search.trialGradient
  search.value = search.trialValue
  search.trialX = x
  search.trialGradient = gradient
}

function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false
  return true
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
