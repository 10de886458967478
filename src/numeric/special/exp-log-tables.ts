import type { DoubleDouble } from './double-double.js'
import { addDouble, divideDouble, multiplyDouble } from './double-double.js'

const LN2: DoubleDouble = [Math.LN2, 2.3190468138462996e-17]

/** Leading 32 bits of ln 2, so that its product with a whole number below 2^20 is exact. */
export const LN2_HIGH = 0.6931471803691238
/** ln 2 minus `LN2_HIGH`. */
export const LN2_LOW = 1.9082149292705877e-10

/** Number of steps in which `exp` divides an octave. */
export const EXP_STEPS = 128
/** Number of intervals in which `log` divides an octave. */
export const LOG_STEPS = 256
/** High word of 0.703125, where the first interval of `log` begins. */
export const LOG_FIRST_WORD = 0x3fe68000

/** 2^e at index e + 1074, for e from -1074 to 1023. */
export const POWER_OF_TWO = powersOfTwo()
/** 2^(i / 128), rounded, and what the rounding lost relative to it. */
export const { rounded: EXP_VALUE, lost: EXP_TAIL } = expTable()
/** Centre c of each interval of `log`, 1 / c, and ln c in two parts, the first a multiple of 2^-42. */
export const { centre: LOG_CENTRE, inverse: LOG_INVERSE, high: LOG_HIGH, low: LOG_LOW } = logTable()

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(1074 + 1024)
  powers[1074] = 1
  for (let i = 1075; i < powers.length; i++) powers[i] = 2 * powers[i - 1]
  for (let i = 1073; i >= 0; i--) powers[i] = powers[i + 1] / 2
  return powers
}

function expTable(): { rounded: Float64Array; lost: Float64Array } {
  const rounded = new Float64Array(EXP_STEPS)
  const lost = new Float64Array(EXP_STEPS)
  for (let i = 0; i < EXP_STEPS; i++) {
    const exponent = multiplyDouble(LN2, [i / EXP_STEPS, 0])
    let sum: DoubleDouble = [1, 0]
    for (let n = 28; n >= 1; n--) {
      sum = addDouble([1, 0], divideDouble(multiplyDouble(exponent, sum), [n, 0]))
    }
    rounded[i] = sum[0]
    lost[i] = sum[1] / sum[0]
  }
  return { rounded, lost }
}

/** The two intervals beside 1 have centre 1, so that `log` keeps its relative accuracy there. */
function logTable(): { centre: Float64Array; inverse: Float64Array; high: Float64Array; low: Float64Array } {
  const centre = new Float64Array(LOG_STEPS)
  const inverse = new Float64Array(LOG_STEPS)
  const high = new Float64Array(LOG_STEPS)
  const low = new Float64Array(LOG_STEPS)
  const below = LOG_STEPS - (LOG_FIRST_WORD & 0xfffff) / 4096
  for (let i = 0; i < LOG_STEPS; i++) {
    const offset = i - below
    const c = offset < 0 ? 1 + (offset + 0.5) / 512 : 1 + (offset + 0.5) / 256
    centre[i] = offset === -1 || offset === 0 ? 1 : c
    inverse[i] = 1 / centre[i]
    const [first, second] = logDouble(centre[i])
    high[i] = Math.round(first * 4398046511104) / 4398046511104
    low[i] = first - high[i] + second
  }
  return { centre, inverse, high, low }
}

/** ln c = 2 atanh((c - 1) / (c + 1)), by its series; `c` within a factor of 1.5 of 1 and with at most 40 bits. */
function logDouble(c: number): DoubleDouble {
  const s = divideDouble([c - 1, 0], [c + 1, 0])
  const square = multiplyDouble(s, s)
  let sum: DoubleDouble = [0, 0]
  for (let n = 24; n >= 0; n--) {
    sum = addDouble(divideDouble([2, 0], [2 * n + 1, 0]), multiplyDouble(square, sum))
  }
  return multiplyDouble(s, sum)
}
