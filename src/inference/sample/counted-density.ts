import type { LogDensity } from '../log-density.js'

export interface CountedDensity extends LogDensity {
  /** Calls so far. */
  evaluations: number
}

/** The same density, counting its calls. */
export function countEvaluations(density: LogDensity): CountedDensity {
  const counted: CountedDensity = {
    dimension: density.dimension,
    evaluations: 0,
    valueAndGradient(theta, gradient) {
      counted.evaluations++
      return density.valueAndGradient(theta, gradient)
    },
  }
  return counted
}
