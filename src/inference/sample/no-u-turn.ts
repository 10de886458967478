// The No-U-Turn sampler with multinomial weights and the generalised criterion. Sources: Hoffman and Gelman (2014), "The No-U-Turn
// Sampler"; Betancourt (2017), "A conceptual introduction to Hamiltonian Monte Carlo", appendix A; the checks between subtrees are Stan's.

import { NumericalError } from '../../check/errors.js'
import type { Generator } from '../../numeric/random/generator.js'
import { exp } from '../../numeric/special/exp-log.js'
import type { LogDensity } from '../log-density.js'
import { createPhasePoint, energyOf, leapfrog } from './leapfrog.js'
import type { PhasePoint } from './leapfrog.js'
import type { Metric } from './metric.js'

/** Energy that a trajectory may gain before it counts as divergent. */
const DIVERGENCE = 1000
/** Logarithm of the largest weight of a state: 2^20 of them still sum to a finite number. */
const LARGEST_LOG_WEIGHT = 690
/** Deepest tree: the trajectory then has 2^20 states. */
export const DEEPEST_TREE = 20

export interface TransitionOptions {
  readonly stepSize: number
  /** Doublings of the trajectory, from 0 to 20. */
  readonly maxTreeDepth: number
}

/** What one transition did; the sampler fills and reuses it. */
export interface Transition {
  /** Mean over the trajectory's new states of min(1, exp(first energy - energy)). */
  acceptance: number
  /** Energy of the chosen state, with its momentum. */
  energy: number
  /** Doublings completed. */
  treeDepth: number
  /** Leapfrog steps, each one gradient. */
  steps: number
  /** Steps from the old state to the chosen one, negative backwards; 0 if the state did not move. */
  index: number
  divergent: boolean
  /** Whether the trajectory was stopped by its depth alone. */
  saturated: boolean
}

/** One end of the trajectory. */
interface End extends PhasePoint {
  index: number
}

/** A stretch of the trajectory: its outer momenta in the order of integration and the sum over its states. */
interface Span {
  first: Float64Array
  last: Float64Array
  readonly sum: Float64Array
}

/** A state that may become the next draw. */
interface Candidate {
  position: Float64Array
  gradient: Float64Array
  value: number
  energy: number
  index: number
}

/**
 * A chain's current state and the transition that leaves its density invariant. Memory is allocated once; a transition allocates nothing.
 *
 * Inside a subtree every state is chosen with its weight exp(first energy - energy); of two subtrees the later one is favoured, which
 * moves farther and is still exact.
 */
export class NoUTurnSampler {
  readonly transition: Transition = {
    acceptance: 0,
    energy: 0,
    treeDepth: 0,
    steps: 0,
    index: 0,
    divergent: false,
    saturated: false,
  }
  /** Gradients computed so far. */
  gradients = 1
  /** The last state before the energy diverged; meaningful only after a divergent transition. */
  readonly divergedFrom: Float64Array
  private readonly left: End
  private readonly right: End
  private readonly tree: Span
  /** Completed stretches of a subtree under construction, largest first, each half as long as the one before it or shorter. */
  private readonly spans: Span[] = []
  private current: Candidate
  private chosen: Candidate
  private fresh: Candidate
  private firstEnergy = 0
  private freshWeight = 0
  private acceptanceSum = 0

  /**
   * @param point start, copied.
   * @throws NumericalError if the density or an entry of its gradient is not finite there.
   */
  constructor(
    private readonly density: LogDensity,
    private readonly metric: Metric,
    point: Float64Array,
  ) {
    const n = density.dimension
    this.divergedFrom = new Float64Array(n)
    this.left = createEnd(n)
    this.right = createEnd(n)
    this.tree = createSpan(n)
    for (let depth = 0; depth <= DEEPEST_TREE; depth++) this.spans.push(createSpan(n))
    this.current = createCandidate(n)
    this.chosen = createCandidate(n)
    this.fresh = createCandidate(n)
    this.current.position.set(point)
    this.current.value = density.valueAndGradient(this.current.position, this.current.gradient)
    const finite = Number.isFinite(this.current.value) && this.current.gradient.every(Number.isFinite)
    if (!finite) throw new NumericalError('A chain cannot start where the log density is not finite')
  }

  get position(): Float64Array {
    return this.current.position
  }

  get gradient(): Float64Array {
    return this.current.gradient
  }

  /** Log density at the current position. */
  get value(): number {
    return this.current.value
  }

  /** Moves to the next state of the chain and describes the move in `transition`. */
  move({ stepSize, maxTreeDepth }: TransitionOptions, generator: Generator): void {
    const { transition, tree } = this
    this.startTree(generator)
    let weight = 1
    let depth = 0
    let forward = true
    let growing = true
    while (growing && depth < maxTreeDepth) {
      const next = generator.integer(2) === 1
      if (next !== forward) turnAround(tree)
      forward = next
      const end = forward ? this.right : this.left
      if (!this.buildSubtree(end, forward ? stepSize : -stepSize, 1 << depth, generator)) {
        growing = false
        break
      }
      if (this.freshWeight >= weight || generator.uniform() * weight < this.freshWeight) {
        const chosen = this.chosen
        this.chosen = this.fresh
        this.fresh = chosen
      }
      weight += this.freshWeight
      growing = appendSpan(tree, this.spans[0], depth === 0)
      depth++
    }
    this.gradients += transition.steps
    transition.acceptance = transition.steps > 0 ? this.acceptanceSum / transition.steps : 0
    transition.treeDepth = depth
    transition.saturated = growing
    this.acceptChosen()
  }

