import { exp, expm1, log1p } from './exp-log.js'

/** Hyperbolic tangent, to four units in the last place; odd, with limits -1 and 1. */
export function tanh(x: number): number {
  const size = Math.abs(x)
  if (size > 22) return x < 0 ? -1 : 1
  if (size >= 1) {
    const value = 1 - 2 / (expm1(2 * size) + 2)
    return x < 0 ? -value : value
  }
  const t = expm1(2 * x)
  return x === 0 ? x : t / (t + 2)
}

/** Inverse hyperbolic tangent; -1 and 1 give -Infinity and Infinity, beyond them NaN. */
export function atanh(x: number): number {
  const size = Math.abs(x)
  if (size > 1) return NaN
  const value = 0.5 * log1p((2 * size) / (1 - size))
  return x < 0 || Object.is(x, -0) ? -value : value
}

/** Hyperbolic sine, accurate near 0; overflows to an infinity beyond 710.5. */
export function sinh(x: number): number {
  const size = Math.abs(x)
  const sign = x < 0 ? -0.5 : 0.5
  if (size < 22) {
    const t = expm1(size)
    return x === 0 ? x : sign * (size < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1))
  }
  const half = exp(0.5 * size)
  return sign * half * half
}

/** Hyperbolic cosine, at least 1; overflows to Infinity beyond 710.5. */
export function cosh(x: number): number {
  const half = exp(0.5 * Math.abs(x))
  return 0.5 * half * half + 0.5 / (half * half)
}
