// Linear part of a model under Student noise, which no integral takes out: sampled in coordinates in which it is nearly round. Source of
// the noise: Lange, Little, Taylor (1989), "Robust statistical modeling using the t distribution".

import { NumericalError } from '../../check/errors.js'
import {
  choleskyInto,
  choleskyLogDeterminant,
  choleskySolveInto,
  solveLowerInto,
  solveLowerTransposedInto,
} from '../../numeric/linalg/cholesky.js'
import { log, log1p } from '../../numeric/special/exp-log.js'
import { digamma, logGamma } from '../../numeric/special/gamma.js'
import { designTimesInto, designTransposedTimesInto } from './design-product.js'
import type { LinearBlockInput } from './linear-block.js'

const LOG_TWO_PI = 1.8378770664093453

/** Noise and amplitude parameters: scale and degrees of freedom of the noise, amplitude of smooth columns. */
export interface StudentHyper {
  sigma: number
  degrees: number
  amplitude: number
}

/** What moves with the coordinates where A changes. */
interface Turn {
  whole: number
  fixedPart: number
  smoothPart: number
}

/**
 * y = design · b + sigma · t(degrees),  b ~ N(priorMean, V0), as a density of z where
 *
 *     b = priorMean + A^-1 h + L^-T z,   A = V0^-1 + design' design / s^2 = L L',   h = design' (y - design · priorMean) / s^2
 *     s^2 = sigma^2 (degrees + 3) / (degrees + 1)
 *
 * so that z would be N(0, I) given the rest if the noise were Normal with the information that one Student observation holds, 1 / s^2. The
 * coordinates follow sigma, the amplitude and what is outside the block, so neither a funnel nor a ridge is left for a sampler:
 *
 *     log p(y, z) = Σ log t(y - design · b) + log N(b; priorMean, V0) - log|A| / 2
 *
 * Cost of an evaluation with its gradient: columns^3 / 2 + rows x columns.
 */
export class SampledLinearBlock {
  readonly kind = 'sampled'
  readonly rows: number
  readonly columns: number
  /** d log p / d mean[t], after `evaluate`. */
  readonly residualGradient: Float64Array
  /** d log p / d z[j], after `evaluate`. */
  readonly coordinateGradient: Float64Array
  /** After `hyperGradient`. */
  readonly gradient: StudentHyper = { sigma: 0, degrees: 0, amplitude: 0 }

  private readonly design: Float64Array
  private readonly priorMean: Float64Array
  private readonly offset: Float64Array
  private readonly smooth: readonly boolean[]
  /** V0^-1, smooth columns at amplitude 1. */
  private readonly unitPrecision: Float64Array
  /** log N(b; ...) where every column is at its mean and the amplitude is 1; a flat column counts as one of sd 1, as in `LinearBlock`. */
  private readonly logPriorPeak: number
  private readonly smoothCount: number
  /** design' design, from the first `setHyper` on: whoever only samples from priors need not pay for it. */
  private gram: Float64Array | null = null
  /** V0^-1 at the last `setHyper`. */
  private readonly precision: Float64Array
  private readonly factor: Float64Array
  private readonly hyper: StudentHyper = { sigma: NaN, degrees: NaN, amplitude: NaN }
  /** s^2. */
  private spread = NaN
  private logConstant = NaN
  private readonly residual: Float64Array
  private readonly slope: Float64Array
  private readonly z: Float64Array
  /** A^-1 h, and b - priorMean. */
  private readonly centre: Float64Array
  private readonly deviation: Float64Array
  private readonly deviationGradient: Float64Array
  /** A^-1 deviationGradient. */
  private readonly solved: Float64Array
  private readonly inverseColumn: Float64Array
  private readonly turned: Turn = { whole: 0, fixedPart: 0, smoothPart: 0 }

