import { InputError } from '../../check/errors.js'
import { choleskyInto } from '../../numeric/linalg/cholesky.js'
import { createGenerator } from '../../numeric/random/generator.js'
import type { LogDensity } from '../log-density.js'
import { variancesFromGradient } from './fisher-metric.js'
import { DenseLearner, DiagonalLearner, FixedLearner } from './metric-learner.js'
import type { MetricLearner } from './metric-learner.js'
import { DEEPEST_TREE, NoUTurnSampler } from './no-u-turn.js'
import { requireFiniteStart } from './start-point.js'
import { WarmUp } from './warm-up.js'

export interface ChainOptions {
  /** Transitions that adapt step size and metric, and are not kept; at least 0. */
  readonly warmup: number
  /** Transitions kept; at least 0. */
  readonly draws: number
  readonly seed: number
  /** Number of the chain; with the seed it fixes every random number. */
  readonly chain: number
  /** First state, where the density must be finite; not changed. */
  readonly start: Float64Array
  /** Acceptance that the step size is adapted to, in (0, 1). @defaultValue 0.8 */
  readonly targetAcceptance?: number
  /** Most doublings of a trajectory, from 1 to 20. @defaultValue 10 */
  readonly maxTreeDepth?: number
  /** Variances to begin with, one a coordinate. @defaultValue 1 / |gradient| at the start */
  readonly metric?: Float64Array
  /** A covariance to begin with instead, row-major and positive definite; a dense metric is learned then. */
  readonly covariance?: Float64Array
  /**
   * What is learned of the target's shape: a variance a coordinate, or a covariance, which pays where coordinates are correlated and a
   * gradient costs more than the square of their number; or nothing, only the step size. @defaultValue dense up to 100 coordinates, diagonal
   * above
   */
  readonly adapt?: 'diagonal' | 'dense' | 'step-size'
}

export interface ChainProgress {
  /** Transitions done, warm-up included. */
  readonly iteration: number
  /** Transitions in all. */
  readonly of: number
  readonly phase: 'warmup' | 'draws'
  readonly stepSize: number
  /** Divergent transitions among the draws, or in the warm-up as long as it lasts. */
  readonly divergences: number
  readonly gradients: number
  /** Draws since the last report, indexed by [draw * dimension + coordinate]; empty in the warm-up. A copy. */
  readonly points: Float64Array
  /** Their energies. */
  readonly energy: Float64Array
  /** Mean acceptance probability over all draws so far; NaN in the warm-up. */
  readonly acceptance: number
  /** Trajectories among the draws that only the maximum depth ended. */
  readonly saturatedTrees: number
}

/** The draws of one chain, and how each of them came about. */
export interface ChainResult {
  /** Unconstrained draws, indexed by [draw * dimension + coordinate]. */
  readonly points: Float64Array
  readonly logDensity: Float64Array
  /** Energy of each draw, with its momentum: potential and kinetic. */
  readonly energy: Float64Array
  /** Mean acceptance probability over each draw's trajectory. */
  readonly acceptance: Float64Array
  /** Doublings of each draw's trajectory. */
  readonly treeDepth: Uint8Array
  /** 1 where the trajectory's energy diverged. */
  readonly divergent: Uint8Array
  /** The last points before a divergence among the draws, at most 100. */
  readonly divergences: readonly Float64Array[]
  /** Divergent transitions of the warm-up: no cause for worry by themselves. */
  readonly warmupDivergences: number
  readonly stepSize: number
  /** Diagonal of the inverse mass matrix: the variances that the draws were sampled with. */
  readonly metric: Float64Array
  /** The whole of it, row-major; null where a diagonal was learned. */
  readonly covariance: Float64Array | null
  readonly warmupGradients: number
  /** Gradients of the draws. */
  readonly gradients: number
  /** Trajectories among the draws that only the maximum depth ended. */
  readonly saturatedTrees: number
}

/** Transitions and gradients after which the progress is reported, whichever comes first. */
const REPORT_TRANSITIONS = 50
const REPORT_GRADIENTS = 4000
const MOST_DIVERGENCES = 100
/** Coordinates up to which a dense metric is learned unless asked otherwise. */
export const MOST_DENSE = 100

