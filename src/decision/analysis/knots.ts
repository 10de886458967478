// Cubic Hermite interpolation: a curve through knots with given values and derivatives.

/** A function known at ascending points with its derivative: one entry a point in each array, at least two points. */
export interface Knots {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly slope: Float64Array
}

/**
 * Value of the cubic through the two knots about `x`: exact at a knot, with the knots' own derivatives.
 *
 * @param x between the first and the last knot; outside, the outer cubic is continued.
 * @example valueAt({ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1), slope: Float64Array.of(0, 2) }, 0.5)  // 0.25
 */
export function valueAt(knots: Knots, x: number): number {
  return cellValue(knots, cellOf(knots.x, x), x)
}

/** Derivative of `valueAt` in `x`; in y per unit of x. */
export function slopeAt(knots: Knots, x: number): number {
  return cellSlope(knots, cellOf(knots.x, x), x)
}

/**
 * The knots with the first derivative cut to three times the first secant, up to which a cubic doesn't overshoot.
 *
 * A response with slope below 1 rises so steeply at zero that no cubic follows it; its values stay as they are.
 */
export function withGentleStart(knots: Knots): Knots {
  const secant = (knots.y[1] - knots.y[0]) / (knots.x[1] - knots.x[0])
  if (Math.abs(knots.slope[0]) <= 3 * Math.abs(secant)) return knots
  const slope = knots.slope.slice()
  slope[0] = 3 * secant
  return { ...knots, slope }
}

/** Value at `x` of the cubic between knot `cell` and the next. */
function cellValue(knots: Knots, cell: number, x: number): number {
  const { y, slope } = knots
  const width = knots.x[cell + 1] - knots.x[cell]
  const t = (x - knots.x[cell]) / width
  const s = 1 - t
  return (
    s * s * ((1 + 2 * t) * y[cell] + t * width * slope[cell]) +
    t * t * ((1 + 2 * s) * y[cell + 1] - s * width * slope[cell + 1])
  )
}

/** Derivative at `x` of the cubic between knot `cell` and the next. */
function cellSlope(knots: Knots, cell: number, x: number): number {
  const { curvature, bend, start } = slopeCoefficients(knots, cell)
  const t = (x - knots.x[cell]) / (knots.x[cell + 1] - knots.x[cell])
  return start + t * (bend + t * curvature)
}

/** The derivative inside a cell as `start + bend t + curvature t^2`, t running from 0 to 1 across the cell. */
export function slopeCoefficients(
  knots: Knots,
  cell: number,
): { readonly start: number; readonly bend: number; readonly curvature: number } {
  const width = knots.x[cell + 1] - knots.x[cell]
  const secant = (knots.y[cell + 1] - knots.y[cell]) / width
  const left = knots.slope[cell]
  const right = knots.slope[cell + 1]
  return { start: left, bend: 6 * secant - 4 * left - 2 * right, curvature: 3 * (left + right) - 6 * secant }
}

/** Index of the last knot at or below `x`, at most the one before the last and at least the first. */
export function cellOf(x: Float64Array, point: number): number {
  let low = 0
  let high = x.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (x[middle] <= point) low = middle
    else high = middle
  }
  return low
}
