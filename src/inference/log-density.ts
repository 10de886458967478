/** A log density on unconstrained parameters: all that an optimiser or a sampler may know of its target. */
export interface LogDensity {
  readonly dimension: number
  /** Log density at `theta`, -Infinity outside its support; fills `gradient`. */
  valueAndGradient(theta: Float64Array, gradient: Float64Array): number
}
