import { exp, log, log1p } from './exp-log.js'

const HALF_LOG_TWO_PI = 0.9189385332046728
const STIRLING_FROM = 15
const MAX_TERMS = 100_000
const EPSILON = 1.1102230246251565e-16
const TINY = 1e-300
/** Riemann's zeta(k) - 1 for k from 2. */
const ZETA_LESS_ONE = Float64Array.of(
  0.6449340668482264,
  0.2020569031595943,
  0.08232323371113819,
  0.03692775514336993,
  0.01734306198444914,
  0.008349277381922827,
  0.00407735619794434,
  0.0020083928260822143,
  0.0009945751278180853,
  0.0004941886041194645,
  0.0002460865533080483,
  0.00012271334757848915,
  0.00006124813505870483,
  0.00003058823630702049,
  0.00001528225940865187,
  0.000007637197637899763,
  0.00000381729326499984,
  0.000001908212716553939,
  9.539620338727962e-7,
  4.769329867878064e-7,
  2.38450502727733e-7,
  1.1921992596531106e-7,
  5.960818905125948e-8,
  2.980350351465228e-8,
  1.4901554828365043e-8,
  7.45071178983543e-9,
  3.725334024788457e-9,
)

/**
 * Logarithm of the gamma function, to a few units in the last place, also near its zeros at 1 and 2.
 *
 * @param x above 0; 0 gives Infinity, a negative number or NaN gives NaN.
 * @example logGamma(5) // 3.1780538303479458, the log of 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN
  if (x === Infinity) return Infinity
  if (x < 1e-17) return -log(x)
  if (x >= STIRLING_FROM) return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x)
  if (x >= 0.5 && x < 1.5) return nearTwo(x - 1) - log(x)
  // To [1.5, 2.5], where the series about the zero at 2 is exact to the last digits.
  let product = 1
  let shifted = x
  for (; shifted > 2.5; shifted--) product *= shifted - 1
  for (; shifted < 1.5; shifted++) product /= shifted
  return nearTwo(shifted - 2) + log(product)
}

/**
 * What Stirling's formula leaves out: logGamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2).
 *
 * @param x at least 15.
 */
export function stirlingCorrection(x: number): number {
  const y = 1 / (x * x)
  const tail = 1 / 1260 + y * (-1 / 1680 + y * (1 / 1188 + y * (-691 / 360360 + y * (1 / 156))))
  return (1 / 12 + y * (-1 / 360 + y * tail)) / x
}

/**
 * Derivative of `logGamma`, to about 1e-15 of max(1, |result|).
 *
 * @param x above 0; anything else gives NaN.
 * @example digamma(1) // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN
  let sum = 0
  let shifted = x
  for (; shifted < STIRLING_FROM; shifted++) sum -= 1 / shifted
  const y = 1 / (shifted * shifted)
  const tail = 1 / 252 + y * (-1 / 240 + y * (1 / 132 + y * (-691 / 32760 + y * (1 / 12))))
  return sum + log(shifted) - 0.5 / shifted - y * (1 / 12 + y * (-1 / 120 + y * tail))
}

/**
 * Regularised lower incomplete gamma function: the distribution function at x of a gamma variable of shape a, rate 1.
 *
 * @param a shape, above 0.
 * @param x at least 0; Infinity gives 1. Outside these ranges the result is NaN.
 * @example regularisedGammaP(1, 1) // 0.6321205588285577
 */
export function regularisedGammaP(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN
  if (x === 0) return 0
  if (x === Infinity) return 1
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** 1 - `regularisedGammaP(a, x)`, with full relative accuracy where it is small. */
export function regularisedGammaQ(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN
  if (x === 0) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/** logGamma(2 + w) for |w| up to 1/2: (1 - Euler's constant) w + sum of (-1)^k (zeta(k) - 1) w^k / k. */
function nearTwo(w: number): number {
  let sum = 0
  for (let k = ZETA_LESS_ONE.length + 1; k >= 2; k--) sum = -w * sum + ZETA_LESS_ONE[k - 2] / k
  return w * (0.42278433509846713 + w * sum)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
    term *= x / (a + n)
    sum += term
  }
  return Math.min(1, sum * gammaWeight(a, x))
}

/** Continued fraction by the modified Lentz method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / nonZero(numerator * d + b)
    c = nonZero(b + numerator / c)
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) <= 2 * EPSILON) break
  }
  return Math.min(1, fraction * gammaWeight(a, x))
}

/** x^a exp(-x) / gamma(a), without the cancellation of large logarithms. */
function gammaWeight(a: number, x: number): number {
  if (a < STIRLING_FROM) return exp(a * log(x) - x - logGamma(a))
  const excess = (x - a) / a
  const logRatio = Math.abs(excess) < 0.5 ? log1p(excess) : log(x / a)
  return Math.sqrt(a) * exp(a * (logRatio - excess) - stirlingCorrection(a) - HALF_LOG_TWO_PI)
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
