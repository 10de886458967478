import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { inLanes, sharedObserver } from '../../execute/lanes.js'
import { fingerprintOf } from '../../fit/artefact/join-fit.js'
import type { Fingerprint } from '../../fit/fit.js'
import type { Model } from '../../model/design/model.js'
import { priorBeliefs, type MediaBeliefs } from '../../model/identify/prior-beliefs.js'
import { listWords } from '../../model/spec/check-structure.js'
import { wholeWindow, type Outcome } from '../counterfactual/outcome.js'
import { channelContribution } from '../counterfactual/parts.js'
import { windowSums } from '../counterfactual/totals.js'
import { channelAnswers, type ChannelAnswer, type Measure } from './channel-answers.js'
import {
  fewestPlaceboPeriods,
  shiftedOrder,
  shuffledOrder,
  type PlaceboKind,
  type PlaceboOrder,
} from './placebo-media.js'
import { placeboModel } from './placebo-model.js'
import { quickModel, quickOutcome, quickRefits, requirePriors, windowOf } from './quick-outcome.js'
import type { QuickRefits, StudyWindow } from './recovery.js'

/** Probability of a larger contribution from which a channel stands above its placebo. */
export const standsFrom = 0.9

/** What a model credits channels with that do nothing; `validate --placebo --json` prints it. */
export interface Placebo {
  readonly format: 'mixwright.placebo/1'
  readonly fingerprint: Fingerprint
  /** The fit window, over which every figure is taken. */
  readonly window: StudyWindow
  readonly kpiKind: 'revenue' | 'units'
  readonly currency: string
  /** How the model was refitted, once for each placebo. */
  readonly refits: QuickRefits
  /** In the order of the spec. */
  readonly channels: readonly PlaceboChannel[]
  /** Why a placebo was left out, a sentence each. */
  readonly leftOut: readonly string[]
}

/** One channel and its placebos; at least one. */
export interface PlaceboChannel {
  readonly name: string
  readonly measure: Measure
  readonly placebos: readonly PlaceboAnswer[]
  /** Whether its contribution is larger than that of every placebo with a probability of at least 0.9. */
  readonly standsAbove: boolean
}

/** A refit with one placebo: what it was given, and what the channel that it copies was given beside it. */
export interface PlaceboAnswer {
  readonly kind: PlaceboKind
  /** Shuffled: periods a block. Shifted: periods by which all of them moved on. */
  readonly by: number
  readonly placebo: CreditedAnswer
  /** What the priors expected of the placebo; null without any. */
  readonly prior: Pick<MediaBeliefs, 'share' | 'roas'> | null
  readonly own: CreditedAnswer
  /** Probability that the channel contributes more than its placebo, jointly per draw. */
  readonly above: number
}

export type CreditedAnswer = Pick<ChannelAnswer, 'answer' | 'share' | 'profitable'>

export interface PlaceboOptions {
  readonly executor: Executor
  readonly observer?: Observer
  /** Names of the channels to copy. @defaultValue every paid channel */
  readonly channels?: readonly string[]
}

/**
 * What a model credits channels with that do nothing: for each channel a copy of its spend whose periods are shuffled in blocks, and one moved on
 * by half the window, each added to the model by itself, with the same priors, and refitted quickly.
 *
 * Results depend on the model and its seed, not on the executor.
 *
 * @throws InputError if the model is least squares or without priors, a named channel is unknown, there are too few periods, or no placebo can be fitted.
 * @example (await placeboStudy(model, { executor })).channels.filter(({ standsAbove }) => !standsAbove)
 */
export async function placeboStudy(model: Model, { executor, observer, channels }: PlaceboOptions): Promise<Placebo> {
  requirePriors(model, '--placebo')
  const places = chosenPlaces(model, channels)
  const planned = places.map((place) => ordersOf(model, place))
  const jobs = planned.flatMap(({ orders }, i) => orders.map((order) => ({ place: places[i], order })))
  const watch = sharedObserver(observer, jobs.length)
  const quick = quickModel(model)
  const results = await inLanes(jobs, ({ place, order }) =>
    credited(quick, { place, order, executor, observer: watch() }),
  )
  const found = places.flatMap((place): PlaceboChannel[] => {
    const placebos = results.filter(
      (result, i): result is MeasuredAnswer => jobs[i].place === place && typeof result !== 'string',
    )
    return placebos.length === 0 ? [] : [channelOf(model.channels[place].name, placebos)]
  })
  const failures = results.filter((result) => typeof result === 'string')
  const leftOut = [...planned.flatMap((plan) => plan.leftOut), ...failures]
  if (found.length === 0) throw new InputError(leftOut.join(' '))
  return {
    format: 'mixwright.placebo/1',
    fingerprint: fingerprintOf(model),
    window: windowOf(model),
    kpiKind: model.spec.kpi.kind,
    currency: model.spec.currency,
    refits: quickRefits(quick),
    channels: found,
    leftOut,
  }
}

