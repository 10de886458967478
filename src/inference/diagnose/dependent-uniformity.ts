// Whether values that depend on each other, as those of leave-one-out predictions do, are uniform. Source: Tesso and Vehtari (2026),
// arXiv:2603.02928: a p-value for every value, combined by Cauchy's distribution, which dependence hardly moves.

import { InputError } from '../../check/errors.js'
import { regularisedBeta } from '../../numeric/special/beta.js'
import { atan, cos, sin } from '../../numeric/special/trigonometry.js'

export interface DependentUniformity {
  /** One p-value a value, in the order of the values in ascending order. */
  readonly pointwise: Float64Array
  /** The p-value of all together. */
  readonly p: number
}

/**
 * The test of ordered values: each against its place, the most sensitive to departures everywhere.
 *
 * @param values in [0, 1], at least one, in any order.
 * @throws InputError for no value, or one outside [0, 1].
 */
export function orderedUniformity(values: Float64Array): DependentUniformity {
  const sorted = sortedUniform(values)
  const n = sorted.length
  return combined(
    sorted.map((u, i) => twoSided(regularisedBeta(u, i + 1, n - i), 1 - regularisedBeta(u, i + 1, n - i))),
    'below-half',
  )
}

/** The test of ranks: how many values are at or below each; arguments as for `orderedUniformity`. */
export function rankUniformity(values: Float64Array): DependentUniformity {
  const sorted = sortedUniform(values)
  const n = sorted.length
  return combined(
    sorted.map((u) => {
      const rank = sorted.findLastIndex((value) => value <= u) + 1
      return twoSided(
        rank === n ? 1 : 1 - regularisedBeta(u, rank + 1, n - rank),
        regularisedBeta(u, rank, n - rank + 1),
      )
    }),
    'below-half',
  )
}

/** The test of extremes: each value against the ends, the most sensitive to tails that are too light or heavy; arguments as above. */
export function extremeUniformity(values: Float64Array): DependentUniformity {
  return combined(
    sortedUniform(values).map((u) => twoSided(u, 1 - u)),
    'all',
  )
}

function sortedUniform(values: Float64Array): Float64Array {
  const wrong = values.find((value) => !(value >= 0 && value <= 1))
  if (wrong !== undefined) throw new InputError(`\`values\` must be in [0, 1], not ${wrong}.`)
  if (values.length === 0) throw new InputError('`values` must hold at least one value, not none.')
  return values.slice().sort()
}

function twoSided(lower: number, upper: number): number {
  return Math.max(0, Math.min(1, 2 * lower, 2 * upper))
}

/** 1/2 - atan(mean tan((1/2 - p) pi)) / pi, written so that small p-values keep their digits; 1/2 where none counts. */
function combined(pointwise: Float64Array, counted: 'below-half' | 'all'): DependentUniformity {
  const used = counted === 'all' ? pointwise : pointwise.filter((p) => p < 0.5)
  if (used.length === 0) return { pointwise, p: 0.5 }
  const cotangent = used.reduce((total, p) => total + cos(Math.PI * p) / sin(Math.PI * p), 0) / used.length
  const angle = cotangent > 0 ? atan(1 / cotangent) : Math.PI / 2 - atan(cotangent)
  return { pointwise, p: angle / Math.PI }
}
