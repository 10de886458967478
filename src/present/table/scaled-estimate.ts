import type { Estimate } from '../../decision/results.js'

/** An estimate times a number; a negative one exchanges the ends of its interval. */
export function scaledEstimate({ mean, median, sd, q05, q95 }: Estimate, by: number): Estimate {
  const [low, high] = by < 0 ? [q95, q05] : [q05, q95]
  return { mean: mean * by, median: median * by, sd: sd * Math.abs(by), q05: low * by, q95: high * by }
}