/** Places of the channels to copy. */
function chosenPlaces({ channels, periods, dataset }: Model, names: readonly string[] | undefined): number[] {
  if (periods < fewestPlaceboPeriods) {
    throw new InputError(
      `\`--placebo\` needs at least ${fewestPlaceboPeriods} ${dataset.period}s to put into another order; there are ${periods}.`,
    )
  }
  const all = channels.map(({ name }) => name)
  const unknown = names?.find((name) => !all.includes(name))
  if (unknown !== undefined) {
    throw new InputError(`\`--channel\` must name a channel of the model (${listWords(all, 'or')}), not ${unknown}.`)
  }
  const places = all.flatMap((name, place) =>
    (names === undefined ? channels[place].spec.kind === 'paid' : names.includes(name)) ? [place] : [],
  )
  if (places.length > 0) return places
  throw new InputError(`\`--placebo\` copies paid channels, and the model has none: name others with \`--channel\`.`)
}

/** The orders in which a channel's periods are copied, and a sentence for each that would be no placebo. */
function ordersOf(model: Model, place: number): { orders: PlaceboOrder[]; leftOut: string[] } {
  const { name, media } = model.channels[place]
  const window = media.subarray(model.history)
  const made = [
    { kind: 'shuffled', order: shuffledOrder(window, model.spec.fit.seed, name) },
    { kind: 'shifted', order: shiftedOrder(window) },
  ]
  return {
    orders: made.flatMap(({ order }) => order ?? []),
    leftOut: made.flatMap(({ kind, order }) =>
      order === null ? [`${name} repeats itself: its ${kind} copy would be ${name} again, and no placebo.`] : [],
    ),
  }
}

interface MeasuredAnswer {
  readonly measure: Measure
  readonly answer: PlaceboAnswer
}

interface PlaceboJob {
  readonly place: number
  readonly order: PlaceboOrder
  readonly executor: Executor
  readonly observer: Observer | undefined
}

/** One placebo, refitted with all channels; a sentence where that can't be done. */
async function credited(
  model: Model,
  { place, order, executor, observer }: PlaceboJob,
): Promise<MeasuredAnswer | string> {
  const { name } = model.channels[place]
  const extended = extendedOrReason(model, place, order)
  if (typeof extended === 'string') return `Not counted: ${name}, ${order.kind}. ${extended}`
  const refit = await quickOutcome(extended, executor, observer)
  if ('failure' in refit) return `Not counted: ${name}, ${order.kind}. ${refit.failure}`
  if (!refit.settled) {
    return `Not counted: ${name}, ${order.kind}, whose short chains don’t agree (R-hat ${refit.rhat?.toFixed(3)}).`
  }
  const { outcome } = refit
  const last = extended.channels.length - 1
  const answers = channelAnswers(outcome)
  const beliefs = priorBeliefs(extended, { seed: model.spec.fit.seed })?.channels[last]
  const answer = {
    kind: order.kind,
    by: order.by,
    placebo: creditOf(answers[last]),
    prior: beliefs === undefined ? null : { share: beliefs.share, roas: beliefs.roas },
    own: creditOf(answers[place]),
    above: probabilityAbove(outcome, place, last),
  }
  return { measure: answers[last].measure, answer }
}

/** The model with the placebo; a sentence where it would have more parameters than periods, or can't be joined to the data. */
function extendedOrReason(model: Model, place: number, order: PlaceboOrder): Model | string {
  try {
    const extended = placeboModel(model, place, order)
    requirePriors(extended, '--placebo')
    return extended
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}

function creditOf({ answer, share, profitable }: ChannelAnswer): CreditedAnswer {
  return { answer, share, profitable }
}

function probabilityAbove(outcome: Outcome, place: number, placebo: number): number {
  const sums = (channel: number): Float64Array =>
    windowSums(channelContribution(outcome, channel), outcome.model.periods, wholeWindow(outcome.model))
  const given = sums(placebo)
  const larger = sums(place).filter((kpi, d) => kpi > given[d]).length
  return larger / given.length
}

function channelOf(name: string, answers: readonly MeasuredAnswer[]): PlaceboChannel {
  return {
    name,
    measure: answers[0].measure,
    placebos: answers.map(({ answer }) => answer),
    standsAbove: answers.every(({ answer }) => answer.above >= standsFrom),
  }
}
