import { findRoot } from '../solve/root.js'
import { regularisedBeta, regularisedBetaPair } from './beta.js'
import { log } from './exp-log.js'
import { regularisedGammaQ } from './gamma.js'
import { normalCdf, normalQuantile } from './normal.js'

/**
 * Student's distribution function, P(T <= t), with full relative accuracy in the lower tail.
 *
 * @param t any number. @param df degrees of freedom, above 0; Infinity is the normal distribution.
 * @example studentCdf(-2.131449545559323, 15) // 0.025
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0) || t !== t) return NaN
  if (df === Infinity) return normalCdf(t)
  const upper = studentTail(Math.abs(t), df)
  return t < 0 ? upper : 1 - upper
}

/**
 * Student's quantile: the t with P(T <= t) = p.
 *
 * @param p in [0, 1]; 0 gives -Infinity, 1 gives Infinity. @param df degrees of freedom, above 0.
 * @example studentQuantile(0.975, 15) // 2.131449545559323
 */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return NaN
  if (df === Infinity) return normalQuantile(p)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return p < 0.5 ? -Infinity : Infinity
  let high = Math.max(1, 2 * Math.abs(normalQuantile(tail)))
  while (studentTail(high, df) > tail) high *= 2
  const target = log(tail)
  const size = findRoot((t) => log(studentTail(t, df)) - target, 0, high, 0)
  return p < 0.5 ? -size : size
}

/**
 * Quantile of a beta variable: the x with P(X <= x) = p, to 1e-15 absolute.
 *
 * @param p in [0, 1]; with `p` outside it, or `a` or `b` not above 0, the result is NaN.
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return NaN
  if (p === 0 || p === 1) return p
  return findRoot((x) => regularisedBeta(x, a, b) - p, 0, 1, 1e-15)
}

/** P(X > x) of a chi-square variable; `df` above 0, `x` below 0 gives 1. */
export function chiSquareSurvival(x: number, df: number): number {
  return x <= 0 ? 1 : regularisedGammaQ(0.5 * df, 0.5 * x)
}

/** P(X > f) of an F variable with d1 and d2 degrees of freedom, above 0; `f` below 0 gives 1. */
export function fSurvival(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1
  if (f === Infinity) return 0
  const total = d2 + d1 * f
  return regularisedBetaPair(d2 / total, (d1 * f) / total, 0.5 * d2, 0.5 * d1)
}

/** P(T > t) for t of at least 0. */
function studentTail(t: number, df: number): number {
  const ratio = (t / df) * t
  if (ratio === Infinity) return 0
  return 0.5 * regularisedBetaPair(1 / (1 + ratio), ratio / (1 + ratio), 0.5 * df, 0.5)
}
