import { studentQuantile } from '../special/distributions.js'
import { normalQuantile } from '../special/normal.js'

/** One observation, and the cluster that it shares with others. */
export interface Clustered {
  readonly cluster: string
  readonly value: number
}

/** A mean over observations with its 95 % confidence interval. */
export interface ClusteredFigure {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Observations and clusters. */
  readonly count: number
  readonly clusters: number
}

const CONFIDENCE = 0.95

/**
 * Mean of observations that come in clusters, with Student's interval from the cluster-robust (sandwich) standard error: observations of
 * one cluster err together, so they are not that many independent ones.
 *
 * @returns null without observations; the interval is infinite with a single cluster.
 */
export function clusteredMean(observations: readonly Clustered[]): ClusteredFigure | null {
  const moments = clusteredMoments(observations)
  if (moments === null) return null
  const { mean, variance, count, clusters } = moments
  const reach = clusters > 1 ? studentQuantile((1 + CONFIDENCE) / 2, clusters - 1) * Math.sqrt(variance) : Infinity
  return { value: mean, low: mean - reach, high: mean + reach, count, clusters }
}

/**
 * Share of observations (each 0 to 1) with Wilson's interval, counted as so many independent ones as would have the same standard error;
 * where all are 0 or all are 1, as many as there are clusters.
 *
 * @returns null without observations.
 */
export function clusteredShare(observations: readonly Clustered[]): ClusteredFigure | null {
  const moments = clusteredMoments(observations)
  if (moments === null) return null
  const { mean: p, variance, count, clusters } = moments
  const effective = variance > 0 ? Math.min(count, (p * (1 - p)) / variance) : clusters
  const z = normalQuantile((1 + CONFIDENCE) / 2)
  const scale = 1 + (z * z) / effective
  const centre = (p + (z * z) / (2 * effective)) / scale
  const reach = (z / scale) * Math.sqrt((p * (1 - p)) / effective + (z * z) / (4 * effective * effective))
  return { value: p, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach), count, clusters }
}

function clusteredMoments(
  observations: readonly Clustered[],
): { mean: number; variance: number; count: number; clusters: number } | null {
  const count = observations.length
  if (count === 0) return null
  const mean = observations.reduce((sum, { value }) => sum + value, 0) / count
  const residuals = new Map<string, number>()
  for (const { cluster, value } of observations) residuals.set(cluster, (residuals.get(cluster) ?? 0) + value - mean)
  const clusters = residuals.size
  let squares = 0
  for (const residual of residuals.values()) squares += residual * residual
  const correction = clusters > 1 ? clusters / (clusters - 1) : 1
  return { mean, variance: (correction * squares) / (count * count), count, clusters }
}
