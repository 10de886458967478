import { FisherCovarianceWindow } from './fisher-covariance.js'
import { FisherWindow } from './fisher-metric.js'
import { DenseMetric, DiagonalMetric } from './metric.js'
import type { Metric } from './metric.js'

/**
 * Learns a metric from draws and gradients. A foreground window gives the metric while a background window fills and, once full, takes its
 * place: old draws are forgotten and the metric is never without draws.
 */
export interface MetricLearner {
  readonly metric: Metric
  /** Draws of a window while old draws are soon forgotten. */
  readonly shortWindow: number
  /** Draws in the background window. */
  readonly fresh: number
  add(draw: Float64Array, gradient: Float64Array): void
  /** Makes the background window the foreground, and begins another. */
  forget(): void
  /** Sets the metric from the foreground. True when the metric is of a new kind, so that its step size must be sought anew. */
  update(): boolean
}

/** Draws of the foreground between two computations of a dense metric. */
const DENSE_EVERY = 20
/** Draws of a dense window beyond one a coordinate. */
const DENSE_SPARE = 10

export class DiagonalLearner implements MetricLearner {
  readonly metric: DiagonalMetric
  readonly shortWindow = 10
  private foreground: FisherWindow
  private background: FisherWindow
  private readonly variances: Float64Array
  private learned = false

  /** @param variances to begin with, copied. */
  constructor(variances: Float64Array) {
    this.variances = variances.slice()
    this.metric = new DiagonalMetric(variances)
    this.foreground = new FisherWindow(variances.length)
    this.background = new FisherWindow(variances.length)
  }

  get fresh(): number {
    return this.background.count
  }

  add(draw: Float64Array, gradient: Float64Array): void {
    this.foreground.add(draw, gradient)
    this.background.add(draw, gradient)
  }

  forget(): void {
    const old = this.foreground
    this.foreground = this.background
    this.background = old
    old.clear()
  }

  update(): boolean {
    if (!this.foreground.variancesInto(this.variances)) return false
    this.metric.set(this.variances)
    const first = !this.learned
    this.learned = true
    return first
  }
}

/** Diagonal, or as given, until a window holds ten draws more than there are coordinates; learned and dense from then on. */
export class DenseLearner implements MetricLearner {
  readonly metric: DenseMetric
  readonly shortWindow: number
  private readonly diagonal: DiagonalLearner
  private foreground: FisherCovarianceWindow
  private background: FisherCovarianceWindow
  private readonly variances: Float64Array
  private dense: boolean
  /** Draws in the foreground when the metric was last computed. */
  private computedAt = 0

  /**
   * @param variances to begin with, copied.
   * @param factor lower factor of a covariance to begin with instead, row-major.
   */
  constructor(variances: Float64Array, factor: Float64Array | null = null) {
    this.variances = variances.slice()
    this.metric = factor === null ? new DenseMetric(variances) : denseMetric(variances, factor)
    this.dense = factor !== null
    this.shortWindow = variances.length + DENSE_SPARE
    this.diagonal = new DiagonalLearner(variances)
    this.foreground = new FisherCovarianceWindow(variances.length)
    this.background = new FisherCovarianceWindow(variances.length)
  }

  get fresh(): number {
    return this.background.count
  }

  add(draw: Float64Array, gradient: Float64Array): void {
    this.diagonal.add(draw, gradient)
    this.foreground.add(draw, gradient)
    this.background.add(draw, gradient)
  }

  forget(): void {
    this.diagonal.forget()
    const old = this.foreground
    this.foreground = this.background
    this.background = old
    old.clear()
    this.computedAt = 0
  }

  update(): boolean {
    const first = this.diagonal.update()
    this.diagonal.metric.variancesInto(this.variances)
    const enough = this.foreground.count >= this.shortWindow
    if (enough && (this.computedAt === 0 || this.foreground.count >= this.computedAt + DENSE_EVERY)) {
      this.computedAt = this.foreground.count
      const factor = this.foreground.factor(this.variances)
      if (factor !== null) {
        this.metric.setFactor(factor)
        const news = !this.dense
        this.dense = true
        return news
      }
    }
    if (this.dense) return false
    this.metric.setVariances(this.variances)
    return first
  }
}

/** Keeps the metric it is given. */
export class FixedLearner implements MetricLearner {
  readonly metric: Metric
  readonly shortWindow = Infinity
  readonly fresh = 0

  /**
   * @param variances of the coordinates, copied.
   * @param factor lower factor of their covariance, row-major; null where it is diagonal.
   */
  constructor(variances: Float64Array, factor: Float64Array | null) {
    this.metric = factor === null ? new DiagonalMetric(variances) : denseMetric(variances, factor)
  }

  add(): void {}

  forget(): void {}

  update(): boolean {
    return false
  }
}

function denseMetric(variances: Float64Array, factor: Float64Array): DenseMetric {
  const metric = new DenseMetric(variances)
  metric.setFactor(factor)
  return metric
}
