import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import type { Spec } from '../../model/spec/spec.js'
import { createGenerator, type Generator } from '../../numeric/random/generator.js'
import { studentVariate } from '../../numeric/random/variates.js'
import { exp } from '../../numeric/special/exp-log.js'
import { median, sum } from '../../numeric/stats/summary.js'
import { createOutcome, drawValue, wholeWindow, type Outcome } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'
import { windowSums } from '../counterfactual/totals.js'
import { otherShape, type OtherShape } from './other-shape.js'

/** Multiples of the fitted contribution that are planted: nothing, a modest effect, a strong one. */
export const plantedLevels = [0, 0.5, 2] as const
/** Log-sd by which a planted effect differs from its level, so that no two worlds ask the same question. */
const JITTER = 0.2

/** A market whose truth is known, made of the user's own spend, controls and calendar. */
export interface PlantedWorld {
  /** From 0; with the seed it fixes the whole world. */
  readonly index: number
  /** What is planted, as an outcome of one draw: every true figure is computed like an estimated one. */
  readonly truth: Outcome
  /** The user's model with this world's KPI in place of the observed one. */
  readonly model: Model
  /** Level of each channel, in model order. */
  readonly levels: readonly number[]
  /** Whether carry-over and saturation are of other families than those fitted. */
  readonly otherShape: boolean
}

/** What worlds are made of. */
export interface Planting {
  /** A quick fit of the user's model; worlds spread over its draws. */
  readonly fitted: Outcome
  /** Median size of each channel's contribution over draws, KPI units, in model order. */
  readonly contributions: readonly number[]
  readonly worlds: number
}

/** Prepares so many worlds after a fit. */
export function plantingOf(fitted: Outcome, worlds: number): Planting {
  const { model } = fitted
  const sizes = model.channels.map((_, c) =>
    windowSums(channelContribution(fitted, c), model.periods, wholeWindow(model)).map((kpi) => Math.abs(kpi)),
  )
  return { fitted, contributions: sizes.map((size) => median(size)), worlds }
}

/**
 * Plants one world: baseline, season, controls and noise parameters of one draw of a fit, known effects of media, and fresh noise.
 *
 * In every three worlds each channel has each of the three levels once, in an order of its own; each third world has other shapes.
 *
 * @param index from 0.
 * @example plantWorld(plantingOf(outcomeOf(fit), 18), 0).model.kpi
 */
export function plantWorld({ fitted, contributions, worlds }: Planting, index: number): PlantedWorld {
  const { model, draws } = fitted
  const generator = createGenerator(model.spec.fit.seed, 'planted', index)
  const draw = Math.floor(((index + 0.5) * draws.count) / worlds)
  const foreign = index % plantedLevels.length === plantedLevels.length - 1
  const shapes = model.channels.map((channel) => (foreign ? otherShape(model, channel, generator) : null))
  const levels = model.channels.map(({ name }) => levelOf(model, name, index))
  const truth = truthOf(fitted, draw, shapes)
  scaleContributions(
    truth,
    levels.map((level, c) => level * exp(JITTER * generator.normal()) * contributions[c]),
  )
  return { index, truth, model: observedIn(model, truth, generator), levels, otherShape: foreign }
}

function levelOf({ spec }: Model, channel: string, index: number): number {
  const block = Math.floor(index / plantedLevels.length)
  const order: number[] = [...plantedLevels]
  const generator = createGenerator(spec.fit.seed, 'planted-level', channel, block)
  for (let i = order.length - 1; i > 0; i--) {
    const j = generator.integer(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order[index % plantedLevels.length]
}

/** The parameters of one draw as an outcome of their own, some channels with another shape. */
function truthOf({ model, draws }: Outcome, draw: number, shapes: readonly (OtherShape | null)[]): Outcome {
  const channels = model.spec.channels.map((channel, c) => ({ ...channel, ...specOf(shapes[c]) }))
  const spec: Spec = { ...model.spec, channels }
  const shaped = buildModel(spec, model.dataset, model.frozen)
  const own = draws.values.subarray(draw * draws.names.length, (draw + 1) * draws.names.length)
  const places = new Map(draws.names.map((name, i) => [name, i]))
  const { names } = shaped.layout
  const values = Float64Array.from(names, (name) => own[places.get(name) ?? -1] ?? NaN)
  shaped.channels.forEach((channel, c) => {
    const shape = shapes[c]
    if (shape === null) return
    const at = shaped.layout.channels[c]
    channel.adstock.parameters.forEach(({ name }, i) => (values[at.adstock[i]] = shape.native.adstock[name]))
    channel.saturation.parameters.forEach(({ name }, i) => (values[at.saturation[i]] = shape.native.saturation[name]))
  })
  return createOutcome(shaped, { names, count: 1, chains: 1, values })
}

function specOf(shape: OtherShape | null): Partial<Spec['channels'][number]> {
  return shape === null ? {} : { adstock: shape.adstock, saturation: shape.saturation }
}

/** Sets every coefficient so that the channel contributes so much to the KPI in the window; in place. */
function scaleContributions(truth: Outcome, contributions: readonly number[]): void {
  const { model, draws } = truth
  contributions.forEach((contribution, c) => {
    const place = model.layout.channels[c].coefficient
    draws.values[place] = 1
    const unit = sum(channelContribution(truth, c))
    draws.values[place] = unit > 0 ? contribution / unit : 0
  })
}

/** The user's model with the KPI that a truth and fresh noise give. */
function observedIn(model: Model, truth: Outcome, generator: Generator): Model {
  const { dataset, spec } = model
  const kpi = fittedMean(truth)
  addNoise(truth, kpi, generator)
  const column = Float64Array.from(dataset.columns.get(spec.kpi.column) as Float64Array)
  column.set(kpi, dataset.windowStart)
  const columns = new Map(dataset.columns).set(spec.kpi.column, column)
  // The KPI's own scale is measured again, as it would be if this world's table had been read.
  const frozen = Object.fromEntries(Object.entries(model.frozen).filter(([name]) => name !== 'kpi.scale'))
  return buildModel(spec, { ...dataset, columns }, frozen)
}

/** Adds noise of a truth's own kind, AR(1) noise from its stationary distribution on. */
function addNoise(truth: Outcome, kpi: Float64Array, generator: Generator): void {
  const { layout } = truth.model
  const sigma = drawValue(truth, 0, layout.sigma)
  const rho = drawValue(truth, 0, layout.correlation)
  const degrees = drawValue(truth, 0, layout.degrees)
  let noise = 0
  for (let t = 0; t < kpi.length; t++) {
    const shock = sigma * (degrees > 0 ? studentVariate(generator, degrees) : generator.normal())
    noise = t === 0 ? shock / Math.sqrt(1 - rho * rho) : rho * noise + shock
    kpi[t] += noise
  }
}
