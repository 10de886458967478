// Root and minimum of a function of one variable. Source: Brent (1973), "Algorithms for Minimization without Derivatives".

import { InputError } from '../../check/errors.js'

const GOLDEN_SHARE = 0.3819660112501051
const EPSILON = 2.220446049250313e-16

/**
 * A root of a continuous function between two points of opposite sign.
 *
 * @param tolerance half the width of the final bracket, absolute; rounding of the root is added. @defaultValue 1e-12
 * @returns a point within the tolerance of a sign change.
 * @throws InputError if the function has the same sign, or is NaN, at both ends.
 * @example findRoot((x) => x * x - 2, 0, 2) // 1.4142135623730951
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 1e-12): number {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa < 0 !== fb < 0) || fa !== fa || fb !== fb) {
    throw new InputError(`A root needs opposite signs at the ends; f(${low}) = ${fa} and f(${high}) = ${fb}.`)
  }
  let c = a
  let fc = fa
  let step = b - a
  let before = step
  for (;;) {
    if (fb < 0 === fc < 0) {
      c = a
      fc = fa
      step = b - a
      before = step
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b
      b = c
      c = a
      fa = fb
      fb = fc
      fc = fa
    }
    const margin = 2 * EPSILON * Math.abs(b) + 0.5 * tolerance
    const half = 0.5 * (c - b)
    if (Math.abs(half) <= margin || fb === 0) return b
    const next = interpolate({ a, b, c, fa, fb, fc, before, margin })
    before = next === null ? half : step
    step = next ?? half
    a = b
    fa = fb
    b += Math.abs(step) > margin ? step : half > 0 ? margin : -margin
    fb = f(b)
  }
}

/**
 * The minimum of a function of one variable inside an interval, by golden sections and parabolas.
 *
 * @param tolerance width within which the minimum is found, absolute; about 1.5e-8 of its size is added, below which
 * values of the function no longer differ. @defaultValue 1e-8
 * @returns the point and the value there. With several local minima inside the interval, one of them.
 * @example minimiseScalar((x) => (x - 1) * (x - 1), 0, 3).x // 1
 */
export function minimiseScalar(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-8,
): { readonly x: number; readonly value: number } {
  let a = Math.min(low, high)
  let b = Math.max(low, high)
  let x = a + GOLDEN_SHARE * (b - a)
  let w = x
  let v = x
  let fx = f(x)
  let fw = fx
  let fv = fx
  let step = 0
  let before = 0
  for (;;) {
    const middle = 0.5 * (a + b)
    const margin = 1.5e-8 * Math.abs(x) + tolerance / 3
    if (Math.abs(x - middle) <= 2 * margin - 0.5 * (b - a)) return { x, value: fx }
    const jump = parabola({ x, w, v, fx, fw, fv, before, margin, a, b })
    if (jump === null) {
      before = x < middle ? b - x : a - x
      step = GOLDEN_SHARE * before
    } else {
      before = step
      const near = x + jump - a < 2 * margin || b - x - jump < 2 * margin
      step = near ? (x < middle ? margin : -margin) : jump
    }
    const u = x + (Math.abs(step) >= margin ? step : step > 0 ? margin : -margin)
    const fu = f(u)
    if (fu <= fx) {
      if (u < x) b = x
      else a = x
      v = w
      fv = fw
      w = x
      fw = fx
      x = u
      fx = fu
    } else {
      if (u < x) a = u
      else b = u
      if (fu <= fw || w === x) {
        v = w
        fv = fw
        w = u
        fw = fu
      } else if (fu <= fv || v === x || v === w) {
        v = u
        fv = fu
      }
    }
  }
}

interface RootState {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly fa: number
  readonly fb: number
  readonly fc: number
  readonly before: number
  readonly margin: number
}

/** Secant or inverse quadratic step from b; null where bisection is safer. */
function interpolate({ a, b, c, fa, fb, fc, before, margin }: RootState): number | null {
  if (Math.abs(before) < margin || Math.abs(fa) <= Math.abs(fb)) return null
  const s = fb / fa
  let p = (c - b) * s
  let q = 1 - s
  if (a !== c) {
    const r = fb / fc
    const t = fa / fc
    p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1))
    q = (t - 1) * (r - 1) * (s - 1)
  }
  if (p > 0) q = -q
  p = Math.abs(p)
  return 2 * p < Math.min(1.5 * (c - b) * q - Math.abs(margin * q), Math.abs(before * q)) ? p / q : null
}

interface MinimumState {
  readonly x: number
  readonly w: number
  readonly v: number
  readonly fx: number
  readonly fw: number
  readonly fv: number
  readonly before: number
  readonly margin: number
  readonly a: number
  readonly b: number
}

/** Step from x to the vertex of the parabola through x, w, v; null where a golden section is safer. */
function parabola({ x, w, v, fx, fw, fv, before, margin, a, b }: MinimumState): number | null {
  if (Math.abs(before) <= margin) return null
  const r = (x - w) * (fx - fv)
  let q = (x - v) * (fx - fw)
  let p = (x - v) * q - (x - w) * r
  q = 2 * (q - r)
  if (q > 0) p = -p
  q = Math.abs(q)
  if (Math.abs(p) >= Math.abs(0.5 * q * before) || p <= q * (a - x) || p >= q * (b - x)) return null
  return p / q
}
