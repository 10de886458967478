import { exp, log } from './exp-log.js'

const INVERSE_SQRT_PI = 0.5641895835477563

/**
 * Standard normal distribution function, P(Z <= z), with full relative accuracy in the lower tail.
 *
 * @param z any number; -Infinity gives 0, Infinity gives 1, NaN gives NaN.
 * @see Cody (1969), "Rational Chebyshev approximations for the error function".
 * @example normalCdf(-1.959963984540054) // 0.025
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2
  if (x <= 0.46875) return 0.5 + 0.5 * z * Math.SQRT1_2 * erfRatio(x * x)
  const upper = 0.5 * erfcTail(x, Math.abs(z))
  return z < 0 ? upper : 1 - upper
}

/**
 * Standard normal quantile: the z with P(Z <= z) = p.
 *
 * @param p in [0, 1]; 0 gives -Infinity, 1 gives Infinity, anything else outside gives NaN.
 * @see Wichura (1988), algorithm AS 241, PPND16: relative error about 1e-16.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return centralQuantile(q)
  const tail = q < 0 ? p : 1 - p
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN
  const r = Math.sqrt(-log(tail))
  const z = r <= 5 ? ratio(r - 1.6, MIDDLE_TOP, MIDDLE_BOTTOM) : ratio(r - 5, FAR_TOP, FAR_BOTTOM)
  return q < 0 ? -z : z
}

/** AS 241 for |q| up to 0.425, written out: most normal variates come from here. */
function centralQuantile(q: number): number {
  const r = 0.180625 - q * q
  const top =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665
  const bottom =
    ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1
  return (q * top) / bottom
}

/** erf(x) / x as a function of x^2, for x up to 0.46875. */
function erfRatio(y: number): number {
  const top = (((0.18577770618460315 * y + 3.1611237438705655) * y + 113.86415415105016) * y + 377.485237685302) * y
  const bottom = (((y + 23.601290952344122) * y + 244.02463793444417) * y + 1282.6165260773723) * y
  return (top + 3209.3775891384694) / (bottom + 2844.236833439171)
}

/** erfc(x) for x = z / sqrt(2) from 0.46875 up; z itself keeps the exponential exact. */
function erfcTail(x: number, z: number): number {
  if (!(x < 26.7)) return x !== x ? NaN : 0
  const value = x <= 4 ? polynomial(x, ERFC_TOP) / polynomial(x, ERFC_BOTTOM) : farErfc(x)
  const head = Math.floor(z * 16) / 16
  return exp(-0.5 * head * head) * exp(-0.5 * (z - head) * (z + head)) * value
}

function farErfc(x: number): number {
  const y = 1 / (x * x)
  const fraction = (y * polynomial(y, FAR_ERFC_TOP)) / polynomial(y, FAR_ERFC_BOTTOM)
  return (INVERSE_SQRT_PI - fraction) / x
}

function ratio(r: number, top: Float64Array, bottom: Float64Array): number {
  return polynomial(r, top) / polynomial(r, bottom)
}

/** Coefficients from the highest power down. */
function polynomial(x: number, coefficients: Float64Array): number {
  let sum = coefficients[0]
  for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i]
  return sum
}

const ERFC_TOP = Float64Array.of(
  2.1531153547440383e-8,
  0.5641884969886701,
  8.883149794388377,
  66.11919063714163,
  298.6351381974001,
  881.952221241769,
  1712.0476126340707,
  2051.0783778260716,
  1230.3393547979972,
)
const ERFC_BOTTOM = Float64Array.of(
  1,
  15.744926110709835,
  117.6939508913125,
  537.1811018620099,
  1621.3895745666903,
  3290.7992357334597,
  4362.619090143247,
  3439.3676741437216,
  1230.3393548037495,
)
const FAR_ERFC_TOP = Float64Array.of(
  0.016315387137302097,
  0.30532663496123236,
  0.36034489994980445,
  0.12578172611122926,
  0.016083785148742275,
  0.0006587491615298378,
)
const FAR_ERFC_BOTTOM = Float64Array.of(
  1,
  2.568520192289822,
  1.8729528499234673,
  0.5279051029514285,
  0.06051834131244132,
  0.0023352049762686918,
)
const MIDDLE_TOP = Float64Array.of(
  0.0007745450142783414,
  0.022723844989269184,
  0.2417807251774506,
  1.2704582524523684,
  3.6478483247632045,
  5.769497221460691,
  4.630337846156546,
  1.4234371107496835,
)
const MIDDLE_BOTTOM = Float64Array.of(
  1.0507500716444169e-9,
  0.0005475938084995345,
  0.015198666563616457,
  0.14810397642748008,
  0.6897673349851,
  1.6763848301838038,
  2.053191626637759,
  1,
)
const FAR_TOP = Float64Array.of(
  2.0103343992922881e-7,
  0.000027115555687434876,
  0.0012426609473880784,
  0.026532189526576124,
  0.29656057182850487,
  1.7848265399172913,
  5.463784911164114,
  6.657904643501103,
)
const FAR_BOTTOM = Float64Array.of(
  2.0442631033899397e-15,
  1.421511758316446e-7,
  0.000018463183175100548,
  0.0007868691311456133,
  0.014875361290850615,
  0.1369298809227358,
  0.599832206555888,
  1,
)
