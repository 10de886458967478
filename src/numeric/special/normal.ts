import { exp, log } from './exp-log.js'

const SQRT_HALF = 0.7071067811865476
const INVERSE_SQRT_PI = 0.5641895835477563

/**
 * Standard normal distribution function, P(Z <= z), with full relative accuracy in the lower tail.
 *
 * @param z any number; -Infinity gives 0, Infinity gives 1, NaN gives NaN.
 * @see Cody (1969), "Rational Chebyshev approximations for the error function".
 * @example normalCdf(-1.959963984540054) // 0.025
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) * SQRT_HALF
  if (x <= 0.46875) return 0.5 + 0.5 * z * SQRT_HALF * erfRatio(x * x)
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
    ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r +
      4.5921953931549871457e4) *
      r +
      1.3731693765509461125e4) *
      r +
      1.9715909503065514427e3) *
      r +
      1.3314166789178437745e2) *
      r +
    3.387132872796366608
  const bottom =
    ((((((5.226495278852545925e3 * r + 2.8729085735721942674e4) * r + 3.930789580009271061e4) * r +
      2.1213794301586595867e4) *
      r +
      5.3941960214247511077e3) *
      r +
      6.871870074920579083e2) *
      r +
      4.2313330701600911252e1) *
      r +
    1
  return (q * top) / bottom
}

/** erf(x) / x as a function of x^2, for x up to 0.46875. */
function erfRatio(y: number): number {
  const top =
    (((1.85777706184603153e-1 * y + 3.1611237438705656) * y + 1.13864154151050156e2) * y + 3.77485237685302021e2) * y
  const bottom = (((y + 2.36012909523441209e1) * y + 2.44024637934444173e2) * y + 1.28261652607737228e3) * y
  return (top + 3.20937758913846947e3) / (bottom + 2.84423683343917062e3)
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
  2.15311535474403846e-8,
  5.64188496988670089e-1,
  8.88314979438837594,
  6.61191906371416295e1,
  2.98635138197400131e2,
  8.8195222124176909e2,
  1.71204761263407058e3,
  2.05107837782607147e3,
  1.23033935479799725e3,
)
const ERFC_BOTTOM = Float64Array.of(
  1,
  1.57449261107098347e1,
  1.17693950891312499e2,
  5.37181101862009858e2,
  1.62138957456669019e3,
  3.29079923573345963e3,
  4.36261909014324716e3,
  3.43936767414372164e3,
  1.23033935480374942e3,
)
const FAR_ERFC_TOP = Float64Array.of(
  1.63153871373020978e-2,
  3.05326634961232344e-1,
  3.60344899949804439e-1,
  1.25781726111229246e-1,
  1.60837851487422766e-2,
  6.58749161529837803e-4,
)
const FAR_ERFC_BOTTOM = Float64Array.of(
  1,
  2.56852019228982242,
  1.87295284992346725,
  5.27905102951428412e-1,
  6.05183413124413191e-2,
  2.33520497626869185e-3,
)
const MIDDLE_TOP = Float64Array.of(
  7.7454501427834140764e-4,
  2.27238449892691845833e-2,
  2.4178072517745061177e-1,
  1.27045825245236838258,
  3.64784832476320460504,
  5.7694972214606914055,
  4.6303378461565452959,
  1.42343711074968357734,
)
const MIDDLE_BOTTOM = Float64Array.of(
  1.05075007164441684324e-9,
  5.475938084995344946e-4,
  1.51986665636164571966e-2,
  1.4810397642748007459e-1,
  6.8976733498510000455e-1,
  1.6763848301838038494,
  2.05319162663775882187,
  1,
)
const FAR_TOP = Float64Array.of(
  2.01033439929228813265e-7,
  2.71155556874348757815e-5,
  1.2426609473880784386e-3,
  2.6532189526576123093e-2,
  2.9656057182850489123e-1,
  1.7848265399172913358,
  5.4637849111641143699,
  6.6579046435011037772,
)
const FAR_BOTTOM = Float64Array.of(
  2.04426310338993978564e-15,
  1.4215117583164458887e-7,
  1.8463183175100546818e-5,
  7.868691311456132591e-4,
  1.48753612908506148525e-2,
  1.3692988092273580531e-1,
  5.9983220655588793769e-1,
  1,
)