  /**
   * Acceptance probability of one leapfrog step from the current state with a fresh momentum; the state stays. For the search of a first
   * step size.
   */
  tryStep(stepSize: number, generator: Generator): number {
    this.startTree(generator)
    leapfrog(this.density, this.metric, this.right, stepSize)
    this.gradients++
    const change = this.firstEnergy - energyOf(this.right)
    return change >= 0 ? 1 : exp(change)
  }

  /** A tree of the current state alone, with a fresh momentum. */
  private startTree(generator: Generator): void {
    const { left, right, tree, current, chosen, transition } = this
    const { momentum } = left
    for (let i = 0; i < momentum.length; i++) momentum[i] = generator.normal()
    left.value = current.value
    this.firstEnergy = energyOf(left)
    this.acceptanceSum = 0
    left.position.set(current.position)
    left.gradient.set(current.gradient)
    right.position.set(current.position)
    right.gradient.set(current.gradient)
    right.momentum.set(momentum)
    tree.first.set(momentum)
    tree.last.set(momentum)
    tree.sum.set(momentum)
    left.index = 0
    right.index = 0
    copyCandidate(current, chosen)
    chosen.energy = this.firstEnergy
    transition.steps = 0
    transition.divergent = false
  }

  /**
   * Moves an end by `leaves` steps, a power of two. Its states become one span, `spans[0]`, and one candidate, `fresh`; false if the stretch diverges or
   * turns back on itself anywhere.
   */
  private buildSubtree(end: End, stepSize: number, leaves: number, generator: Generator): boolean {
    const { density, metric, spans, transition } = this
    this.freshWeight = 0
    let top = 0
    for (let leaf = 1; leaf <= leaves; leaf++) {
      copy(end.position, this.divergedFrom)
      leapfrog(density, metric, end, stepSize)
      const energy = energyOf(end)
      end.index += stepSize > 0 ? 1 : -1
      transition.steps++
      const logWeight = this.firstEnergy - energy
      if (!(logWeight >= -DIVERGENCE)) {
        transition.divergent = true
        return false
      }
      const weight = exp(logWeight < LARGEST_LOG_WEIGHT ? logWeight : LARGEST_LOG_WEIGHT)
      this.acceptanceSum += weight < 1 ? weight : 1
      this.freshWeight += weight
      if (leaf === 1 || generator.uniform() * this.freshWeight < weight) takeState(this.fresh, end, energy)
      startSpan(spans[top++], end.momentum)
      // Two stretches of equal length become one: as often as the number of leaves is divisible by two.
      for (let rest = leaf; (rest & 1) === 0; rest >>= 1) {
        top--
        if (!appendSpan(spans[top - 1], spans[top], rest === leaf)) return false
      }
    }
    return true
  }

  private acceptChosen(): void {
    const { transition, chosen } = this
    transition.energy = chosen.energy
    transition.index = chosen.index
    this.chosen = this.current
    this.current = chosen
  }
}

function createEnd(n: number): End {
  return { ...createPhasePoint(n), index: 0 }
}

function createSpan(n: number): Span {
  return { first: new Float64Array(n), last: new Float64Array(n), sum: new Float64Array(n) }
}

function createCandidate(n: number): Candidate {
  return { position: new Float64Array(n), gradient: new Float64Array(n), value: 0, energy: 0, index: 0 }
}

function copyCandidate(from: Candidate, to: Candidate): void {
  to.position.set(from.position)
  to.gradient.set(from.gradient)
  to.value = from.value
  to.index = 0
}

function takeState(candidate: Candidate, end: End, energy: number): void {
  copy(end.position, candidate.position)
  copy(end.gradient, candidate.gradient)
  candidate.value = end.value
  candidate.energy = energy
  candidate.index = end.index
}

/** Faster than `set` for the few numbers of a state. */
function copy(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[i]
}

function turnAround(span: Span): void {
  const first = span.first
  span.first = span.last
  span.last = first
}

function startSpan({ first, last, sum }: Span, momentum: Float64Array): void {
  for (let i = 0; i < momentum.length; i++) {
    const value = momentum[i]
    first[i] = value
    last[i] = value
    sum[i] = value
  }
}

/**
 * Makes `a` the stretch of `a` and the stretch `b` that follows it. False if it turns back: if an outer momentum no longer points along
 * the sum, over the whole, or over either part and the first state of the other.
 */
function appendSpan(a: Span, b: Span, single: boolean): boolean {
  const { first, last, sum } = a
  const { first: nextFirst, last: nextLast, sum: nextSum } = b
  let whole = 0
  let wholeEnd = 0
  let near = 0
  let nearEnd = 0
  let far = 0
  let farEnd = 0
  for (let i = 0; i < sum.length; i++) {
    const start = first[i]
    const end = nextLast[i]
    const total = sum[i] + nextSum[i]
    whole += start * total
    wholeEnd += end * total
    if (!single) {
      const nearSum = sum[i] + nextFirst[i]
      near += start * nearSum
      nearEnd += nextFirst[i] * nearSum
      const farSum = nextSum[i] + last[i]
      far += last[i] * farSum
      farEnd += end * farSum
    }
    sum[i] = total
    last[i] = end
  }
  if (!(whole > 0 && wholeEnd > 0)) return false
  return single || (near > 0 && nearEnd > 0 && far > 0 && farEnd > 0)
}
