import type { Support } from '../prior/prior.js'

/** One parameter of a transform: its name in the spec and in draws, and where it may lie. */
export interface TransformParameter {
  readonly name: string
  readonly support: Support
}

/**
 * Carry-over of media: a linear, causal map with weights that sum to one, so the result keeps the unit of its input.
 *
 * `before` is the level media are held to have had in every period before the first row (0, or a steady state).
 * `length` is the number of weights (lags 0 to length - 1); Infinity only for geometric, which is then a recursion.
 */
export interface Adstock {
  readonly kind: AdstockKind
  readonly parameters: readonly TransformParameter[]
  /** Weights of lags 0 to `out.length - 1`, normalised over `length` lags (over all lags if infinite). */
  weightsInto(parameters: Float64Array, length: number, out: Float64Array): void
  /** Fills `out` (length of `x`) with the adstocked media. */
  applyInto(x: Float64Array, before: number, length: number, parameters: Float64Array, out: Float64Array): void
  /**
   * Pullback: given the gradient of a scalar in `out`, ADDS to `parametersGradient` and, unless null, WRITES the gradient
   * in `x`. `adstocked` is what `applyInto` filled; `scratch` has at least `x.length + 4 * (finite length)` places.
   */
  pullback(
    x: Float64Array,
    before: number,
    length: number,
    parameters: Float64Array,
    adstocked: Float64Array,
    outGradient: Float64Array,
    parametersGradient: Float64Array,
    xGradient: Float64Array | null,
    scratch: Float64Array,
  ): void
}

export type AdstockKind = 'none' | 'geometric' | 'delayed' | 'binomial' | 'weibull-density' | 'weibull-survival'

/**
 * Diminishing response: an elementwise, non-decreasing map with value 0 at 0 and, where the family has one, ceiling 1.
 *
 * Parameters are in the unit of the input. Below `linearBelow` the map is continued as a straight line through 0, so that
 * slopes below 1 give no infinite derivative.
 */
export interface Saturation {
  readonly kind: SaturationKind
  readonly parameters: readonly TransformParameter[]
  applyInto(a: Float64Array, parameters: Float64Array, linearBelow: number, out: Float64Array): void
  /** Pullback as for adstock: ADDS to `parametersGradient`, WRITES `aGradient` unless null. `saturated` is what `applyInto` filled. */
  pullback(
    a: Float64Array,
    parameters: Float64Array,
    linearBelow: number,
    saturated: Float64Array,
    outGradient: Float64Array,
    parametersGradient: Float64Array,
    aGradient: Float64Array | null,
  ): void
}

export type SaturationKind = 'none' | 'hill' | 'logistic' | 'tanh' | 'michaelis-menten' | 'power' | 'log'
