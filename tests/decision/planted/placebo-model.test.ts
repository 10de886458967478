import { describe, expect, it } from 'vitest'
import { shiftedOrder, shuffledOrder } from '../../../src/decision/planted/placebo-media.js'
import { placeboModel } from '../../../src/decision/planted/placebo-model.js'
import { smallModel } from '../../support/small-market.js'

describe('a model with a placebo', () => {
  const own = smallModel()
  const order = shiftedOrder(own.channels[1].media.subarray(own.history))!
  const extended = placeboModel(own, 1, order)

  it('has one more channel, with the transforms and the priors of the one it copies', () => {
    expect(extended.channels.map(({ name }) => name)).toEqual(['tv', 'search', 'newsletter', 'search (placebo)'])
    const { name: _name, spend: _spend, media: _media, ...rest } = own.spec.channels[1]
    expect(extended.spec.channels[3]).toMatchObject(rest)
  })

  it('moves spend and media of the window together and leaves what came before', () => {
    const { history, periods } = own
    const [, search, , placebo] = extended.channels
    for (let t = 0; t < history; t++) expect(placebo.spend![t]).toBe(search.spend![t])
    for (let t = 0; t < periods; t++) {
      expect(placebo.spend![history + t]).toBe(search.spend![history + order.from[t]])
      expect(placebo.media[history + t] * placebo.scale).toBeCloseTo(
        search.media[history + order.from[t]] * search.scale,
        6,
      )
    }
  })

  it('leaves every other channel, the KPI and the linear part as they were', () => {
    expect(extended.channels.slice(0, 3).map(({ media }) => media)).toEqual(own.channels.map(({ media }) => media))
    expect(extended.kpi).toEqual(own.kpi)
    expect(extended.linear).toEqual(own.linear)
  })

  it('finds a name that is free', () => {
    const media = own.channels[1].media.subarray(own.history)
    const again = placeboModel(extended, 1, shuffledOrder(media, 1, 'search')!)
    expect(again.channels.at(-1)!.name).toBe('search (placebo) (placebo)')
  })
})
