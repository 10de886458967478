import { findRoot } from '../../numeric/solve/root.js'

/** What `refineRoot` works on: a function that is costly, a cheap one close to it, and where the sign changes. */
export interface RefineRootProblem {
  readonly exact: (x: number) => number
  readonly near: (x: number) => number
  /** `exact` is positive at `low` and not positive at `high`; low < high. */
  readonly low: number
  readonly high: number
}

/**
 * A falling root of a costly function, from the root of a cheap one near it: two or three evaluations where the two are close.
 *
 * Secant steps kept inside the bracket, bisection where a step would leave it. Relative error of the root about 1e-10.
 */
export function refineRoot({ exact, near, low, high }: RefineRootProblem): number {
  let a = low
  let b = high
  let x = near(low) > 0 && near(high) < 0 ? findRoot(near, low, high, 1e-10 * high) : 0.5 * (low + high)
  let slope = centralSlope(near, x, 1e-4 * (high - low))
  let before: { readonly x: number; readonly value: number } | null = null
  for (let evaluations = 0; evaluations < 100; evaluations++) {
    const value = exact(x)
    if (value === 0) return x
    if (value > 0) a = x
    else b = x
    if (before !== null) slope = (value - before.value) / (x - before.x)
    const step = x - value / slope
    const next = step > a && step < b ? step : 0.5 * (a + b)
    if (Math.abs(next - x) <= 1e-7 * x || b - a <= 1e-12 * b) return next
    before = { x, value }
    x = next
  }
  return x
}

function centralSlope(f: (x: number) => number, x: number, step: number): number {
  return (f(x + step) - f(x - step)) / (2 * step)
}
