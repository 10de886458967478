import { exp, log, log1p, logistic, softplus } from '../../numeric/special/exp-log.js'
import type { Support } from './prior.js'

/**
 * An increasing map from the whole line to an open interval: identity, exp, or logistic, by which bounds are finite.
 *
 *     none      x = u                          low only   x = low + e^u
 *     high only x = high - e^-u                both       x = low + (high - low) / (1 + e^-u)
 */
export interface SupportMap {
  constrain(u: number): number
  /** dx / du. */
  constrainDerivative(u: number): number
  /** Inverse of `constrain`; infinite at a bound. */
  unconstrain(x: number): number
  /** log dx / du. */
  logJacobian(u: number): number
  logJacobianDerivative(u: number): number
}

/** The map of an interval. */
export function supportMap({ low, high }: Support): SupportMap {
  if (low === -Infinity && high === Infinity) return identity
  if (high === Infinity) return low === 0 ? fromZero : lowerBounded(low)
  if (low === -Infinity) return upperBounded(high)
  return interval(low, high)
}

const identity: SupportMap = {
  constrain: (u) => u,
  constrainDerivative: () => 1,
  unconstrain: (x) => x,
  logJacobian: () => 0,
  logJacobianDerivative: () => 0,
}

const fromZero: SupportMap = {
  constrain: (u) => exp(u),
  constrainDerivative: (u) => exp(u),
  unconstrain: (x) => log(x),
  logJacobian: (u) => u,
  logJacobianDerivative: () => 1,
}

function lowerBounded(low: number): SupportMap {
  return {
    constrain: (u) => low + exp(u),
    constrainDerivative: (u) => exp(u),
    unconstrain: (x) => log(x - low),
    logJacobian: (u) => u,
    logJacobianDerivative: () => 1,
  }
}

function upperBounded(high: number): SupportMap {
  return {
    constrain: (u) => high - exp(-u),
    constrainDerivative: (u) => exp(-u),
    unconstrain: (x) => -log(high - x),
    logJacobian: (u) => -u,
    logJacobianDerivative: () => -1,
  }
}

function interval(low: number, high: number): SupportMap {
  const width = high - low
  const logWidth = log(width)
  return {
    constrain: (u) => low + width * logistic(u),
    constrainDerivative: (u) => width * logistic(u) * logistic(-u),
    unconstrain: (x) => {
      const share = (x - low) / width
      return log(share) - log1p(-share)
    },
    logJacobian: (u) => logWidth - softplus(u) - softplus(-u),
    logJacobianDerivative: (u) => 1 - 2 * logistic(u),
  }
}
