import { describe, expect, it } from 'vitest'
import { SpendEffect } from '../../../src/model/identify/spend-effect.js'
import { smallModel } from '../../support/small-model.js'

const none = { adstock: new Float64Array(0), saturation: new Float64Array(0) }

describe('SpendEffect', () => {
  it('is spend times media per money without transforms', () => {
    const model = smallModel(
      'kpi: { column: sales, kind: units, value: 2, margin: 0.25 }\nchannels: { tv: { spend: tv, media: grps, adstock: none, saturation: none, scale: none } }\n',
      { columns: { sales: [9, 8, 9, 8], tv: [10, 0, 0, 20], grps: [3, 5, 0, 7] } },
    )
    const effect = new SpendEffect(model, model.channels[0], model.value as Float64Array)
    expect(effect.spend).toBe(30)
    // Media without spend (5) are not bought: 3 + 7 units at value 2, of which a quarter stays.
    expect(effect.at(none)).toEqual({ value: 20, earned: 5 })
  })

  it('counts what comes after the window, nothing from before it, at the last year’s value', () => {
    const model = smallModel(
      'kpi: { column: sales, kind: units, value: price }\nchannels: { tv: { spend: tv, adstock: { retention: 0.5 }, saturation: none, scale: none } }\n',
      { history: 1, columns: { sales: [NaN, 9, 8, 9], price: [1, 1, 2, 3], tv: [64, 0, 0, 8] } },
    )
    const effect = new SpendEffect(model, model.channels[0], model.value as Float64Array)
    expect(effect.spend).toBe(8)
    const { value, earned } = effect.at({ adstock: Float64Array.of(0.5), saturation: new Float64Array(0) })
    // Half of 8 in the last period at 3, the other half later at the mean, 2, to a thousandth of the tail.
    expect(value).toBeCloseTo(4 * 3 + 4 * 2, 1)
    expect(value).toBeLessThan(20)
    expect(earned).toBeNull()
  })

  it('has a tail of the kernel’s length', () => {
    const model = smallModel(
      'kpi: { column: sales, kind: revenue, value: 1 }\nchannels: { tv: { spend: tv, adstock: { kind: binomial, retention: 0.5, length: 4 }, saturation: none, scale: none } }\n',
      { columns: { sales: [9, 8, 9, 8], tv: [0, 0, 0, 10] } },
    )
    const effect = new SpendEffect(model, model.channels[0], model.value as Float64Array)
    expect(effect.at({ adstock: Float64Array.of(0.5), saturation: new Float64Array(0) }).value).toBeCloseTo(10, 12)
  })
})
