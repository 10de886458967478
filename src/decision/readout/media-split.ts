import { boughtMedia, type BoughtMedia } from '../../model/design/bought-media.js'
import type { ModelChannel } from '../../model/design/model.js'
import type { Outcome, Window } from '../counterfactual/outcome.js'
import { effectSums } from '../counterfactual/totals.js'

/** The window compared with and the window explained. */
export interface WindowPair {
  readonly before: Window
  readonly now: Window
}

/** What turns a sum over each window into its part of the change: 1 where both are equally long. */
export interface PairWeights {
  readonly before: number
  readonly now: number
}

/** A paid channel's change in three, a value a draw; see `MediaSplit`. */
export interface SplitDraws {
  readonly spend: Float64Array
  readonly costPerUnit: Float64Array | null
  readonly timing: Float64Array
  readonly money: { readonly before: number; readonly now: number }
  readonly unitCost: { readonly before: number; readonly now: number } | null
}

export interface SplitInput {
  readonly outcome: Outcome
  /** Index into `model.channels`; must be paid. */
  readonly channel: number
  readonly windows: WindowPair
  readonly weights: PairWeights
  /** The channel's contribution over each window, a value a draw. */
  readonly contribution: { readonly before: Float64Array; readonly now: Float64Array }
}

/**
 * Splits a paid channel's change into spend, cost per unit and timing: Shapley values over counterfactuals.
 *
 * The counterfactual takes the timing of one of the windows and multiplies what it bought there, so that it buys as many units a period as
 * the stated spend would at the stated cost; media bought outside the window, and media without spend, stay. Where a window bought nothing
 * it has no timing to scale: spend is then what the other window's own spend made in it, and timing is the rest.
 */
export function splitMediaChange(input: SplitInput): SplitDraws {
  const { outcome, channel, windows } = input
  const description = outcome.model.channels[channel]
  const before = flight(outcome, description, windows.before)
  const now = flight(outcome, description, windows.now)
  const money = { before: before.spend, now: now.spend }
  if (before.units > 0 && now.units > 0) {
    const priced = description.spec.media !== description.spec.spend
    const cost = ({ spend, units }: Flight): number => spend / (units * description.scale)
    return {
      ...shapley(input, { before, now, priced }),
      money,
      unitCost: priced ? { before: cost(before), now: cost(now) } : null,
    }
  }
  return { ...oneSided(input, { before, now }), costPerUnit: null, money, unitCost: null }
}

/** What a channel bought in a window. */
interface Flight extends BoughtMedia {
  readonly window: Window
  /** Scaled media bought over the window. */
  readonly units: number
  readonly periods: number
}

function flight(outcome: Outcome, channel: ModelChannel, window: Window): Flight {
  const media = boughtMedia(outcome.model, channel, window)
  const units = media.bought.reduce((sum, value) => sum + value, 0)
  return { ...media, window, units, periods: window.to - window.from }
}

interface Flights {
  readonly before: Flight
  readonly now: Flight
}

/** Which window spend, cost per unit and timing are taken from. */
interface State {
  readonly spend: keyof Flights
  readonly cost: keyof Flights
  readonly timing: keyof Flights
}

/** With t, s, p for timing, spend and price moved: the weights of a Shapley value of three are 1/3, 1/6, 1/6, 1/3. */
function shapley(
  input: SplitInput,
  flights: Flights & { readonly priced: boolean },
): Pick<SplitDraws, 'spend' | 'costPerUnit' | 'timing'> {
  const value = outcomes(input, flights)
  const at = (moved: string): Float64Array => {
    const from = (letter: string): keyof Flights => (moved.includes(letter) ? 'now' : 'before')
    return value({ spend: from('s'), cost: from('p'), timing: from('t') })
  }
  const step = (own: string, [a, b]: readonly [string, string]): Float64Array => {
    const steps = ['', a, b, a + b].map((others) => [at(others + own), at(others)] as const)
    return steps[0][0].map((_, d) => {
      const [alone, afterA, afterB, last] = steps.map(([after, before]) => after[d] - before[d])
      return (2 * alone + afterA + afterB + 2 * last) / 6
    })
  }
  return {
    spend: step('s', ['p', 't']),
    costPerUnit: flights.priced ? step('p', ['s', 't']) : null,
    timing: step('t', ['s', 'p']),
  }
}

/** The weighted contribution in any state; each multiple of each window's media is evaluated once. */
function outcomes(
  { outcome, channel, contribution, weights }: SplitInput,
  flights: Flights & { readonly priced: boolean },
): (state: State) => Float64Array {
  const known = new Map<string, Float64Array>()
  return (state) => {
    const multiple = multipleOf(state, flights)
    const key = `${state.timing} ${multiple}`
    const found = known.get(key)
    if (found !== undefined) return found
    const sums =
      multiple === 1
        ? contribution[state.timing]
        : effectSums(outcome, channel, flights[state.timing].window, scaled(flights[state.timing], multiple))
    const weighted = sums.map((sum) => weights[state.timing] * sum)
    known.set(key, weighted)
    return weighted
  }
}

/** What the window's bought media are multiplied by, so that it buys as many units a period as the state's spend and cost say. */
function multipleOf({ spend, cost, timing }: State, flights: Flights & { readonly priced: boolean }): number {
  const own = flights[timing]
  const spends = spend === timing ? 1 : flights[spend].spend / flights[spend].periods / (own.spend / own.periods)
  if (!flights.priced || cost === timing) return spends
  const units = ({ spend: money, units: bought }: Flight): number => bought / money
  return (spends * units(flights[cost])) / units(own)
}

function scaled({ rest, bought }: Flight, multiple: number): Float64Array {
  return rest.map((value, t) => value + multiple * bought[t])
}

/** Where one of the windows bought nothing. */
function oneSided(
  { outcome, channel, contribution, weights }: SplitInput,
  flights: Flights,
): Pick<SplitDraws, 'spend' | 'timing'> {
  const made = (at: keyof Flights): Float64Array => {
    const { units, rest, window } = flights[at]
    if (!(units > 0)) return new Float64Array(outcome.draws.count)
    const without = effectSums(outcome, channel, window, rest)
    return contribution[at].map((sum, d) => weights[at] * (sum - without[d]))
  }
  const [now, before] = [made('now'), made('before')]
  const spend = now.map((sum, d) => sum - before[d])
  const change = contribution.now.map((sum, d) => weights.now * sum - weights.before * contribution.before[d])
  return { spend, timing: change.map((sum, d) => sum - spend[d]) }
}
