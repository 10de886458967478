import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { identifiability } from '../../../src/model/identify/identifiability.js'
import { priorBeliefs } from '../../../src/model/identify/prior-beliefs.js'
import { EXAMINED_PERIODS, recentModel } from '../../../src/model/identify/recent-model.js'
import { reverseCausality } from '../../../src/model/identify/reverse-causality.js'
import { smallModel } from '../../support/small-model.js'

const DAYS = 2300
const generator = createGenerator(61, 'recent')
const tv = Array.from({ length: DAYS }, () => (generator.uniform() < 0.5 ? 0 : 1 + generator.uniform()))
const drift = tv.map(
  (
    (level) => () =>
      (level += 0.05 * generator.normal())
  )(0),
)
const heat = tv.map(() => generator.normal())
const sales = tv.map((value) => 100 + value + 3 * generator.normal())
const walk = drift.map((value) => Math.max(0, 5 + value))

const yaml = `kpi: { column: sales, kind: revenue, value: 1, margin: 0.5 }
channels: { tv: { spend: tv }, search: { spend: search } }
controls: { heat: { column: heat } }
`

function daily(from: number, history: number) {
  const columns = { sales, tv, search: walk, heat }
  const cut = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(from)]))
  return smallModel(yaml, { columns: cut, period: 'day', history })
}

describe('recentModel(model)', () => {
  it('is the model itself up to the limit', () => {
    const model = daily(DAYS - EXAMINED_PERIODS, 0)
    expect(model.periods).toBe(EXAMINED_PERIODS)
    expect(recentModel(model)).toBe(model)
  })

  it('keeps the last periods of every series, and media before them as history', () => {
    const model = daily(0, 0)
    const recent = recentModel(model)
    expect([recent.periods, recent.history]).toEqual([EXAMINED_PERIODS, 500])
    expect([...recent.kpi]).toEqual(sales.slice(-EXAMINED_PERIODS))
    expect([recent.value?.length, recent.margin?.length]).toEqual([EXAMINED_PERIODS, EXAMINED_PERIODS])
    for (const [c, channel] of recent.channels.entries()) {
      expect(channel.media).toEqual(model.channels[c].media.slice(-EXAMINED_PERIODS - 500))
      expect(channel.spend).toEqual(model.channels[c].spend?.slice(-EXAMINED_PERIODS - 500))
    }
    const smooth = recent.linear.filter((column) => column.smooth)
    expect(smooth.length).toBeLessThan(model.linear.filter((column) => column.smooth).length)
    for (const { values } of recent.linear) expect(values).toHaveLength(EXAMINED_PERIODS + model.horizon)
  })

  it('leaves about what a model of the same rows leaves', () => {
    const long = identifiability(daily(0, 0))
    const short = identifiability(daily(DAYS - EXAMINED_PERIODS - 500, 500))
    expect([long.periods, long.examinedPeriods, short.periods]).toEqual([DAYS, EXAMINED_PERIODS, EXAMINED_PERIODS])
    for (const [c, channel] of long.channels.entries()) {
      const [a, b] = [channel.informationLeft as number, short.channels[c].informationLeft as number]
      expect(Math.abs(a / b - 1)).toBeLessThan(0.02)
    }
    expect(long.channels[1].informationLeft).toBeLessThan(0.1)
  })
})

describe('the checks on long data', () => {
  it('say how many periods they looked at', () => {
    const model = daily(0, 0)
    expect(reverseCausality(model).examinedPeriods).toBe(EXAMINED_PERIODS)
    expect(priorBeliefs(model, { draws: 20, seed: 1 })?.examinedPeriods).toBe(EXAMINED_PERIODS)
  })

  it('look at all of them where a channel spent only before', () => {
    const model = daily(0, 0)
    const [first, second] = model.channels
    const early = (series: Float64Array): Float64Array => series.map((value, t) => (t < 500 ? value : 0))
    const stopped = { ...second, media: early(second.media), spend: early(second.spend as Float64Array) }
    const report = priorBeliefs({ ...model, channels: [first, stopped] }, { draws: 20, seed: 1 })
    expect(report?.examinedPeriods).toBe(DAYS)
  })
})
