// Double-double arithmetic for building tables once; not for hot loops.
// Source: Dekker (1971), "A floating-point technique for extending the available precision".

/** An unevaluated sum of two doubles, `|low| <= ulp(high) / 2`: about 106 bits. */
export type DoubleDouble = readonly [high: number, low: number]

/** The sum of two doubles without error. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b
  const part = sum - a
  return [sum, a - (sum - part) + (b - part)]
}

/** The product of two doubles without error; both below 2^970 in absolute value. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b
  const [ah, al] = split(a)
  const [bh, bl] = split(b)
  return [product, ah * bh - product + ah * bl + al * bh + al * bl]
}

/** Sum, to about 104 bits. */
export function addDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoSum(a[0], b[0])
  return twoSum(high, low + a[1] + b[1])
}

/** Product, to about 102 bits. */
export function multiplyDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoProduct(a[0], b[0])
  return twoSum(high, low + a[0] * b[1] + a[1] * b[0])
}

/** Quotient, to about 100 bits; `b` is not zero. */
export function divideDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0]
  const remainder = addDouble(a, multiplyDouble(b, [-first, 0]))
  const second = remainder[0] / b[0]
  const rest = addDouble(remainder, multiplyDouble(b, [-second, 0]))
  const [high, low] = twoSum(first, second)
  return twoSum(high, low + rest[0] / b[0])
}

function split(a: number): DoubleDouble {
  const scaled = 134217729 * a
  const high = scaled - (scaled - a)
  return [high, a - high]
}
