import { describe, expect, it } from 'vitest'
import { adstockedMedia } from '../../../src/model/identify/adstocked-media.js'
import { conditionNumber, fixedColumns, varianceInflation } from '../../../src/model/identify/collinearity.js'
import { expectRelative } from '../../support/relative.js'
import { smallModel } from '../../support/small-model.js'

/** D20 of reference/models.md, whose collinearity is known. */
const d20 = {
  tv: [40, 0, 0, 25, 60, 0, 0, 35, 0, 50, 20, 0, 0, 0, 45, 30, 0, 0, 55, 10],
  search: [8, 7.5, 6.9, 9.1, 10.4, 8.8, 7.2, 9, 7.7, 10.1, 9.6, 8.1, 7, 6.6, 9.4, 9.9, 8.3, 7.1, 10.8, 9.2],
  price: [10, 10, 9.5, 9.5, 10, 10.2, 10.2, 10, 9.8, 9.8, 9.5, 10, 10.3, 10.3, 10, 9.6, 9.6, 10.1, 9.9, 10],
  y: [
    201.2, 188.1, 179.4, 202.4, 219.8, 203.3, 186.9, 209.2, 192.7, 224.3, 225.7, 195, 179.2, 173.6, 214.9, 220.9, 201.5,
    187.2, 225, 216.1,
  ],
}

const d20Yaml = `kpi: { column: y, kind: revenue }
channels:
  tv: { spend: tv, adstock: { retention: 0.5 }, saturation: none, before: zero }
  search: { spend: search, adstock: none, saturation: none }
controls: { price: { column: price } }
baseline: { trend: linear, seasonality: { yearly: 0 } }
`

describe('varianceInflation(model, series)', () => {
  it('gives M16 for adstocked tv and search', () => {
    const model = smallModel(d20Yaml, { columns: d20 })
    const [tv, search] = varianceInflation(
      model,
      model.channels.map((channel) => adstockedMedia(model, channel)),
    )
    expectRelative(tv as number, 17.38100457)
    expectRelative(search as number, 19.74697703)
  })

  it('is infinite for a combination of the others and unknown for a constant', () => {
    const model = smallModel(d20Yaml, { columns: d20 })
    const tv = Float64Array.from(d20.tv)
    const sum = tv.map((value, t) => 3 * value + 2 * d20.price[t] - 7)
    expect(varianceInflation(model, [tv, sum])).toEqual([Infinity, Infinity])
    expect(varianceInflation(model, [tv, new Float64Array(20).fill(4)])[1]).toBeNull()
  })

  it('is unknown with fewer rows than columns', () => {
    const columns = Object.fromEntries(Object.entries(d20).map(([name, values]) => [name, values.slice(0, 5)]))
    const model = smallModel(d20Yaml, { columns })
    expect(
      varianceInflation(
        model,
        model.channels.map(({ media }) => media),
      ),
    ).toEqual([null, null])
  })
})

describe('conditionNumber(model, series)', () => {
  it('is 1 + sqrt 2 for an intercept and a series that is on half the time', () => {
    // Unit-length columns with cosine 1 / sqrt 2: singular values sqrt(1 ± 1 / sqrt 2).
    const yaml = `kpi: { column: y, kind: revenue }
channels: { tv: { spend: tv, adstock: none, saturation: none } }
baseline: { trend: none, seasonality: { yearly: 0 } }
`
    const model = smallModel(yaml, { columns: { y: [5, 6, 5, 6], tv: [0, 9, 0, 9] } })
    expectRelative(conditionNumber(model, [Float64Array.of(0, 9, 0, 9)]), 1 + Math.SQRT2, 1e-12)
  })

  it('is infinite where a series is a combination of others', () => {
    const model = smallModel(d20Yaml, { columns: d20 })
    const tv = Float64Array.from(d20.tv)
    expect(conditionNumber(model, [tv, tv.map((value) => 2 * value)])).toBe(Infinity)
  })
})

describe('fixedColumns(model)', () => {
  it('leaves out the smooth trend and the time after the window', () => {
    const model = smallModel(d20Yaml.replace('linear', 'smooth'), { columns: d20 })
    expect(model.linear.some(({ smooth }) => smooth)).toBe(true)
    expect(fixedColumns(model).map(({ length }) => length)).toEqual([20, 20, 20])
  })
})