/**
 * One Markov chain of the No-U-Turn sampler. Its numbers depend on the density, the options and nothing else: neither on `report` nor on
 * other chains, so chains can run anywhere and in any order.
 *
 * @param report called every 50 transitions or 4,000 gradients and at the end of either phase; what it throws ends the chain.
 * @throws StartPointError if the density is not finite at the start.
 * @throws InputError if an option is out of range.
 * @example runChain(density, { warmup: 1000, draws: 1000, seed: 1, chain: 0, start }).points
 */
export function runChain(
  density: LogDensity,
  options: ChainOptions,
  report: (progress: ChainProgress) => void = ignore,
): ChainResult {
  checkOptions(density, options)
  const { warmup, draws, seed, chain, start } = options
  const gradient = requireFiniteStart(density, start)
  const generator = createGenerator(seed, 'chain', chain)
  const maxTreeDepth = options.maxTreeDepth ?? 10
  const variances = options.metric ?? variancesFromGradient(gradient)
  const learner = createLearner(options, variances)
  const sampler = new NoUTurnSampler(density, learner.metric, start)
  const targetAcceptance = options.targetAcceptance ?? 0.8
  const adaptation = new WarmUp({ length: warmup, targetAcceptance, maxTreeDepth }, sampler, learner, generator)
  const record = new ChainRecord(start.length, options, report)
  for (let i = 0; i < warmup; i++) {
    const stepSize = adaptation.stepSize
    sampler.move({ stepSize, maxTreeDepth: adaptation.treeDepth }, generator)
    adaptation.update()
    record.addWarmup(sampler, stepSize)
  }
  const warmupGradients = sampler.gradients
  const stepSize = adaptation.averagedStepSize
  for (let i = 0; i < draws; i++) {
    sampler.move({ stepSize, maxTreeDepth }, generator)
    record.addDraw(sampler, stepSize)
  }
  const metric = new Float64Array(start.length)
  learner.metric.variancesInto(metric)
  const covariance = learner.metric.covariance()
  const gradients = sampler.gradients - warmupGradients
  return { ...record.result(), stepSize, metric, covariance, warmupGradients, gradients }
}

function checkOptions(density: LogDensity, options: ChainOptions): void {
  const { warmup, draws, start, targetAcceptance = 0.8, maxTreeDepth = 10, metric } = options
  for (const [name, value] of [
    ['warmup', warmup],
    ['draws', draws],
  ] as const) {
    if (!(Number.isInteger(value) && value >= 0)) {
      throw new InputError(`\`${name}\` must be a whole number of transitions, at least 0, not ${value}.`)
    }
  }
  if (!(targetAcceptance > 0 && targetAcceptance < 1)) {
    throw new InputError(`\`targetAcceptance\` must lie between 0 and 1, not at ${targetAcceptance}.`)
  }
  if (!(Number.isInteger(maxTreeDepth) && maxTreeDepth >= 1 && maxTreeDepth <= DEEPEST_TREE)) {
    throw new InputError(`\`maxTreeDepth\` must be a whole number from 1 to ${DEEPEST_TREE}, not ${maxTreeDepth}.`)
  }
  const n = density.dimension
  if (start.length !== n) throw new InputError(`\`start\` must have ${n} coordinates, not ${start.length}.`)
  if (metric === undefined) return
  if (metric.length !== n) throw new InputError(`\`metric\` must have ${n} variances, not ${metric.length}.`)
  const bad = metric.findIndex((variance) => !(variance > 0 && variance < Infinity))
  if (bad >= 0) throw new InputError(`\`metric\` must hold finite variances above 0, not ${metric[bad]} at ${bad}.`)
}

function createLearner({ adapt, covariance }: ChainOptions, variances: Float64Array): MetricLearner {
  const n = variances.length
  const factor = covariance === undefined ? null : factorOf(covariance, n)
  const diagonal = covariance?.filter((_, i) => i % (n + 1) === 0) ?? variances
  if (adapt === 'step-size') return new FixedLearner(diagonal, factor)
  const dense = factor !== null || (adapt === undefined ? n <= MOST_DENSE : adapt === 'dense')
  return dense ? new DenseLearner(diagonal, factor) : new DiagonalLearner(diagonal)
}

