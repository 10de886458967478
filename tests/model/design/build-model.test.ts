import { describe, expect, it } from 'vitest'
import { smallDataset, smallModel } from '../../support/small-model.js'
import { buildModel } from '../../../src/model/design/build-model.js'

const weeks = 60
const media = Array.from({ length: weeks }, (_, t) => (t % 6 < 2 ? 40 + (t % 4) : 0))
const always = Array.from({ length: weeks }, (_, t) => 20 + (t % 5))
const kpi = media.map((x, t) => 300 + x + always[t])
const base = 'kpi: { column: y, kind: revenue }\n'
const columns = { y: kpi, tv: media, search: always }

describe('buildModel', () => {
  it('scales media so that the mean adstocked level over active periods is 1', () => {
    const model = smallModel(`${base}channels: { tv: { spend: tv, adstock: none } }`, { columns })
    const active = model.channels[0].media.filter((x) => x > 0)
    expect(active.reduce((sum, x) => sum + x, 0) / active.length).toBeCloseTo(1, 12)
    expect(model.channels[0].level).toBe(1)
    expect(model.kpiScale).toBeCloseTo(kpi.reduce((a, b) => a + b, 0) / weeks, 10)
  })

  it('keeps a scale that the spec states, and the level in its unit', () => {
    const model = smallModel(`${base}channels: { tv: { spend: tv, adstock: none, scale: max } }`, { columns })
    const [channel] = model.channels
    expect(channel.scale).toBe(Math.max(...media))
    expect(Math.max(...channel.media)).toBe(1)
    expect(channel.level * channel.scale).toBeCloseTo(41.5, 0)
  })

  it('holds media before the first row steady for an always-on channel and zero for one in flights', () => {
    const model = smallModel(`${base}channels: { tv: { spend: tv }, search: { spend: search } }`, { columns })
    expect(model.channels.map((channel) => channel.beforeRule)).toEqual(['zero', 'steady'])
    expect(model.channels[1].before * model.channels[1].scale).toBeCloseTo(
      always.slice(0, 13).reduce((a, b) => a + b) / 13,
      10,
    )
  })

  it('takes rows before the first KPI as history', () => {
    const model = smallModel(`${base}channels: { tv: { spend: tv } }`, { columns, history: 8 })
    expect(model.channels[0].beforeRule).toBe('history')
    expect([model.history, model.periods, model.channels[0].media.length]).toEqual([8, 52, 60])
  })

  it('lays out draws as channels, linear columns, noise', () => {
    const yaml = `${base}baseline: { trend: linear, seasonality: { yearly: 1 } }\nchannels: { tv: { spend: tv } }`
    expect(smallModel(yaml, { columns }).layout.names).toEqual([
      'tv.coefficient',
      'tv.retention',
      'tv.halfSaturation',
      'tv.slope',
      'intercept',
      'trend',
      'season.sin1',
      'season.cos1',
      'noise.sigma',
      'noise.correlation',
    ])
  })

  it('keeps the frozen numbers of an earlier fit when data are added', () => {
    const spec = smallModel(`${base}channels: { tv: { spend: tv } }`, { columns }).spec
    const first = buildModel(spec, smallDataset({ columns: { y: kpi.slice(0, 40), tv: media.slice(0, 40) } }))
    const refit = buildModel(spec, smallDataset({ columns: { y: kpi, tv: media.map((x) => 2 * x) } }), first.frozen)
    expect(refit.channels[0].scale).toBe(first.channels[0].scale)
    expect(refit.kpiScale).toBe(first.kpiScale)
  })

  it('refuses a share of a KPI whose mean is small against its spread', () => {
    const around = { ...columns, y: kpi.map((_, t) => (t % 2 === 0 ? 10 : -9)) }
    expect(() => smallModel(`${base}channels: { tv: { spend: tv } }`, { columns: around })).toThrow(
      /a channel's share of it has no meaning/,
    )
  })

  it('refuses two channels that are multiples of each other', () => {
    const twin = { ...columns, radio: media.map((x) => 3 * x) }
    expect(() =>
      smallModel(`${base}channels: { tv: { spend: tv }, radio: { spend: radio } }`, { columns: twin }),
    ).toThrow(
      '`channels.radio` has the same media as `channels.tv` in every period (up to a factor); no data can tell them apart: merge them or take one out.',
    )
  })

  it('refuses a channel without media in the window', () => {
    const silent = { ...columns, tv: media.map((x, t) => (t < 10 ? x : 0)) }
    expect(() => smallModel(`${base}channels: { tv: { spend: tv } }`, { columns: silent, history: 10 })).toThrow(
      '`channels.tv`: media column tv has no period above 0 in the fit window; take the channel out.',
    )
  })

  it('refuses a prior of a linear coefficient that is not normal', () => {
    const yaml = `${base}baseline: { intercept: { distribution: gamma, shape: 2, rate: 1 } }\nchannels: { tv: { spend: tv } }`
    expect(() => smallModel(yaml, { columns })).toThrow(/normal/)
  })
})
