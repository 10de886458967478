import type { LinearColumn, Model } from '../design/model.js'
import { LinearBlock } from '../density/linear-block.js'
import { centralValue } from './adstocked-media.js'

/** How much of a channel's variation the data can use, and what takes the rest. */
export interface InformationLeft {
  /** Share in [0, 1] that remains after everything in the baseline; null for media without variation. */
  readonly left: number | null
  /** Share that each part of the baseline takes when it stands alone beside the intercept; null where the model has no such part. */
  readonly takenBy: Readonly<Record<BaselineGroup, number | null>>
}

/** Slow demand: trend, smooth trend and the noise's correlation. Controls: controls, treatments and events. */
export type BaselineGroup = 'slow demand' | 'season' | 'controls'

export const baselineGroups: readonly BaselineGroup[] = ['slow demand', 'season', 'controls']

/**
 * Standard deviation of the smooth trend against that of the noise, at which information is measured: slow demand is taken to
 * wander as much as the noise does. Before a fit nobody knows; a larger ratio leaves slow media less.
 */
const AMPLITUDE_TO_NOISE = 1

/**
 * Information left in each series: what the data could still say of its coefficient, as a share of what they could say if
 * nothing else moved sales.
 *
 *     left = s^2 · x' M x / max(x'x, s^2 · x' N x)
 *     M = V^-1 - V^-1 D (P + D' V^-1 D)^-1 D' V^-1,    V = s^2 R + a^2 B B'
 *
 * x: the centred series; D: intercept, trend, season, treatments, controls and events, P their prior precisions (nearly flat);
 * B: the smooth trend's columns, with amplitude a = s; R: AR(1) correlation at the middle of its prior; s: the noise's
 * stationary standard deviation at the middle of its prior; N: M with nothing but the intercept and R. It is a ratio of Fisher
 * informations, so its inverse is the factor on the variance of the estimate. The denominator is the larger of what independent and
 * correlated noise would leave, so slow media lose by correlation, fast media gain nothing, and the result is in [0, 1].
 *
 * @param series one or more series, each with one entry a window period, in any unit.
 */
export function informationLeft(model: Model, series: readonly Float64Array[]): InformationLeft[] {
  const correlation = correlationOf(model)
  const all = leftAfter(model, series, model.linear, correlation)
  const groups = baselineGroups.map((group) => leftAfterGroup(model, series, group))
  return series.map((_, i) => {
    const [slow, season, controls] = groups.map((left) => taken(left?.[i] ?? null))
    return { left: all[i], takenBy: { 'slow demand': slow, season, controls } }
  })
}

function taken(left: number | null): number | null {
  return left === null ? null : 1 - left
}

/** Information left after the intercept and one group; null where the model has nothing of the group. */
function leftAfterGroup(model: Model, series: readonly Float64Array[], group: BaselineGroup): (number | null)[] | null {
  const correlation = group === 'slow demand' ? correlationOf(model) : 0
  const columns = model.linear.filter((column) => groupOf(column) === group)
  if (columns.length === 0 && correlation === 0) return null
  return leftAfter(model, series, [...interceptOf(model), ...columns], correlation)
}

function leftAfter(
  model: Model,
  series: readonly Float64Array[],
  columns: readonly LinearColumn[],
  correlation: number,
): (number | null)[] {
  const after = informationAfter(model, series, columns, correlation)
  const before = informationAfter(model, series, interceptOf(model), correlation)
  return series.map((_, i) => {
    const [some, most] = [after[i], before[i]]
    return some === null || most === null ? null : Math.max(0, some / Math.max(1, most))
  })
}

function interceptOf(model: Model): LinearColumn[] {
  return model.linear.filter((column) => groupOf(column) === null)
}

function groupOf(column: LinearColumn): BaselineGroup | null {
  if (column.part !== 'baseline') return 'controls'
  if (column.name === 'intercept') return null
  return column.name.startsWith('season.') ? 'season' : 'slow demand'
}

function correlationOf(model: Model): number {
  return model.spec.noise.kind === 'ar1' ? centralValue(model.spec.noise.correlation) : 0
}

/** s^2 x' M x / x'x of each series: 1 for independent noise and nothing else. */
function informationAfter(
  model: Model,
  series: readonly Float64Array[],
  columns: readonly LinearColumn[],
  correlation: number,
): (number | null)[] {
  const rows = model.periods
  const innovation = centralValue(model.spec.noise.sigma)
  const noise = innovation / Math.sqrt(1 - correlation * correlation)
  const block = blockOf(columns, rows)
  if (!block.setHyper(innovation, correlation, AMPLITUDE_TO_NOISE * noise)) return series.map(() => null)
  return series.map((values) => {
    const centred = centre(values)
    const variation = sumOfProducts(centred, centred)
    if (!(variation > negligible * sumOfProducts(values, values))) return null
    block.evaluate(centred)
    const information = sumOfProducts(centred, block.residualGradient)
    return (information * noise * noise) / variation
  })
}

/** Variation below this share of the sum of squares is rounding. */
const negligible = 1e-20

function blockOf(columns: readonly LinearColumn[], rows: number): LinearBlock {
  const design = new Float64Array(rows * columns.length)
  columns.forEach(({ values }, j) => {
    for (let t = 0; t < rows; t++) design[t * columns.length + j] = values[t]
  })
  return new LinearBlock({
    design,
    rows,
    columns: columns.length,
    priorMean: new Float64Array(columns.length),
    priorSd: Float64Array.from(columns, ({ priorSd }) => priorSd),
    smooth: columns.map(({ smooth }) => smooth),
  })
}

function centre(values: Float64Array): Float64Array {
  let mean = 0
  for (const value of values) mean += value / values.length
  return values.map((value) => value - mean)
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let t = 0; t < a.length; t++) sum += a[t] * b[t]
  return sum
}
