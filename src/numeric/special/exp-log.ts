// Exponential, logarithm and power with a fixed operation order: only + - * / and table look-ups, so that every
// JavaScript engine gives the same bits. Source of the table method: ARM optimized-routines, math/exp.c and math/log.c.

import {
  EXP_STEPS,
  EXP_TAIL,
  EXP_VALUE,
  LN2_HIGH,
  LN2_LOW,
  LOG_CENTRE,
  LOG_FIRST_WORD,
  LOG_HIGH,
  LOG_INVERSE,
  LOG_LOW,
  POWER_OF_TWO,
} from './exp-log-tables.js'

const STEPS_PER_NAT = 184.6649652337873
const STEP_HIGH = LN2_HIGH / EXP_STEPS
const STEP_LOW = LN2_LOW / EXP_STEPS
/** Adding and subtracting it rounds to the nearest whole number. */
const TO_WHOLE = 6755399441055744
const EXP_OVERFLOW = 709.782712893384
const EXP_UNDERFLOW = -745.1332191019412
const SMALLEST_NORMAL = 2.2250738585072014e-308

const bits = new Float64Array(1)
const words = new Int32Array(bits.buffer)
bits[0] = 1
const highWord = words[1] !== 0 ? 1 : 0

/**
 * The exponential, to 0.51 units in the last place.
 *
 * @param x any number. Above 709.78 the result is Infinity, below -745.13 it is 0; NaN gives NaN.
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expEdge(x)
  const whole = x * STEPS_PER_NAT + TO_WHOLE - TO_WHOLE
  const r = x - whole * STEP_HIGH - whole * STEP_LOW
  const step = whole | 0
  const i = step & 127
  const scale = EXP_VALUE[i] * POWER_OF_TWO[(step >> 7) + 1074]
  const r2 = r * r
  return scale + scale * (EXP_TAIL[i] + r + r2 * (0.5 + r * (1 / 6)) + r2 * r2 * (1 / 24 + r * (1 / 120)))
}

/**
 * `exp` of every entry, to the same bits; `out` may be `x`. It repeats the body of `exp`, because a call that an engine does not put in place
 * allocates its argument and its result.
 */
export function expInto(x: Float64Array, out: Float64Array): void {
  for (let t = 0; t < out.length; t++) {
    const value = x[t]
    if (!(value > -708 && value < 709)) {
      out[t] = expEdge(value)
      continue
    }
    const whole = value * STEPS_PER_NAT + TO_WHOLE - TO_WHOLE
    const r = value - whole * STEP_HIGH - whole * STEP_LOW
    const step = whole | 0
    const i = step & 127
    const scale = EXP_VALUE[i] * POWER_OF_TWO[(step >> 7) + 1074]
    const r2 = r * r
    out[t] = scale + scale * (EXP_TAIL[i] + r + r2 * (0.5 + r * (1 / 6)) + r2 * r2 * (1 / 24 + r * (1 / 120)))
  }
}

/**
 * The natural logarithm, to 0.8 units in the last place.
 *
 * @param x any number. 0 gives -Infinity, a negative number NaN, Infinity gives Infinity.
 * @example log(2) // 0.6931471805599453
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logEdge(x)
  bits[0] = x
  const offset = words[highWord] - LOG_FIRST_WORD
  const octave = offset >> 20
  const i = (offset >> 12) & 255
  const r = (x * POWER_OF_TWO[1074 - octave] - LOG_CENTRE[i]) * LOG_INVERSE[i]
  const base = octave * LN2_HIGH + LOG_HIGH[i]
  const high = base + r
  const low = base - high + r + (octave * LN2_LOW + LOG_LOW[i])
  const r2 = r * r
  const series = r * (1 / 3) - 0.5 + r2 * (r * 0.2 - 0.25 + r2 * (r * (1 / 7) - 1 / 6))
  return low + r2 * series + high
}

/** `log` of every entry from place `from` on, to the same bits; `out` may be `x`. It repeats the body of `log`, as `expInto` does. */
export function logInto(x: Float64Array, out: Float64Array, from = 0): void {
  for (let t = from; t < x.length; t++) {
    const value = x[t]
    if (!(value >= SMALLEST_NORMAL && value < Infinity)) {
      out[t] = logEdge(value)
      continue
    }
    bits[0] = value
    const offset = words[highWord] - LOG_FIRST_WORD
    const octave = offset >> 20
    const i = (offset >> 12) & 255
    const r = (value * POWER_OF_TWO[1074 - octave] - LOG_CENTRE[i]) * LOG_INVERSE[i]
    const base = octave * LN2_HIGH + LOG_HIGH[i]
    const high = base + r
    const low = base - high + r + (octave * LN2_LOW + LOG_LOW[i])
    const r2 = r * r
    const series = r * (1 / 3) - 0.5 + r2 * (r * 0.2 - 0.25 + r2 * (r * (1 / 7) - 1 / 6))
    out[t] = low + r2 * series + high
  }
}

/**
 * exp(x) - 1 without cancellation near 0, to 2.1 units in the last place.
 *
 * @param x any number; -Infinity gives -1, Infinity gives Infinity, -0 gives -0.
 * @example expm1(1e-20) // 1e-20
 */