  constructor({ design, rows, columns, priorMean, priorSd, smooth }: LinearBlockInput) {
    this.rows = rows
    this.columns = columns
    this.design = design
    this.priorMean = priorMean
    this.smooth = smooth
    this.unitPrecision = priorSd.map((sd) => (sd === Infinity ? 0 : 1 / (sd * sd)))
    this.smoothCount = smooth.filter(Boolean).length
    this.logPriorPeak = priorSd.reduce((sum, sd) => sum - 0.5 * LOG_TWO_PI - (sd === Infinity ? 0 : log(sd)), 0)
    this.offset = new Float64Array(rows)
    designTimesInto(design, rows, columns, priorMean, this.offset)
    this.residual = new Float64Array(rows)
    this.slope = new Float64Array(rows)
    this.residualGradient = new Float64Array(rows)
    this.precision = new Float64Array(columns)
    this.z = new Float64Array(columns)
    this.centre = new Float64Array(columns)
    this.deviation = new Float64Array(columns)
    this.deviationGradient = new Float64Array(columns)
    this.solved = new Float64Array(columns)
    this.coordinateGradient = new Float64Array(columns)
    this.inverseColumn = new Float64Array(columns)
    this.factor = new Float64Array(columns * columns)
  }

  /** Factorises A at these values; false if A is not positive definite there. */
  setHyper(sigma: number, degrees: number, amplitude: number): boolean {
    const { columns: k, precision, factor } = this
    const gram = (this.gram ??= gramOf(this.design, this.rows, k))
    const spread = (sigma * sigma * (degrees + 3)) / (degrees + 1)
    for (let i = 0; i < k; i++) {
      precision[i] = this.smooth[i] ? this.unitPrecision[i] / (amplitude * amplitude) : this.unitPrecision[i]
      for (let j = 0; j <= i; j++) factor[i * k + j] = gram[i * k + j] / spread
      factor[i * k + i] += precision[i]
    }
    if (!choleskyInto(factor, k)) return false
    this.hyper.sigma = sigma
    this.hyper.degrees = degrees
    this.hyper.amplitude = amplitude
    this.spread = spread
    const halfDegrees = 0.5 * degrees
    const peak = logGamma(halfDegrees + 0.5) - logGamma(halfDegrees) - 0.5 * log(degrees * Math.PI) - log(sigma)
    this.logConstant =
      this.rows * peak + this.logPriorPeak - this.smoothCount * log(amplitude) - 0.5 * choleskyLogDeterminant(factor, k)
    return true
  }

  /**
   * log p(y, z) for `y` = data minus everything outside the block and z = theta[first ...]; fills `residualGradient` and
   * `coordinateGradient`.
   */
  evaluate(y: Float64Array, theta: Float64Array, first: number): number {
    this.place(y, theta, first)
    const { rows, columns: k, residual, slope, deviation, deviationGradient, coordinateGradient, solved } = this
    const { sigma, degrees } = this.hyper
    const width = degrees * sigma * sigma
    let value = this.logConstant
    for (let t = 0; t < rows; t++) {
      const square = residual[t] * residual[t]
      value -= 0.5 * (degrees + 1) * log1p(square / width)
      slope[t] = (-(degrees + 1) * residual[t]) / (width + square)
    }
    designTransposedTimesInto(this.design, rows, k, slope, deviationGradient)
    for (let j = 0; j < k; j++) {
      const pull = this.precision[j] * deviation[j]
      value -= 0.5 * pull * deviation[j]
      deviationGradient[j] = -deviationGradient[j] - pull
    }
    coordinateGradient.set(deviationGradient)
    solveLowerInto(this.factor, k, coordinateGradient)
    solved.set(coordinateGradient)
    solveLowerTransposedInto(this.factor, k, solved)
    designTimesInto(this.design, rows, k, solved, this.residualGradient)
    for (let t = 0; t < rows; t++) this.residualGradient[t] = -slope[t] - this.residualGradient[t] / this.spread
    return value
  }

  /** Gradient of the last `evaluate` in sigma, degrees and amplitude. */
  hyperGradient(): Readonly<StudentHyper> {
    const { sigma, degrees, amplitude } = this.hyper
    const { columns: k, deviation, precision, smooth } = this
    const { whole, fixedPart, smoothPart } = this.turn()
    let smoothPrior = 0
    for (let j = 0; j < k; j++) if (smooth[j]) smoothPrior += precision[j] * deviation[j] * deviation[j]
    this.noiseGradient()
    // By way of s, whose square is sigma^2 (degrees + 3) / (degrees + 1); log s is linear in log sigma.
    const inLogSpread = 2 * (whole - fixedPart - smoothPart)
    this.gradient.sigma += inLogSpread / sigma
    this.gradient.degrees += inLogSpread * 0.5 * (1 / (degrees + 3) - 1 / (degrees + 1))
    this.gradient.amplitude = (2 * smoothPart + smoothPrior - this.smoothCount) / amplitude
    return this.gradient
  }

