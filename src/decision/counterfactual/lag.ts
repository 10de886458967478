/** Adds to each period's effect what a lagged KPI carries over from earlier ones: z[t] = e[t] + lambda z[t-1]; in place. */
export function propagate(effect: Float64Array, lambda: number): void {
  if (lambda === 0) return
  for (let t = 1; t < effect.length; t++) effect[t] += lambda * effect[t - 1]
}

/**
 * Weights on direct effects that give the same sum as `weights` on propagated ones: W[t] = w[t] + lambda W[t+1]; after the last entry the
 * weight stays as it is there, for ever.
 */
export function propagatedWeights(weights: Float64Array, lambda: number): Float64Array {
  if (lambda === 0) return weights
  const out = new Float64Array(weights.length)
  let later = weights[weights.length - 1] / (1 - lambda)
  for (let t = weights.length - 1; t >= 0; t--) {
    later = weights[t] + lambda * later
    out[t] = later
  }
  return out
}
