// What a chain learns before its first draw: the metric and the step size. Source of the schedule: nuts-rs; of the search for a first
// step size: Hoffman and Gelman (2014), algorithm 4, as in Stan.

import type { Generator } from '../../numeric/random/generator.js'
import { exp } from '../../numeric/special/exp-log.js'
import { adaptStep, startDualAveraging } from './dual-averaging.js'
import type { DualAveraging, DualAveragingState } from './dual-averaging.js'
import type { MetricLearner } from './metric-learner.js'
import type { NoUTurnSampler } from './no-u-turn.js'

/** Share of the warm-up with short windows, and at its end the share in which the metric stays. */
const EARLY_SHARE = 0.3
const LAST_SHARE = 0.15
/** Draws in the first long window; the later ones grow. */
const FIRST_WINDOW = 80
const WINDOW_GROWTH = 1.5
/** Deepest tree while the metric is still a guess: long trajectories along a wrong one are wasted. */
const EARLY_TREE_DEPTH = 5
/** A divergent trajectory teaches only if it got this far. */
const LEAST_USEFUL_INDEX = 4
const FIRST_ACCEPTANCE = 0.8
const LARGEST_STEP = 1e7
const SMALLEST_STEP = 1e-12

export interface WarmUpOptions {
  /** Transitions of the whole warm-up. */
  readonly length: number
  readonly targetAcceptance: number
  readonly maxTreeDepth: number
}

/**
 * Adapts a chain's metric and step size after every transition.
 *
 * Windows of the metric are short in the first 30 % of the warm-up, then hold 80, 120, 180, ... draws; in the last 15 % only the step size
 * is adapted.
 */
export class WarmUp {
  private readonly earlyEnd: number
  private readonly metricEnd: number
  private window = FIRST_WINDOW
  private iteration = 0
  private averaging: { parameters: DualAveraging; state: DualAveragingState }

  constructor(
    private readonly options: WarmUpOptions,
    private readonly sampler: NoUTurnSampler,
    private readonly learner: MetricLearner,
    private readonly generator: Generator,
  ) {
    const { length } = options
    this.earlyEnd = Math.ceil(EARLY_SHARE * length)
    this.metricEnd = Math.max(0, length - Math.ceil(LAST_SHARE * length))
    learner.add(sampler.position, sampler.gradient)
    this.averaging = this.restartAveraging(1)
  }

  /** Step size of the next transition of the warm-up. */
  get stepSize(): number {
    return this.bounded(this.averaging.state.logStep)
  }

  /** Step size to sample with once the warm-up is over: the averaged one. */
  get averagedStepSize(): number {
    return this.bounded(this.averaging.state.logAveragedStep)
  }

  /** Deepest tree of the next transition. */
  get treeDepth(): number {
    const { maxTreeDepth } = this.options
    return this.iteration < this.earlyEnd ? Math.min(EARLY_TREE_DEPTH, maxTreeDepth) : maxTreeDepth
  }

  /** Learns from the sampler's last transition. */
  update(): void {
    const { parameters, state } = this.averaging
    this.averaging = { parameters, state: adaptStep(parameters, state, this.sampler.transition.acceptance) }
    if (this.iteration < this.metricEnd) this.updateMetric()
    this.iteration++
  }

  private updateMetric(): void {
    const { position, gradient, transition } = this.sampler
    const distance = Math.abs(transition.index)
    if (transition.divergent ? distance > LEAST_USEFUL_INDEX : distance > 0) {
      this.learner.add(position, gradient)
    }
    this.switchWindows()
    if (this.learner.update()) this.averaging = this.restartAveraging(this.stepSize)
  }

  /** Forgets old draws when there are enough fresh ones and time for as many again. */
  private switchWindows(): void {
    const early = this.iteration < this.earlyEnd
    const { shortWindow } = this.learner
    const window = early ? shortWindow : Math.max(shortWindow, this.window)
    if (this.learner.fresh < window || this.iteration + window > this.metricEnd) return
    this.learner.forget()
    if (!early) this.window = Math.round(this.window * WINDOW_GROWTH)
  }

  /** Where every step is accepted, as in no dimension or on a flat density, the step size would grow for ever. */
  private bounded(logStep: number): number {
    return this.sampler.position.length === 0 ? 1 : Math.min(LARGEST_STEP, exp(logStep))
  }

  private restartAveraging(guess: number): { parameters: DualAveraging; state: DualAveragingState } {
    return startDualAveraging(this.options.targetAcceptance, this.searchStepSize(guess))
  }

  /** Doubles or halves `guess` until the acceptance of one step crosses 0.8. */
  private searchStepSize(guess: number): number {
    const { sampler, generator } = this
    if (sampler.position.length === 0) return guess
    let step = guess
    let acceptance = sampler.tryStep(step, generator)
    const grow = acceptance > FIRST_ACCEPTANCE
    while (step < LARGEST_STEP && step > SMALLEST_STEP) {
      const next = grow ? 2 * step : 0.5 * step
      acceptance = sampler.tryStep(next, generator)
      if (acceptance > FIRST_ACCEPTANCE !== grow) return grow ? step : next
      step = next
    }
    return step
  }
}
