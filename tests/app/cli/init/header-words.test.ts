import { describe, expect, it } from 'vitest'
import { headerSense, saysAny, stemKey } from '../../../../src/app/cli/init/header-words.js'

describe('headerSense', () => {
  it('finds spend in words, capitals and Robyn’s suffix, and what is left is the channel', () => {
    const stems = ['tv_spend_eur', 'TV Spend ($)', 'paidSearchCost', 'print_S', 'Online-Video: Ausgaben'].map(
      headerSense,
    )
    expect(stems.map(({ isSpend }) => isSpend)).toEqual([true, true, true, true, true])
    expect(stems.map(({ stem }) => stem.join(' '))).toEqual(['tv', 'tv', 'paid search', 'print', 'online video'])
  })

  it('holds rates and competitors for no spend', () => {
    for (const header of ['cost_per_click', 'cpc', 'avg_cost', 'competitor_spend'])
      expect(headerSense(header).isSpend).toBe(false)
  })

  it('ranks measures of exposure, the broader the higher', () => {
    const rank = (header: string) => headerSense(header).exposure
    expect(rank('tv_grps')).toBeGreaterThan(rank('social_impressions'))
    expect(rank('facebook_I')).toBeGreaterThan(rank('search_clicks_P'))
    expect([rank('tv_spend'), rank('ctr'), rank('temperature')]).toEqual([0, 0, 0])
    expect(headerSense('search_clicks_P').stem).toEqual(['search'])
  })

  it('tells money from units, and neither from prices, competitors and promotions', () => {
    expect(
      [headerSense('Revenue').money, headerSense('y').money, headerSense('orders').units].every((score) => score > 0),
    ).toBe(true)
    for (const header of ['competitor_sales_B', 'price_revenue', 'sales_promotion', 'tv_spend']) {
      expect([headerSense(header).money, headerSense(header).units]).toEqual([0, 0])
    }
  })

  it('reads headers in any script, without the accents of Latin letters', () => {
    expect(headerSense('Région').words).toEqual(['region'])
    expect(headerSense('продажи ТВ').words).toEqual(['продажи', 'тв'])
    expect(headerSense('').words).toEqual([])
  })
})

it('saysAny(sense, text) compares whole words', () => {
  expect(saysAny(headerSense('brand_price'), 'price rate')).toBe(true)
  expect(saysAny(headerSense('priceless'), 'price rate')).toBe(false)
})

it('stemKey(stem) is the same for one and many', () => {
  expect(stemKey(['leaflets'])).toBe(stemKey(['leaflet']))
  expect(stemKey(['tvs'])).not.toBe(stemKey(['tv']))
})
