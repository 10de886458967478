import { describe, expect, it } from 'vitest'
import { expectedOutcome } from '../../../src/decision/counterfactual/expected-outcome.js'
import { outcomeOf, type Outcome, type Window } from '../../../src/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { windowSums } from '../../../src/decision/counterfactual/totals.js'
import { splitMediaChange, type SplitDraws } from '../../../src/decision/readout/media-split.js'
import { smallFit } from '../support/small-fit.js'

const outcome = outcomeOf(smallFit({ draws: 4 }))
const windows = { before: { from: 2, to: 22 }, now: { from: 25, to: 55 } }
const weights = { before: 25 / 20, now: 25 / 30 }

function split(channel: number, pair = windows): SplitDraws {
  const part = channelContribution(outcome, channel)
  const contribution = {
    before: windowSums(part, outcome.model.periods, pair.before),
    now: windowSums(part, outcome.model.periods, pair.now),
  }
  return splitMediaChange({ outcome, channel, windows: pair, weights, contribution })
}

/** The channel's contribution to a window whose spend is multiplied, by the engine that values plans. */
function contributionAt({ model }: Outcome, channel: number, window: Window, multiple: number): Float64Array {
  const { name, spend } = model.channels[channel]
  const history = spend!.subarray(model.history + window.from, model.history + window.to)
  const plan = { window, spend: new Map([[name, history.map((x) => multiple * x)]]) }
  const rest = fittedMean(outcome)
  channelContribution(outcome, channel).forEach((value, i) => (rest[i] -= value))
  const other = windowSums(rest, model.periods, window)
  return windowSums(expectedOutcome(outcome, plan), model.periods, window).map((sum, d) => sum - other[d])
}

type Factor = 'spend' | 'cost' | 'timing'
const orders: readonly (readonly Factor[])[] = [
  ['spend', 'cost', 'timing'],
  ['spend', 'timing', 'cost'],
  ['cost', 'spend', 'timing'],
  ['cost', 'timing', 'spend'],
  ['timing', 'spend', 'cost'],
  ['timing', 'cost', 'spend'],
]

describe('splitMediaChange', () => {
  it.each([0, 1])('is the mean over all six orders of what each step adds (channel %i)', (channel) => {
    const { model } = outcome
    const { spend: money, media } = model.channels[channel]
    const total = (values: Float64Array, { from, to }: Window, active: boolean): number =>
      values
        .subarray(model.history + from, model.history + to)
        .reduce((sum, value, t) => sum + (active && !(money![model.history + from + t] > 0) ? 0 : value), 0)
    const facts = (['before', 'now'] as const).map((name) => {
      const window = windows[name]
      const [spend, units] = [total(money!, window, false), total(media, window, true)]
      return {
        name,
        window,
        spend: spend / (window.to - window.from),
        cost: spend / units,
        units: units / (window.to - window.from),
      }
    })
    const state = (moved: ReadonlySet<Factor>): Float64Array => {
      const of = (factor: Factor): (typeof facts)[number] => facts[moved.has(factor) ? 1 : 0]
      const volume = of('spend').spend / of('cost').cost
      const { name, window, units } = of('timing')
      return contributionAt(outcome, channel, window, volume / units).map((sum) => sum * weights[name])
    }
    const expected = { spend: new Float64Array(4), cost: new Float64Array(4), timing: new Float64Array(4) }
    for (const order of orders) {
      order.forEach((factor, place) => {
        const [from, to] = [state(new Set(order.slice(0, place))), state(new Set(order.slice(0, place + 1)))]
        to.forEach((value, d) => (expected[factor][d] += (value - from[d]) / 6))
      })
    }
    const found = split(channel)
    found.spend.forEach((value, d) => expect(value).toBeCloseTo(expected.spend[d], 8))
    found.timing.forEach((value, d) => expect(value).toBeCloseTo(expected.timing[d], 8))
    if (found.costPerUnit === null) expect(model.channels[channel].name).toBe('search')
    else found.costPerUnit.forEach((value, d) => expect(value).toBeCloseTo(expected.cost[d], 8))
  })

  it('has no cost per unit for a channel that is counted in money, nor where a window has no spend', () => {
    expect(split(1)).toMatchObject({ costPerUnit: null, unitCost: null })
    // tv rests in periods 4 to 8 of every nine.
    const off = split(0, { before: { from: 4, to: 9 }, now: { from: 9, to: 13 } })
    expect(off).toMatchObject({ costPerUnit: null, unitCost: null })
    expect(off.money.before).toBe(0)
    expect(Math.min(...off.spend)).toBeGreaterThan(0)
    // What is carried in from the weeks before is timing.
    expect(Math.max(...off.timing)).toBeLessThan(0)
  })

  it('is nothing but carry-over where neither window has spend', () => {
    const { spend, money } = split(0, { before: { from: 4, to: 9 }, now: { from: 13, to: 18 } })
    expect(money).toEqual({ before: 0, now: 0 })
    expect(Array.from(spend)).toEqual([0, 0, 0, 0])
  })
})
