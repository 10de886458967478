// Linear-Gaussian part of a model, integrated out. Source: Gaussian marginalisation (Lindley and Smith 1972); AR(1) precision in closed form.

import { NumericalError } from '../../check/errors.js'
import {
  choleskyInto,
  choleskyInverseInto,
  choleskyLogDeterminant,
  choleskySolveInto,
  solveLowerInto,
  solveLowerTransposedInto,
} from '../../numeric/linalg/cholesky.js'
import { log } from '../../numeric/special/exp-log.js'
import type { Generator } from '../../numeric/random/generator.js'
import { designTimesInto, designTransposedTimesInto } from './design-product.js'

const LOG_TWO_PI = 1.8378770664093453

export interface LinearBlockInput {
  /** Row-major, `rows` x `columns`. */
  readonly design: Float64Array
  readonly rows: number
  readonly columns: number
  readonly priorMean: Float64Array
  /** Standard deviation a column; Infinity is a flat prior. For smooth columns, per unit of amplitude. */
  readonly priorSd: Float64Array
  readonly smooth: readonly boolean[]
}

/** Noise and amplitude parameters: innovations' standard deviation, lag-one correlation (0: independent), amplitude of smooth columns. */
export interface Hyper {
  sigma: number
  correlation: number
  amplitude: number
}

/**
 * y = design · b + e,  b ~ N(priorMean, V0),  e stationary AR(1) with innovations' sd sigma:
 *
 *     log p(y) = -1/2 [ n log(2 pi sigma^2) - log(1 - rho^2) + log|V0| + log|A| + r'Qr/sigma^2 - h'A^-1 h ]
 *     A = V0^-1 + design' Q design / sigma^2,   h = design' Q r / sigma^2,   r = y - design · priorMean
 *
 * with Q tridiagonal, so that design' Q design = G0 + rho^2 G2 - rho G1 from three matrices computed once. A flat column adds nothing to
 * log|V0| (restricted likelihood). Cost of `setHyper`: columns^3; of `evaluate`: rows x columns + columns^2.
 */
export class LinearBlock {
  readonly kind = 'integrated'
  readonly rows: number
  readonly columns: number
  /** Posterior mean of b minus its prior mean, after `evaluate`. */
  readonly shift: Float64Array
  /** d log p / d mean[t], after `evaluate`; also the weighted residual Q e / sigma^2. */
  readonly residualGradient: Float64Array
  /** After `hyperGradient`. */
  readonly gradient: Hyper = { sigma: 0, correlation: 0, amplitude: 0 }

  private readonly design: Float64Array
  private readonly priorMean: Float64Array
  private readonly priorPrecision: Float64Array
  private readonly smooth: readonly boolean[]
  private readonly smoothCount: number
  private readonly logFixedVariance: number
  private readonly gram0: Float64Array
  private readonly gram1: Float64Array
  private readonly gram2: Float64Array
  private readonly factor: Float64Array
  private readonly covariance: Float64Array
  private readonly offset: Float64Array
  private readonly residual: Float64Array
  private readonly right: Float64Array
  private readonly weighted: Float64Array
  private readonly hyper: Hyper = { sigma: NaN, correlation: NaN, amplitude: NaN }
  private logDeterminant = 0
  /** Filled by the first `setHyper`: whoever only samples from priors need not pay for them. */
  private gramsFilled = false

  constructor(input: LinearBlockInput) {
    const { rows, columns } = input
    this.rows = rows
    this.columns = columns
    this.design = input.design
    this.priorMean = input.priorMean
    this.smooth = input.smooth
    this.smoothCount = input.smooth.filter(Boolean).length
    this.priorPrecision = input.priorSd.map((sd) => (sd === Infinity ? 0 : 1 / (sd * sd)))
    let logVariance = 0
    for (let j = 0; j < columns; j++) if (input.priorSd[j] !== Infinity) logVariance += 2 * log(input.priorSd[j])
    this.logFixedVariance = logVariance
    this.shift = new Float64Array(columns)
    this.residualGradient = new Float64Array(rows)
    this.gram0 = new Float64Array(columns * columns)
    this.gram1 = new Float64Array(columns * columns)
    this.gram2 = new Float64Array(columns * columns)
    this.factor = new Float64Array(columns * columns)
    this.covariance = new Float64Array(columns * columns)
    this.residual = new Float64Array(rows)
    this.right = new Float64Array(columns)
    this.weighted = new Float64Array(rows)
    this.offset = new Float64Array(rows)
    designTimesInto(this.design, rows, columns, this.priorMean, this.offset)
  }

