import { normalCdf, normalQuantile } from '../../numeric/special/normal.js'
import type { Prior } from './prior.js'

type TruncatedNormal = Extract<Prior, { distribution: 'truncated-normal' }>

/** Mass that the untruncated normal has between the bounds; exact in either tail. */
export function truncatedMass(prior: TruncatedNormal): number {
  const { low, high } = lowerTail(prior)
  return normalCdf(high) - normalCdf(low)
}

/** Share of the truncated mass below `x`. */
export function truncatedCdf(prior: TruncatedNormal, x: number): number {
  if (x <= prior.low) return 0
  if (x >= prior.high) return 1
  const { low, high, sign } = lowerTail(prior)
  const z = (sign * (x - prior.mean)) / prior.sd
  const below = (normalCdf(z) - normalCdf(low)) / (normalCdf(high) - normalCdf(low))
  return sign > 0 ? below : 1 - below
}

/** Inverse of `truncatedCdf`, kept within the bounds. */
export function truncatedQuantile(prior: TruncatedNormal, p: number): number {
  const { low, high, sign } = lowerTail(prior)
  const start = normalCdf(low)
  const z = normalQuantile(start + (sign > 0 ? p : 1 - p) * (normalCdf(high) - start))
  return Math.min(prior.high, Math.max(prior.low, prior.mean + sign * prior.sd * z))
}

/** Standardised bounds, mirrored into the lower tail where both lie in the upper one: differences there lose no digits. */
function lowerTail(prior: TruncatedNormal): { low: number; high: number; sign: 1 | -1 } {
  const low = (prior.low - prior.mean) / prior.sd
  const high = (prior.high - prior.mean) / prior.sd
  return low > 0 ? { low: -high, high: -low, sign: -1 } : { low, high, sign: 1 }
}
