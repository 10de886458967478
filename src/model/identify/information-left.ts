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
 * Information left in each series: what the data could still say of its coefficient, as a share of what the same variation
 * would say if nothing else moved sales and the noise were independent.
 *
 *     left = s^2 · x' M x / x'x,    M = V^-1 - V^-1 D (P + D' V^-1 D)^-1 D' V^-1,    V = s^2 R + a^2 B B'
 *
 * x: the centred series; D: intercept, trend, season, treatments, controls and events, P their prior precisions (nearly flat);
 * B: the smooth trend's columns, with amplitude a = s; R: AR(1) correlation at the middle of its prior; s: the noise's
 * stationary standard deviation at the middle of its prior. It is the ratio of two Fisher informations, so its inverse is the
 * factor on the variance of the estimate. Noise correlation makes slow variation count less and fast variation count
 * more; a result above 1 is given as 1.
 *
 * @param series one or more series, each with one entry a window period, in any unit.
 */
export function informationLeft(model: Model, series: readonly Float64Array[]): InformationLeft[] {
  const all = informationAfter(model, series, model.linear, correlationOf(model))
  const alone = baselineGroups.map((group) => informationOf(model, series, group))
  return series.map((_, i) => ({
    left: all[i],
    takenBy: {
      'slow demand': taken(alone[0], i),
      season: taken(alone[1], i),
      controls: taken(alone[2], i),
    },
  }))
}

function taken(alone: readonly (number | null)[] | null, i: number): number | null {
  const left = alone?.[i] ?? null
  return left === null ? null : 1 - left
}

/** Information left after the intercept and one group; null where the model has nothing of the group. */
function informationOf(model: Model, series: readonly Float64Array[], group: BaselineGroup): (number | null)[] | null {
  const correlation = group === 'slow demand' ? correlationOf(model) : 0
  const columns = model.linear.filter((column) => groupOf(column) === group)
  if (columns.length === 0 && correlation === 0) return null
  const intercept = model.linear.filter((column) => groupOf(column) === null)
  return informationAfter(model, series, [...intercept, ...columns], correlation)
}

function groupOf(column: LinearColumn): BaselineGroup | null {
  if (column.part !== 'baseline') return 'controls'
  if (column.name === 'intercept') return null
  return column.name.startsWith('season.') ? 'season' : 'slow demand'
}

function correlationOf(model: Model): number {
  return model.spec.noise.kind === 'ar1' ? centralValue(model.spec.noise.correlation) : 0
}

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
    return Math.min(1, Math.max(0, (information * noise * noise) / variation))
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