  /** Factorises A at these values; false if A is not positive definite there. */
  setHyper(sigma: number, correlation: number, amplitude: number): boolean {
    if (!this.gramsFilled) this.fillGrams()
    const k = this.columns
    const precision = 1 / (sigma * sigma)
    const square = correlation * correlation
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        const at = i * k + j
        this.factor[at] = (this.gram0[at] + square * this.gram2[at] - correlation * this.gram1[at]) * precision
      }
      const scale = this.smooth[i] ? 1 / (amplitude * amplitude) : 1
      this.factor[i * k + i] += this.priorPrecision[i] * scale
    }
    if (!choleskyInto(this.factor, k)) return false
    this.hyper.sigma = sigma
    this.hyper.correlation = correlation
    this.hyper.amplitude = amplitude
    const logPrior = this.logFixedVariance + (this.smoothCount > 0 ? 2 * this.smoothCount * log(amplitude) : 0)
    this.logDeterminant =
      2 * this.rows * log(sigma) -
      log(1 - square) +
      logPrior +
      choleskyLogDeterminant(this.factor, k) +
      this.rows * LOG_TWO_PI
    return true
  }

  /** log p(y) for `y` = data minus everything outside the block; fills `shift` and `residualGradient`. */
  evaluate(y: Float64Array): number {
    const { rows, columns, residual, right, shift, residualGradient } = this
    const precision = 1 / (this.hyper.sigma * this.hyper.sigma)
    for (let t = 0; t < rows; t++) residual[t] = y[t] - this.offset[t]
    precisionTimes(residual, this.hyper.correlation, this.weighted)
    let quadratic = 0
    for (let t = 0; t < rows; t++) quadratic += residual[t] * this.weighted[t]
    designTransposedTimesInto(this.design, rows, columns, this.weighted, shift)
    for (let j = 0; j < columns; j++) shift[j] *= precision
    let explained = 0
    right.set(shift)
    choleskySolveInto(this.factor, columns, shift)
    for (let j = 0; j < columns; j++) explained += right[j] * shift[j]
    designTimesInto(this.design, rows, columns, shift, this.weighted)
    for (let t = 0; t < rows; t++) residual[t] -= this.weighted[t]
    precisionTimes(residual, this.hyper.correlation, residualGradient)
    for (let t = 0; t < rows; t++) residualGradient[t] *= precision
    return -0.5 * (this.logDeterminant + quadratic * precision - explained)
  }

  /** Gradient of the last `evaluate` in sigma, correlation and amplitude. */
  hyperGradient(): Hyper {
    const { rows, columns: k, residual: e, covariance: v } = this
    const { sigma, correlation, amplitude } = this.hyper
    choleskyInverseInto(this.factor, k, v)
    let traceQ = 0
    let traceSlope = 0
    const square = correlation * correlation
    for (let at = 0; at < k * k; at++) {
      const slope = 2 * correlation * this.gram2[at] - this.gram1[at]
      traceQ += v[at] * (this.gram0[at] + square * this.gram2[at] - correlation * this.gram1[at])
      traceSlope += v[at] * slope
    }
    let total = 0
    let interior = 0
    let cross = 0
    for (let t = 0; t < rows; t++) total += e[t] * e[t]
    for (let t = 1; t < rows - 1; t++) interior += e[t] * e[t]
    for (let t = 1; t < rows; t++) cross += e[t] * e[t - 1]
    const precision = 1 / (sigma * sigma)
    const quadratic = total + square * interior - 2 * correlation * cross
    this.gradient.sigma = -rows / sigma + ((quadratic + traceQ) * precision) / sigma
    this.gradient.correlation =
      -correlation / (1 - square) - 0.5 * (2 * correlation * interior - 2 * cross + traceSlope) * precision
    this.gradient.amplitude = 0
    if (this.smoothCount > 0) {
      let sum = 0
      for (let j = 0; j < k; j++) {
        if (this.smooth[j]) sum += (this.shift[j] * this.shift[j] + v[j * k + j]) * this.priorPrecision[j]
      }
      this.gradient.amplitude = -this.smoothCount / amplitude + sum / (amplitude * amplitude * amplitude)
    }
    return this.gradient
  }

  /** Draws b given the last `evaluate` exactly: posterior mean + A^(-T/2) z. */
  drawCoefficients(generator: Generator, out: Float64Array): void {
    for (let j = 0; j < this.columns; j++) out[j] = generator.normal()
    solveLowerTransposedInto(this.factor, this.columns, out)
    for (let j = 0; j < this.columns; j++) out[j] += this.priorMean[j] + this.shift[j]
  }

  /**
   * log p(y[t] | all other y) after `evaluate`, at the current noise and amplitude: Normal with mean y[t] - (P r)[t] / P[t, t] and variance
   * 1 / P[t, t], where P is the inverse of the covariance of all rows.
   *
   * @see Sundararajan and Keerthi (2001), "Predictive approaches for choosing hyperparameters in Gaussian processes".
   */
  leaveOneOutInto(out: Float64Array): void {
    const { rows, columns: k, design, residualGradient, right, factor } = this
    const { sigma, correlation } = this.hyper
    const precision = 1 / (sigma * sigma)
    for (let t = 0; t < rows; t++) {
      const own = precisionAt(t, rows, correlation)
      for (let j = 0; j < k; j++) {
        const before = t > 0 ? design[(t - 1) * k + j] : 0
        const after = t < rows - 1 ? design[(t + 1) * k + j] : 0
        right[j] = (own * design[t * k + j] - correlation * (before + after)) * precision
      }
      solveLowerInto(factor, k, right)
      let known = own * precision
      for (let j = 0; j < k; j++) known -= right[j] * right[j]
      out[t] = 0.5 * (log(known) - LOG_TWO_PI - (residualGradient[t] * residualGradient[t]) / known)
    }
  }

  /** Adds to `y` one draw of noise and takes from it one draw of design · (b - priorMean) under the prior at the current amplitude. */
  perturb(generator: Generator, y: Float64Array): void {
    const { rows, columns } = this
    const { sigma, correlation, amplitude } = this.hyper
    const b = new Float64Array(columns)
    for (let j = 0; j < columns; j++) {
      const z = generator.normal()
      if (this.priorPrecision[j] > 0) b[j] = (z / Math.sqrt(this.priorPrecision[j])) * (this.smooth[j] ? amplitude : 1)
    }
    designTimesInto(this.design, rows, columns, b, this.weighted)
    let noise = (generator.normal() * sigma) / Math.sqrt(1 - correlation * correlation)
    for (let t = 0; t < rows; t++) {
      if (t > 0) noise = correlation * noise + sigma * generator.normal()
      y[t] += noise - this.weighted[t]
    }
  }

  private fillGrams(): void {
    this.gramsFilled = true
    const { rows, columns: k, design } = this
    for (let t = 0; t < rows; t++) {
      const interior = t > 0 && t < rows - 1
      for (let i = 0; i < k; i++) {
        const a = design[t * k + i]
        if (!Number.isFinite(a))
          throw new NumericalError('Internal error: design has a non-finite value', { row: t, column: i })
        const next = t + 1 < rows ? design[(t + 1) * k + i] : 0
        for (let j = 0; j < k; j++) {
          const b = design[t * k + j]
          this.gram0[i * k + j] += a * b
          if (interior) this.gram2[i * k + j] += a * b
          if (t + 1 < rows) this.gram1[i * k + j] += a * design[(t + 1) * k + j] + next * b
        }
      }
    }
  }
}

/** Q[t, t]. */
function precisionAt(t: number, rows: number, rho: number): number {
  if (rows === 1) return 1 - rho * rho
  return t === 0 || t === rows - 1 ? 1 : 1 + rho * rho
}

/** out = Q v, the AR(1) precision times sigma^2: 1 at both ends, 1 + rho^2 between, -rho beside the diagonal. */
function precisionTimes(v: Float64Array, rho: number, out: Float64Array): void {
  const n = v.length
  if (n === 1) {
    out[0] = (1 - rho * rho) * v[0]
    return
  }
  const middle = 1 + rho * rho
  out[0] = v[0] - rho * v[1]
  for (let t = 1; t < n - 1; t++) out[t] = middle * v[t] - rho * (v[t - 1] + v[t + 1])
  out[n - 1] = v[n - 1] - rho * v[n - 2]
}
