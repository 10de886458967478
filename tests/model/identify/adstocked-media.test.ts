import { describe, expect, it } from 'vitest'
import { adstockedMedia, centralValue, saturatedMedia } from '../../../src/model/identify/adstocked-media.js'
import { smallModel } from '../../support/small-model.js'

const columns = { sales: [10, 12, 11, 13], tv: [100, 0, 0, 100] }

function channelModel(tv: string) {
  return smallModel(`kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, ${tv} } }\n`, { columns })
}

describe('adstockedMedia(model, channel)', () => {
  it('carries media over at the median of the prior, in scaled units', () => {
    const model = channelModel('adstock: { kind: geometric, halfLife: { median: 1, upper95: 3 } }, before: zero')
    const stock = adstockedMedia(model, model.channels[0])
    const { scale } = model.channels[0]
    expect([...stock].map((a) => a * scale)).toEqual([50, 25, 12.5, 56.25].map((a) => expect.closeTo(a, 9)))
  })

  it('leaves out the history', () => {
    const yaml = 'kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, adstock: { retention: 0.5 } } }\n'
    const model = smallModel(yaml, { columns, history: 2 })
    const stock = adstockedMedia(model, model.channels[0])
    expect([...stock].map((a) => a * model.channels[0].scale)).toEqual([12.5, 56.25].map((a) => expect.closeTo(a, 9)))
  })
})

describe('saturatedMedia(model, channel)', () => {
  it('is one half at the mean active level, for every curve that has a half-saturation there', () => {
    for (const kind of ['hill', 'logistic', 'tanh', 'michaelis-menten']) {
      const model = channelModel(
        `adstock: none, saturation: { kind: ${kind}, halfSaturation: { median: 1, upper95: 3 } }, scale: none`,
      )
      const out = saturatedMedia(model, model.channels[0])
      expect([...out]).toEqual([0.5, 0, 0, 0.5].map((p) => expect.closeTo(p, 12)))
    }
  })

  it('follows the order of the transforms', () => {
    const order = (order: string): number[] => {
      const model = channelModel(
        `adstock: { retention: 0.5 }, saturation: { kind: michaelis-menten, halfSaturation: 1 }, order: ${order}, before: zero`,
      )
      return [...saturatedMedia(model, model.channels[0])]
    }
    // x = scaled media (m, 0, 0, m) and K = its level a: adstock m / 2 then curve, or curve then half of it.
    const model = channelModel('adstock: { retention: 0.5 }, before: zero')
    const { media, level } = model.channels[0]
    expect(order('adstock-first')[0]).toBeCloseTo(media[0] / 2 / (media[0] / 2 + level), 12)
    expect(order('saturation-first')[0]).toBeCloseTo(media[0] / (media[0] + level) / 2, 12)
  })
})

describe('centralValue(parameter)', () => {
  it('is the fixed value, or the median of the prior', () => {
    expect(centralValue({ fixed: 0.3 })).toBe(0.3)
    expect(centralValue({ prior: { distribution: 'log-normal', mu: Math.log(3), sigma: 1 } })).toBeCloseTo(3, 12)
  })
})
