import { exp, log, log1p } from './exp-log.js'
import { logGamma, stirlingCorrection } from './gamma.js'

const HALF_LOG_TWO_PI = 0.9189385332046728
const MAX_TERMS = 100_000
const EPSILON = 1.1102230246251565e-16
const TINY = 1e-300

/**
 * Regularised incomplete beta function: the distribution function at x of a beta variable.
 *
 * @param x in [0, 1]; outside it, or with `a` or `b` not above 0, the result is NaN.
 * @example regularisedBeta(0.5, 2, 2) // 0.5
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) return NaN
  return regularisedBetaPair(x, 1 - x, a, b)
}

/** `regularisedBeta(x, a, b)` where y = 1 - x is known more exactly than by subtraction. */
export function regularisedBetaPair(x: number, y: number, a: number, b: number): number {
  if (!(x >= 0 && y >= 0 && a > 0 && b > 0)) return NaN
  if (x === 0) return 0
  if (y === 0) return 1
  return x * (a + b + 2) <= a + 1 ? betaFraction(x, y, a, b) : 1 - betaFraction(y, x, b, a)
}

/** Logarithm of the beta function; `a` and `b` above 0. Large logarithms are cancelled before they are taken. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < 15) return logGamma(a) + logGamma(b) - logGamma(a + b)
  const sum = a + b
  const corrections = stirlingCorrection(large) - stirlingCorrection(sum)
  const shrink = (0.5 - large) * log1p(small / large)
  if (small < 15) return logGamma(small) + small + shrink - small * log(sum) + corrections
  const both = corrections + stirlingCorrection(small) + HALF_LOG_TWO_PI
  return both + shrink + small * log(small / sum) - 0.5 * log(small)
}

/** Continued fraction by the modified Lentz method; converges fast for x below (a + 1) / (a + b + 2). */
function betaFraction(x: number, y: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) <= 2 * EPSILON) break
  }
  const logX = x < 0.5 ? log(x) : log1p(-y)
  const logY = y < 0.5 ? log(y) : log1p(-x)
  return Math.min(1, (fraction / a) * exp(a * logX + b * logY - logBeta(a, b)))
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