export function expm1(x: number): number {
  if (!(x > -40 && x < 709)) return x >= 709 ? exp(x) : x <= -40 ? -1 : NaN
  if (x === 0) return x
  const whole = x * STEPS_PER_NAT + TO_WHOLE - TO_WHOLE
  const r = x - whole * STEP_HIGH - whole * STEP_LOW
  const step = whole | 0
  const i = step & 127
  const scale = EXP_VALUE[i] * POWER_OF_TWO[(step >> 7) + 1074]
  const r2 = r * r
  const high = r2 * (1 / 24 + r * (1 / 120) + r2 * (1 / 720))
  const low = EXP_TAIL[i] + (r + (r2 * (0.5 + r * (1 / 6)) + r2 * high))
  return scale - 1 + scale * low
}

/**
 * log(1 + x) without cancellation near 0, to 1.2 units in the last place.
 *
 * @param x above -1; -1 gives -Infinity, below it NaN, Infinity gives Infinity, -0 gives -0.
 * @example log1p(1e-20) // 1e-20
 */
export function log1p(x: number): number {
  const sum = 1 + x
  if (sum === 1 || x === Infinity) return x
  if (!(sum > 0)) return log(sum)
  const lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
  return log(sum) + lost / sum
}

/**
 * x to the power y, to 0.51 units in the last place; exact where the result is.
 *
 * @param x base; a negative base needs a whole exponent, otherwise the result is NaN.
 * @param y exponent; 0 gives 1 for every base.
 * @example pow(10, 3) // 1000
 */
export function pow(x: number, y: number): number {
  if (!(x > 0 && x < Infinity && y > -1e18 && y < 1e18)) return powEdge(x, y)
  const scaleUp = x < SMALLEST_NORMAL ? 54 : 0
  const normal = scaleUp === 0 ? x : x * 18014398509481984
  bits[0] = normal
  const offset = words[highWord] - LOG_FIRST_WORD
  const power = offset >> 20
  const octave = power - scaleUp
  const i = (offset >> 12) & 255
  const c = LOG_CENTRE[i]
  // 1 + r + rLow = mantissa / c, to twice the precision.
  const distance = normal * POWER_OF_TWO[1074 - power] - c
  const r = distance * LOG_INVERSE[i]
  const rHead = Math.fround(r)
  const rRest = r - rHead
  const rLow = (distance - rHead * c - rRest * c) * LOG_INVERSE[i]
  const r2 = r * r
  const r2Low = rHead * rHead - r2 + 2 * rHead * rRest + rRest * rRest
  // ln x = high + low, to twice the precision.
  const base = octave * LN2_HIGH + LOG_HIGH[i]
  const first = base + r
  const firstLow = base - first + r
  const second = first - 0.5 * r2
  const secondLow = first - second - 0.5 * r2
  const series = 1 / 3 - r * 0.25 + r2 * (0.2 - r * (1 / 6) + r2 * (1 / 7 - r * 0.125))
  const small = octave * LN2_LOW + LOG_LOW[i] + (rLow - 0.5 * r2Low - r * rLow) + r * r2 * series
  const tail = firstLow + secondLow + small
  const high = second + tail
  const low = second - high + tail
  const yHead = Math.fround(y)
  const yRest = y - yHead
  const highHead = Math.fround(high)
  const highRest = high - highHead
  const product = y * high
  const lost = yHead * highHead - product + yHead * highRest + yRest * highHead + yRest * highRest + y * low
  return expOfSum(product, lost)
}

/** 1 / (1 + exp(-x)), in [0, 1]; exact to about two units in the last place at both ends. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x))
  const e = exp(x)
  return e / (1 + e)
}

/** log(1 + exp(x)), never overflowing: x for large x, exp(x) for very negative x. */
export function softplus(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
}

function expEdge(x: number): number {
  if (x !== x) return NaN
  return expOfSum(x, 0)
}

/** exp(x + lost), `lost` being far below 1, over the whole range, subnormal results included. */
function expOfSum(x: number, lost: number): number {
  if (x > EXP_OVERFLOW + 1) return Infinity
  if (x < EXP_UNDERFLOW - 1) return 0
  const whole = x * STEPS_PER_NAT + TO_WHOLE - TO_WHOLE
  const r = x - whole * STEP_HIGH - whole * STEP_LOW + lost
  const step = whole | 0
  const i = step & 127
  const octave = step >> 7
  const r2 = r * r
  const tail = EXP_TAIL[i] + r + r2 * (0.5 + r * (1 / 6)) + r2 * r2 * (1 / 24 + r * (1 / 120))
  const mantissa = EXP_VALUE[i] + EXP_VALUE[i] * tail
  if (octave < -1021) return mantissa * POWER_OF_TWO[octave + 200 + 1074] * POWER_OF_TWO[874]
  return octave > 1022
    ? mantissa * POWER_OF_TWO[1022 + 1074] * POWER_OF_TWO[octave - 1022 + 1074]
    : mantissa * POWER_OF_TWO[octave + 1074]
}

function logEdge(x: number): number {
  if (x === 0) return -Infinity
  if (x > 0) return x === Infinity ? Infinity : log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW
  return NaN
}

function powEdge(x: number, y: number): number {
  if (y === 0) return 1
  if (x !== x || y !== y) return NaN
  const size = Math.abs(x)
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN
    return size > 1 === y > 0 ? Infinity : 0
  }
  const whole = Math.floor(y) === y
  const odd = whole && Math.abs(y) < 9007199254740992 && y % 2 !== 0
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === y > 0 ? 0 : Infinity
    return odd && (x < 0 || 1 / x < 0) ? -result : result
  }
  if (x < 0) {
    if (!whole) return NaN
    return odd ? -pow(size, y) : pow(size, y)
  }
  // |y| is at least 1e18: the smallest |log x| above zero already overflows or vanishes, or x is 1.
  if (size === 1) return 1
  return expOfSum(y * log(size), 0)
}
