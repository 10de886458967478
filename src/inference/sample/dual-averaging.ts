// Step-size adaptation by dual averaging. Source: Hoffman and Gelman (2014), "The No-U-Turn Sampler", algorithm 5 and section 3.2.

import { exp, log } from '../../numeric/special/exp-log.js'

export interface DualAveraging {
  /** Acceptance to aim at, in (0, 1). */
  readonly target: number
  /** Step size that the iterates are drawn to, 10 times the first guess. */
  readonly mu: number
}

export interface DualAveragingState {
  readonly iteration: number
  readonly errorMean: number
  readonly logStep: number
  readonly logAveragedStep: number
}

const GAMMA = 0.05
const T0 = 10
const KAPPA = 0.75

export function startDualAveraging(
  target: number,
  firstStep: number,
): { parameters: DualAveraging; state: DualAveragingState } {
  const mu = log(10 * firstStep)
  return {
    parameters: { target, mu },
    state: { iteration: 0, errorMean: 0, logStep: log(firstStep), logAveragedStep: log(firstStep) },
  }
}

/** The state after a transition with this acceptance. */
export function adaptStep(
  { target, mu }: DualAveraging,
  state: DualAveragingState,
  acceptance: number,
): DualAveragingState {
  const iteration = state.iteration + 1
  const weight = 1 / (iteration + T0)
  const errorMean = (1 - weight) * state.errorMean + weight * (target - acceptance)
  const logStep = mu - (Math.sqrt(iteration) * errorMean) / GAMMA
  const share = exp(-KAPPA * log(iteration))
  return { iteration, errorMean, logStep, logAveragedStep: share * logStep + (1 - share) * state.logAveragedStep }
}
