// Sine, cosine and inverse tangent with a fixed operation order. Polynomials: fdlibm (Sun Microsystems 1993), k_sin.c, k_cos.c and
// s_atan.c.

const TWO_OVER_PI = 0.6366197723675814
const TO_WHOLE = 6755399441055744
// pi / 2 in pieces of 33 bits, so that products with whole numbers below 2^20 are exact.
const HALF_PI_1 = 1.5707963267341256
const HALF_PI_2 = 6.077100506303966e-11
const HALF_PI_3 = 2.0222662487959506e-21
const QUARTER_PI = 0.7853981633974483
const LARGEST_DIRECT = 800_000
/** Inverse tangents of 1/2, 1, 3/2 and infinity, in two pieces. */
const ATAN_HIGH = Float64Array.of(0.4636476090008061, 0.7853981633974483, 0.982793723247329, 1.5707963267948966)
const ATAN_LOW = Float64Array.of(
  2.2698777452961687e-17,
  3.061616997868383e-17,
  1.3903311031230998e-17,
  6.123233995736766e-17,
)
const ATAN_TERMS = Float64Array.of(
  0.3333333333333293,
  -0.19999999999876483,
  0.14285714272503466,
  -0.11111110405462356,
  0.09090887133436507,
  -0.0769187620504483,
  0.06661073137387531,
  -0.058335701337905735,
  0.049768779946159324,
  -0.036531572744216916,
  0.016285820115365782,
)

/** The last reduced angle is `reduced + reducedLow`, in [-pi/4, pi/4]. */
let reduced = 0
let reducedLow = 0

/**
 * Sine of an angle in radians, to one unit in the last place for every size of angle.
 *
 * @param x any finite number; otherwise NaN.
 */
export function sin(x: number): number {
  if (Math.abs(x) < QUARTER_PI) return sinKernel(x, 0)
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? sinKernel(reduced, reducedLow) : cosKernel(reduced, reducedLow)
  return (quadrant & 2) === 0 ? value : -value
}

/** Cosine of an angle in radians; accuracy and range as for `sin`. */
export function cos(x: number): number {
  if (Math.abs(x) < QUARTER_PI) return cosKernel(x, 0)
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? cosKernel(reduced, reducedLow) : sinKernel(reduced, reducedLow)
  return ((quadrant + 1) & 2) === 0 ? value : -value
}

/**
 * Inverse tangent, in [-pi/2, pi/2], to one unit in the last place.
 *
 * @param x any number; NaN gives NaN.
 * @example atan(1) // 0.7853981633974483
 */
export function atan(x: number): number {
  const size = Math.abs(x)
  if (size < 1e-8) return x
  if (size < 0.4375) return x - x * atanSeries(x * x)
  const value = atanOfPositive(size)
  return x < 0 ? -value : value
}

/** For x of at least 7/16: an angle whose tangent is known, and the rest. */
function atanOfPositive(x: number): number {
  if (!(x < 2.4375)) return angleFrom(3, -1 / x)
  if (x < 0.6875) return angleFrom(0, (2 * x - 1) / (2 + x))
  if (x < 1.1875) return angleFrom(1, (x - 1) / (x + 1))
  return angleFrom(2, (x - 1.5) / (1 + 1.5 * x))
}

function angleFrom(step: number, rest: number): number {
  return ATAN_HIGH[step] - (rest * atanSeries(rest * rest) - ATAN_LOW[step] - rest)
}

/** 1 - atan(x) / x as a function of z = x^2, for x up to 7/16. */
function atanSeries(z: number): number {
  let sum = 0
  for (let i = ATAN_TERMS.length - 1; i >= 0; i--) sum = sum * z + ATAN_TERMS[i]
  return sum * z
}

/** Leaves x minus the nearest multiple of pi / 2 in `reduced` and returns that multiple, modulo 4. */
function reduce(x: number): number {
  if (!(Math.abs(x) <= LARGEST_DIRECT)) return reduceLarge(x)
  const whole = x * TWO_OVER_PI + TO_WHOLE - TO_WHOLE
  const first = x - whole * HALF_PI_1
  const second = whole * HALF_PI_2
  const high = first - second
  const part = high - first
  const low = first - (high - part) - (second + part) - whole * HALF_PI_3
  reduced = high + low
  reducedLow = high - reduced + low
  return whole & 3
}

function sinKernel(x: number, low: number): number {
  const z = x * x
  const v = z * x
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))
  return x - (z * (0.5 * low - v * r) - low - v * -0.16666666666666632)
}

function cosKernel(x: number, low: number): number {
  const z = x * x
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))))
  const half = 0.5 * z
  const whole = 1 - half
  return whole + (1 - whole - half + (z * r - x * low))
}

const FRACTION_BITS = 1200n
let twoOverPi: bigint | null = null

/** Exact reduction of angles beyond the direct range: x = m 2^e, and m 2/pi modulo 4 in whole-number arithmetic. */
function reduceLarge(x: number): number {
  if (!Number.isFinite(x)) {
    reduced = NaN
    reducedLow = NaN
    return 0
  }
  twoOverPi ??= (1n << (2n * FRACTION_BITS + 1n)) / machinPi(FRACTION_BITS)
  let mantissa = x
  let exponent = 0n
  while (Math.abs(mantissa) >= 9007199254740992) {
    mantissa /= 2
    exponent++
  }
  while (mantissa !== Math.floor(mantissa)) {
    mantissa *= 2
    exponent--
  }
  // turns = x 2/pi in units of 2^-FRACTION_BITS.
  const product = BigInt(mantissa) * twoOverPi
  const turns = exponent >= 0n ? product << exponent : product >> -exponent
  const unit = 1n << FRACTION_BITS
  const nearest = (turns + unit / 2n) >> FRACTION_BITS
  const fraction = turns - nearest * unit
  const scaled = (fraction * machinPi(FRACTION_BITS)) >> (FRACTION_BITS + 1n)
  const high = toNumber(scaled)
  reduced = high.value
  reducedLow = toNumber(scaled - high.whole).value
  return Number(((nearest % 4n) + 4n) % 4n)
}

/** pi in units of 2^-bits, by Machin's formula. */
function machinPi(bits: bigint): bigint {
  const guard = 32n
  const unit = 1n << (bits + guard)
  return (4n * (4n * inverseTangent(5n, unit) - inverseTangent(239n, unit))) >> guard
}

function inverseTangent(inverse: bigint, unit: bigint): bigint {
  let power = unit / inverse
  let sum = power
  for (let n = 3n, sign = -1n; power > 0n; n += 2n, sign = -sign) {
    power /= inverse * inverse
    sum += (sign * power) / n
  }
  return sum
}

/** The leading 53 bits of a fixed-point number in units of 2^-FRACTION_BITS, as a number and as they stand. */
function toNumber(fixed: bigint): { value: number; whole: bigint } {
  const length = BigInt((fixed < 0n ? -fixed : fixed).toString(2).length)
  const drop = length > 53n ? length - 53n : 0n
  const leading = fixed >> drop
  let value = Number(leading)
  for (let e = FRACTION_BITS - drop; e > 0n; e--) value /= 2
  return { value, whole: leading << drop }
}