function factorOf(covariance: Float64Array, n: number): Float64Array {
  if (covariance.length !== n * n)
    throw new InputError(`\`covariance\` must have ${n} x ${n} entries, not ${covariance.length}.`)
  const factor = covariance.slice()
  if (!choleskyInto(factor, n)) throw new InputError('`covariance` must be positive definite.')
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) factor[i * n + j] = 0
  return factor
}

/** Keeps the draws and tells of them. */
class ChainRecord {
  private readonly points: Float64Array
  private readonly logDensity: Float64Array
  private readonly energy: Float64Array
  private readonly acceptance: Float64Array
  private readonly treeDepth: Uint8Array
  private readonly divergent: Uint8Array
  private readonly divergences: Float64Array[] = []
  private warmups = 0
  private draws = 0
  private warmupDivergences = 0
  private drawDivergences = 0
  private saturatedTrees = 0
  private accepted = 0
  private reportedTransitions = 0
  private reportedGradients = 0
  private reportedDraws = 0

  constructor(
    private readonly dimension: number,
    private readonly options: ChainOptions,
    private readonly report: (progress: ChainProgress) => void,
  ) {
    const { draws } = options
    this.points = new Float64Array(draws * dimension)
    this.logDensity = new Float64Array(draws)
    this.energy = new Float64Array(draws)
    this.acceptance = new Float64Array(draws)
    this.treeDepth = new Uint8Array(draws)
    this.divergent = new Uint8Array(draws)
  }

  addWarmup({ transition, gradients }: NoUTurnSampler, stepSize: number): void {
    this.warmups++
    if (transition.divergent) this.warmupDivergences++
    this.tell('warmup', stepSize, gradients)
  }

  addDraw(sampler: NoUTurnSampler, stepSize: number): void {
    const { transition } = sampler
    const draw = this.draws++
    this.points.set(sampler.position, draw * this.dimension)
    this.logDensity[draw] = sampler.value
    this.energy[draw] = transition.energy
    this.acceptance[draw] = transition.acceptance
    this.accepted += transition.acceptance
    this.treeDepth[draw] = transition.treeDepth
    if (transition.saturated) this.saturatedTrees++
    if (transition.divergent) {
      this.divergent[draw] = 1
      this.drawDivergences++
      if (this.divergences.length < MOST_DIVERGENCES) this.divergences.push(sampler.divergedFrom.slice())
    }
    this.tell('draws', stepSize, sampler.gradients)
  }

  private tell(phase: 'warmup' | 'draws', stepSize: number, gradients: number): void {
    const { warmup, draws } = this.options
    const iteration = this.warmups + this.draws
    const due =
      iteration - this.reportedTransitions >= REPORT_TRANSITIONS ||
      gradients - this.reportedGradients >= REPORT_GRADIENTS ||
      iteration === warmup ||
      iteration === warmup + draws
    if (!due) return
    const points = this.points.slice(this.reportedDraws * this.dimension, this.draws * this.dimension)
    const energy = this.energy.slice(this.reportedDraws, this.draws)
    this.reportedTransitions = iteration
    this.reportedGradients = gradients
    this.reportedDraws = this.draws
    const divergences = phase === 'warmup' ? this.warmupDivergences : this.drawDivergences
    this.report({
      iteration,
      of: warmup + draws,
      phase,
      stepSize,
      divergences,
      gradients,
      points,
      energy,
      acceptance: this.accepted / this.draws,
      saturatedTrees: this.saturatedTrees,
    })
  }

  result(): Omit<ChainResult, 'stepSize' | 'metric' | 'covariance' | 'warmupGradients' | 'gradients'> {
    const { points, logDensity, energy, acceptance, treeDepth, divergent, divergences } = this
    const { warmupDivergences, saturatedTrees } = this
    return {
      points,
      logDensity,
      energy,
      acceptance,
      treeDepth,
      divergent,
      divergences,
      warmupDivergences,
      saturatedTrees,
    }
  }
}

function ignore(): void {}