  /** b at the last `evaluate`. */
  coefficientsInto(out: Float64Array): void {
    for (let j = 0; j < this.columns; j++) out[j] = this.priorMean[j] + this.deviation[j]
  }

  /** Places b and the residuals at z = theta[first ...]. */
  private place(y: Float64Array, theta: Float64Array, first: number): void {
    const { rows, columns: k, residual, centre, deviation, z, offset } = this
    for (let t = 0; t < rows; t++) residual[t] = y[t] - offset[t]
    designTransposedTimesInto(this.design, rows, k, residual, centre)
    for (let j = 0; j < k; j++) {
      centre[j] /= this.spread
      z[j] = theta[first + j]
    }
    choleskySolveInto(this.factor, k, centre)
    deviation.set(z)
    solveLowerTransposedInto(this.factor, k, deviation)
    for (let j = 0; j < k; j++) deviation[j] += centre[j]
    designTimesInto(this.design, rows, k, deviation, this.slope)
    for (let t = 0; t < rows; t++) residual[t] -= this.slope[t]
  }

  /** Fills `gradient` with what sigma and degrees change at given b. */
  private noiseGradient(): void {
    const { sigma, degrees } = this.hyper
    const { rows, residual } = this
    const width = degrees * sigma * sigma
    let shares = 0
    let logs = 0
    for (let t = 0; t < rows; t++) {
      const square = residual[t] * residual[t]
      shares += square / (width + square)
      logs += log1p(square / width)
    }
    const peak = digamma(0.5 * degrees + 0.5) - digamma(0.5 * degrees) - 1 / degrees
    this.gradient.sigma = ((degrees + 1) * shares - rows) / sigma
    this.gradient.degrees = 0.5 * (rows * peak - logs + ((degrees + 1) * shares) / degrees)
  }

  /**
   * What moves with the factor L and the centre A^-1 h where A changes by E: the sum of z' Φ(M) g + tr(M) / 2 and of solved' E centre, with
   * M = L^-1 E L^-T, Φ its lower triangle with half the diagonal, g the gradient in z. For E = A without the second term (`whole`), and for
   * V0^-1 of fixed and of smooth columns.
   *
   * @see Murray (2016), "Differentiation of the Cholesky decomposition", arXiv:1602.07527, section 3.1.
   */
  private turn(): Turn {
    const { columns: k, z, coordinateGradient, precision, solved, centre, smooth, turned } = this
    let whole = 0.5 * k
    let fixedPart = 0
    let smoothPart = 0
    for (let j = 0; j < k; j++) {
      whole += 0.5 * z[j] * coordinateGradient[j]
      if (precision[j] === 0) continue
      const part = precision[j] * (solved[j] * centre[j] + this.turnOfUnit(j))
      if (smooth[j]) smoothPart += part
      else fixedPart += part
    }
    turned.whole = whole
    turned.fixedPart = fixedPart
    turned.smoothPart = smoothPart
    return turned
  }

  /** z' Φ(l l') g + l'l / 2 for column j of L^-1. */
  private turnOfUnit(j: number): number {
    const { columns: k, factor, z, coordinateGradient, inverseColumn: l } = this
    let before = 0
    let total = 0
    for (let i = j; i < k; i++) {
      let sum = i === j ? 1 : 0
      const row = i * k
      for (let m = j; m < i; m++) sum -= factor[row + m] * l[m]
      const value = sum / factor[row + i]
      l[i] = value
      const own = value * coordinateGradient[i]
      total += z[i] * value * (before + 0.5 * own) + 0.5 * value * value
      before += own
    }
    return total
  }
}

function gramOf(design: Float64Array, rows: number, columns: number): Float64Array {
  const gram = new Float64Array(columns * columns)
  for (let t = 0; t < rows; t++) {
    const base = t * columns
    for (let i = 0; i < columns; i++) {
      if (!Number.isFinite(design[base + i]))
        throw new NumericalError('Internal error: design has a non-finite value', { row: t, column: i })
      for (let j = 0; j <= i; j++) gram[i * columns + j] += design[base + i] * design[base + j]
    }
  }
  return gram
}
