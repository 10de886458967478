// A diagonal metric from draws and gradients: of all diagonal maps it brings the gradients of the log density closest to those of a
// standard Normal. Source: Seyboldt, Carlson and Carpenter (2026), arXiv:2603.18845; the overlapping windows are those of nuts-rs.

const SMALLEST = 1e-20
const LARGEST = 1e20
/** Draws before a variance is believed. */
const ENOUGH = 3

/** Running means and sums of squared deviations of draws and of their gradients. */
export class FisherWindow {
  private readonly meanDraw: Float64Array
  private readonly meanGradient: Float64Array
  private readonly squaresDraw: Float64Array
  private readonly squaresGradient: Float64Array
  private draws = 0

  constructor(dimension: number) {
    this.meanDraw = new Float64Array(dimension)
    this.meanGradient = new Float64Array(dimension)
    this.squaresDraw = new Float64Array(dimension)
    this.squaresGradient = new Float64Array(dimension)
  }

  get count(): number {
    return this.draws
  }

  clear(): void {
    this.draws = 0
    for (const array of [this.meanDraw, this.meanGradient, this.squaresDraw, this.squaresGradient]) array.fill(0)
  }

  add(draw: Float64Array, gradient: Float64Array): void {
    this.draws++
    addTo(this.meanDraw, this.squaresDraw, draw, this.draws)
    addTo(this.meanGradient, this.squaresGradient, gradient, this.draws)
  }

  /**
   * Fills `variances` with sqrt(Var(draw) / Var(gradient)) of each coordinate, within 1e-20 and 1e20; keeps an entry whose ratio is 0 or
   * not finite. False, with nothing changed, before the third draw.
   */
  variancesInto(variances: Float64Array): boolean {
    if (this.draws < ENOUGH) return false
    for (let i = 0; i < variances.length; i++) {
      const ratio = this.squaresDraw[i] / this.squaresGradient[i]
      if (ratio > 0 && ratio < Infinity) variances[i] = clamp(Math.sqrt(ratio))
    }
    return true
  }
}

/** A first guess from one gradient: variances 1 / |gradient|, 1 where it is 0 or not finite. */
export function variancesFromGradient(gradient: Float64Array): Float64Array {
  return gradient.map((g) => {
    const size = Math.abs(g)
    return size > 0 && size < Infinity ? clamp(1 / size) : 1
  })
}

function addTo(mean: Float64Array, squares: Float64Array, x: Float64Array, count: number): void {
  for (let i = 0; i < x.length; i++) {
    const deviation = x[i] - mean[i]
    mean[i] += deviation / count
    squares[i] += deviation * (x[i] - mean[i])
  }
}

function clamp(variance: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, variance))
}
