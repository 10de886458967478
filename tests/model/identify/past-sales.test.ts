import { describe, expect, it } from 'vitest'
import { pastSalesTest } from '../../../src/model/identify/past-sales.js'
import { independentMarket } from '../../support/independent-market.js'

describe('pastSalesTest(model, channel)', () => {
  it('finds spend that follows last month’s sales, with the share that they predict', () => {
    const model = independentMarket({ seed: 3, follow: 1.5 })
    const { status, partialR2, pValue, direction, sentence } = pastSalesTest(model, model.channels[2])
    expect(status).toBe('signal')
    expect(partialR2).toBeGreaterThan(0.2)
    expect(pValue).toBeLessThan(1e-4)
    expect(direction).toBe('positive')
    expect(sentence).toBe(
      `search spend is predicted by last month's sales, partial R2 ${(partialR2 as number).toFixed(2)}: its return is likely overstated.`,
    )
  })

  it('says that spend cut after good sales looks worse than it is', () => {
    const model = independentMarket({ seed: 3, follow: 1.5 })
    const upside = { ...model, kpi: model.kpi.map((value) => 5000 - value) }
    const { direction, sentence } = pastSalesTest(upside, model.channels[2])
    expect(direction).toBe('negative')
    expect(sentence).toContain('its return is likely understated.')
  })

  it('finds nothing where sales follow spend and not the reverse', () => {
    const model = independentMarket({ seed: 5 })
    for (const channel of model.channels) {
      const { status, sentence, pValue } = pastSalesTest(model, channel)
      expect(status).toBe('none')
      expect(pValue).toBeGreaterThan(0.01)
      expect(sentence).toMatch(/^No sign that \w+ spend is predicted by last month's sales \(p 0\.\d+\)\.$/)
    }
  })

  it('is unknown with too few periods, never fine', () => {
    const model = independentMarket({ seed: 3, weeks: 36 })
    expect(pastSalesTest(model, model.channels[0])).toEqual({
      status: 'unknown',
      pValue: null,
      partialR2: null,
      direction: null,
      sentence:
        "Whether tv spend is predicted by last month's sales is unknown: the data have too few periods or its spend is too regular.",
    })
  })
})
