import type { DataSpec, FitSpec, Spec } from './spec.js'

/** A resolved spec without what doesn't change its results: where the data stand, and the seed, which stands beside the hash. */
export type CanonicalSpec = Omit<Spec, 'data' | 'fit'> & {
  readonly data: Pick<DataSpec, 'date' | 'period' | 'weekStarts'> & Partial<Pick<DataSpec, 'aggregate'>>
  readonly fit: Omit<FitSpec, 'seed'>
}

/** What the spec's fingerprint is the hash of: the same for two specs that mean the same model. */
export function canonicalSpec(spec: Spec): CanonicalSpec {
  const { date, period, weekStarts, aggregate } = spec.data
  const { seed: _seed, ...fit } = spec.fit
  return { ...spec, data: { date, period, weekStarts, ...(aggregate ? { aggregate } : {}) }, fit }
}
