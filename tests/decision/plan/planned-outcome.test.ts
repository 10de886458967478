import { describe, expect, it } from 'vitest'
import { planSetting } from '../../../src/decision/plan/plan-setting.js'
import { plannedOutcome } from '../../../src/decision/plan/planned-outcome.js'
import { boughtMedia } from '../../../src/model/design/bought-media.js'
import { smallFit } from '../support/small-fit.js'

// In the window tv has spend in weeks 9 to 12 (54 to 57 of the fit) and none in 13 to 16; a unit of media costs 2.
const window = { from: 54, to: 60 }
const setting = planSetting(smallFit(), window)
const [tv] = setting.outcome.model.channels
const today = setting.today.spend.get('tv')!

const withTv = (spend: Float64Array) =>
  plannedOutcome(setting, { window, spend: new Map([['tv', spend]]) }).model.channels[0]

describe('plannedOutcome(setting, plan)', () => {
  it('leaves a channel as it is under today’s own spend', () => {
    expect(withTv(today.slice())).toBe(tv)
  })

  it('scales media with spend where there was some', () => {
    const doubled = withTv(today.map((money) => 2 * money))
    for (let t = 54; t < 60; t++) expect(doubled.media[t]).toBe(2 * tv.media[t])
    expect(doubled.media.slice(0, 54)).toEqual(tv.media.slice(0, 54))
  })

  it('buys at the window’s cost per unit where there was none', () => {
    const planned = withTv(Float64Array.from(today, (money) => (money === 0 ? 50 : money)))
    const silent = today.indexOf(0)
    expect(silent).toBeGreaterThanOrEqual(0)
    expect(planned.media[54 + silent] * tv.scale).toBeCloseTo(25, 10)
  })

  it('keeps media that no money bought, and buys beside them', () => {
    const t = 54 + today.indexOf(0)
    const media = tv.media.slice()
    media[t] = 3
    const { model } = setting.outcome
    const channels = [{ ...tv, media }, ...model.channels.slice(1)]
    const free = { ...setting, outcome: { ...setting.outcome, model: { ...model, channels } } }
    const spend = today.slice()
    spend[t - 54] = 50
    const planned = plannedOutcome(free, { window, spend: new Map([['tv', spend]]) }).model
    const { bought, rest } = boughtMedia(planned, planned.channels[0], window)
    expect(rest[t]).toBe(3)
    expect(bought[t] * tv.scale).toBeCloseTo(25, 10)
    const none = plannedOutcome(free, { window, spend: new Map([['tv', new Float64Array(6)]]) }).model.channels[0]
    expect(none.media[t]).toBe(3)
    expect(none.media[54]).toBe(0)
  })

  it.each([
    [
      { window: { from: 0, to: 6 }, spend: new Map() },
      'The plan is over periods 0 to 6, but its setting over 54 to 60.',
    ],
    [
      { window, spend: new Map([['tw', today]]) },
      'The plan names `tw`, which is no paid channel of the model (tv, search). Did you mean `tv`?',
    ],
    [
      { window, spend: new Map([['newsletter', today]]) },
      'The plan names `newsletter`, which is organic: nobody pays for it',
    ],
    [{ window, spend: new Map([['tv', new Float64Array(5)]]) }, 'The plan has 5 periods for tv; its window has 6.'],
    [
      { window, spend: new Map([['tv', Float64Array.of(1, -2, 0, 0, 0, 0)]]) },
      "The plan's spend on tv in 2024-01-22 must be a number of at least 0, not -2.",
    ],
  ])('refuses a plan that doesn’t fit: %#', (plan, message) => {
    expect(() => plannedOutcome(setting, plan)).toThrow(message)
  })
})
