import { NumericalError } from '../../check/errors.js'
import type { Model } from '../../model/design/model.js'
import { choleskyInto } from '../../numeric/linalg/cholesky.js'
import { createGenerator, type Generator } from '../../numeric/random/generator.js'
import { gammaVariate } from '../../numeric/random/variates.js'
import type { Ols } from '../../numeric/regression/ols.js'
import { atanh, tanh } from '../../numeric/special/hyperbolic.js'
import type { Draws } from '../fit.js'
import type { LinearDesign } from './linear-design.js'

/** What a linear regression estimated. */
export interface LinearEstimate {
  /** The regression with independent noise: that of the KPI, or the whitened one. */
  readonly fit: Ols
  /** One a column of the design; the centre of the draws. */
  readonly coefficients: Float64Array
  /** Lag-one correlation of the noise and its standard error (0 where it is given); null for independent noise. */
  readonly correlation: { readonly value: number; readonly error: number } | null
}

export interface LinearDraws {
  readonly draws: Draws
  /** Draws taken again because the lagged KPI's coefficient was not inside (-1, 1). */
  readonly rejected: number
}

/**
 * Draws from the estimated distribution: sigma^2 scaled inverse chi-square, coefficients normal given sigma^2 (so Student's on the whole),
 * the correlation normal on the scale of its inverse hyperbolic tangent, independent of both as it is in large samples.
 *
 * A lagged KPI's coefficient is held inside (-1, 1): beyond it effects never end.
 */
export function linearDraws(
  model: Model,
  design: LinearDesign,
  estimate: LinearEstimate,
  { draws: count, seed }: { readonly draws: number; readonly seed: number },
): LinearDraws {
  const { names } = model.layout
  const generator = createGenerator(seed, 'ols')
  const factor = covarianceFactor(estimate.fit)
  const template = fixedRow(model, design)
  const values = new Float64Array(count * names.length)
  const b = new Float64Array(design.x.cols)
  let rejected = 0
  for (let d = 0; d < count;) {
    const sigma = drawSigma(generator, estimate.fit)
    drawCoefficients(generator, estimate, { factor, sigma, out: b })
    const correlation = drawCorrelation(generator, estimate.correlation)
    if (model.layout.laggedKpi >= 0 && !(Math.abs(b[b.length - 1]) < 1)) {
      rejected++
      continue
    }
    const row = values.subarray(d * names.length, (d + 1) * names.length)
    row.set(template)
    writeRow(model, row, { b, sigma, correlation })
    d++
  }
  return { draws: { names, count, chains: 1, values }, rejected }
}

/** The parameters that are given numbers. */
function fixedRow({ layout }: Model, { native }: LinearDesign): Float64Array {
  const row = new Float64Array(layout.names.length)
  layout.channels.forEach((places, c) => {
    places.adstock.forEach((place, i) => (row[place] = native[c].adstock[i]))
    places.saturation.forEach((place, i) => (row[place] = native[c].saturation[i]))
  })
  return row
}

function writeRow(
  { layout, linear, channels }: Model,
  row: Float64Array,
  { b, sigma, correlation }: { readonly b: Float64Array; readonly sigma: number; readonly correlation: number },
): void {
  for (let j = 0; j < linear.length; j++) row[layout.linear + j] = b[j]
  for (let c = 0; c < channels.length; c++) row[layout.channels[c].coefficient] = b[linear.length + c]
  row[layout.sigma] = sigma
  if (layout.correlation >= 0) row[layout.correlation] = correlation
  if (layout.laggedKpi >= 0) row[layout.laggedKpi] = b[b.length - 1]
}

function drawSigma(generator: Generator, { residualSumOfSquares, degreesOfFreedom }: Ols): number {
  return Math.sqrt(residualSumOfSquares / (2 * gammaVariate(generator, 0.5 * degreesOfFreedom)))
}

function drawCoefficients(
  generator: Generator,
  { coefficients }: LinearEstimate,
  { factor, sigma, out }: { readonly factor: Float64Array; readonly sigma: number; readonly out: Float64Array },
): void {
  const k = coefficients.length
  out.set(coefficients)
  for (let j = 0; j < k; j++) {
    const z = sigma * generator.normal()
    for (let i = j; i < k; i++) out[i] += factor[i * k + j] * z
  }
}

function drawCorrelation(generator: Generator, correlation: LinearEstimate['correlation']): number {
  if (correlation === null) return 0
  const { value, error } = correlation
  if (error === 0) return value
  return tanh(atanh(value) + (error / (1 - value * value)) * generator.normal())
}

/** Cholesky factor of (X'X)^-1. */
function covarianceFactor({ xtxInverse, x }: Ols): Float64Array {
  const factor = xtxInverse.slice()
  if (!choleskyInto(factor, x.cols)) {
    throw new NumericalError('The covariance of the coefficients is not positive definite.', { columns: x.cols })
  }
  return factor
}
