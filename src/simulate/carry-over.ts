import type { CarryOver } from './world.js'
import { exp, log, pow } from '../numeric/special/exp-log.js'

/** The share of the effect that may be cut off at the far end. */
const CUT = 1e-10
/** Lags beyond which no effect is followed. */
export const MOST_LAGS = 600

/**
 * Weights of lags 0, 1, 2 … by which a channel's media act, normalised to sum 1.
 *
 * As many lags as hold all but 1e-10 of the effect, at most 600.
 *
 * @example carryOverWeights({ kind: 'none' })  // [1]
 */
export function carryOverWeights(carryOver: CarryOver): Float64Array {
  const raw: number[] = []
  let total = 0
  for (let lag = 0; lag < MOST_LAGS; lag++) {
    const weight = rawWeight(carryOver, lag)
    raw.push(weight)
    total += weight
    const risen = carryOver.kind !== 'delayed' || lag > carryOver.delay
    if (risen && lag > 0 && weight < CUT * 0.1 * total) break
  }
  return Float64Array.from(raw, (weight) => weight / total)
}

/** Media after carry-over: out[t] = Σ_lag weights[lag] · media[t - lag], nothing before the first entry. */
export function carriedOver(media: Float64Array, weights: Float64Array): Float64Array {
  const out = new Float64Array(media.length)
  for (let t = 0; t < media.length; t++) {
    let level = 0
    for (let lag = 0; lag < weights.length && lag <= t; lag++) level += weights[lag] * media[t - lag]
    out[t] = level
  }
  return out
}

function rawWeight(carryOver: CarryOver, lag: number): number {
  switch (carryOver.kind) {
    case 'none':
      return lag === 0 ? 1 : 0
    case 'geometric':
      return lag === 0 ? 1 : pow(carryOver.retention, lag)
    case 'delayed': {
      const distance = lag - carryOver.delay
      return exp(log(carryOver.retention) * distance * distance)
    }
    case 'weibull': {
      const x = (lag + 1) / carryOver.scale
      return (carryOver.shape / carryOver.scale) * pow(x, carryOver.shape - 1) * exp(-pow(x, carryOver.shape))
    }
    case 'two-speed':
    default: {
      const fast = (1 - carryOver.fast) * pow(carryOver.fast, lag)
      const slow = (1 - carryOver.slow) * pow(carryOver.slow, lag)
      return (1 - carryOver.slowShare) * fast + carryOver.slowShare * slow
    }
  }
}
