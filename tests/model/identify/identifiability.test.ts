import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { identifiability } from '../../../src/model/identify/identifiability.js'
import { independentMarket } from '../../support/independent-market.js'
import { expectRelative } from '../../support/relative.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 156
const generator = createGenerator(31, 'identifiability')
const tv = Array.from({ length: WEEKS }, () => (generator.uniform() < 0.5 ? 0 : 1 + generator.uniform()))
const sales = tv.map((value) => 10 + value + generator.normal())
const season = tv.map((_, t) => 2 + Math.sin((2 * Math.PI * (t + 0.5)) / 52.179))

function report(channels: Record<string, readonly number[]>, extra = '') {
  const lines = Object.keys(channels).map((name) => `  ${name}: { spend: ${name} }`)
  const yaml = `kpi: { column: sales, kind: revenue }\nchannels:\n${lines.join('\n')}\n${extra}`
  return identifiability(smallModel(yaml, { columns: { sales, ...channels } }))
}

describe('identifiability(model)', () => {
  it('says that two channels that move together can’t be told apart', () => {
    const radio = tv.map((value) => 5 * value + (value > 0 ? 1.2 * generator.normal() + 2 : 0))
    const { channels, sentences } = report({ tv, radio })
    const correlation = channels[0].correlations[0].correlation as number
    expect(correlation).toBeGreaterThan(0.95)
    expect(channels.map(({ flags }) => flags)).toEqual([['not-separable'], ['not-separable']])
    expect(sentences).toEqual([
      `radio can't be told apart from tv in this data (correlation ${correlation.toFixed(2)}).`,
    ])
  })

  it('flags a channel that follows the season as confounded with the baseline, and says how much is left', () => {
    const search = season.map((value) => value + 0.1 * generator.normal())
    const { channels, sentences } = report({ tv, search })
    const left = channels[1].informationLeft as number
    expect(left).toBeGreaterThan(0.005)
    expect(left).toBeLessThan(0.1)
    expect(channels[1].flags).toEqual(['baseline-confounded'])
    const percent = left < 0.00995 ? `${(100 * left).toFixed(1)} %` : `${Math.round(100 * left)} %`
    expect(sentences).toEqual([`search: ${percent} of its variation is left after season and slow demand.`])
  })

  it('has nothing to say of flights that are independent of all else', () => {
    const radio = tv.map(() => (generator.uniform() < 0.5 ? 0 : 1 + generator.uniform()))
    const { channels, sentences, conditionNumber } = report({ tv, radio })
    expect(sentences).toEqual([])
    for (const channel of channels) {
      expect(channel.flags).toEqual([])
      expect(channel.informationLeft).toBeGreaterThan(0.5)
      expect(channel.vif).toBeLessThan(1.5)
    }
    expect(conditionNumber).toBeLessThan(30)
  })

  it('finds a channel that only several others together explain', () => {
    const radio = tv.map(() => 3 * generator.uniform())
    const print = tv.map(() => 3 * generator.uniform())
    const mix = tv.map((value, t) => value + radio[t] + print[t] + 0.05 * generator.normal() + 1)
    const { channels, sentences } = report({ tv, radio, print, mix })
    const { vif, flags } = channels[3]
    expect(vif).toBeGreaterThan(20)
    expect(flags).toEqual(['not-separable'])
    expect(sentences).toContain(
      `mix is nearly a combination of the other channels, given season and controls (variance inflation ${(vif as number).toFixed(0)}).`,
    )
  })

  it('counts active periods, and what is estimated', () => {
    const launch = tv.map((_, t) => (t >= 100 && t < 106 ? 4 + t / 50 : 0))
    const { channels, sentences, parameters, rowsPerParameter } = report({ tv, launch })
    // Two channels of half-life, half-saturation, slope and effect; intercept, trend, 8 seasonal columns; amplitude, sigma, correlation.
    expect(parameters).toBe(8 + 10 + 3)
    expectRelative(rowsPerParameter, 156 / 21)
    expect(channels[1].activePeriods).toBe(6)
    expect(channels[1].rowsPerParameter).toBe(1.5)
    expect(channels[1].flags).toEqual(['few-active-periods'])
    expect(sentences).toEqual([
      'launch is active in only 6 weeks, for 4 parameters: its prior will decide most of its answer.',
    ])
  })

  it('names steady media, and fixed parameters are not counted', () => {
    const steady = tv.map((_, t) => 100 + (t % 2))
    const yaml = `kpi: { column: sales, kind: revenue }
channels: { fees: { spend: fees, adstock: none, saturation: { kind: michaelis-menten, halfSaturation: 1 } } }
`
    const { channels, sentences } = identifiability(smallModel(yaml, { columns: { sales, fees: steady } }))
    expect(channels[0].parameters).toBe(1)
    expect(channels[0].flags).toEqual(['steady-media'])
    expect(channels[0].spendVariation).toBeCloseTo(0.5 / 100.5, 4)
    expect(sentences).toEqual(['fees varies by only 0.5 % of its mean: the data can hardly tell it from the baseline.'])
  })

  it('says that few periods leave much to the priors', () => {
    const model = independentMarket({ seed: 1, weeks: 60 })
    const { rowsPerParameter, sentences } = identifiability(model)
    expect(sentences).toContain(
      `The data have ${rowsPerParameter.toFixed(1)} weeks per estimated parameter: priors will decide much of every answer.`,
    )
  })

  it('is plain data that JSON keeps', () => {
    const result = report({ tv })
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})
