import { expect, it } from 'vitest'
import { linearDesign } from '../../../src/fit/regression/linear-design.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { inputErrorOf, pinkhamModel } from '../../support/ols-models.js'
import { smallModel } from '../../support/small-model.js'
import { pinkham } from '../../support/lydia-pinkham.js'

const generator = createGenerator(5, 'media')
const tv = Array.from({ length: 60 }, () => Math.round(generator.uniform() * 100))
const search = Array.from({ length: 60 }, () => Math.round(20 + generator.uniform() * 30))
const price = Array.from({ length: 60 }, () => 9 + generator.uniform())
const sales = tv.map((value, t) => 500 + value + 2 * search[t] - 20 * price[t] + 10 * generator.normal())
const model = smallModel(
  `kpi: { column: sales, kind: revenue }
channels:
  tv: { spend: tv, scale: none, before: zero, adstock: { kind: geometric, retention: 0.5 }, saturation: { kind: hill, halfSaturation: 0.8, slope: 1.5 } }
  search: { spend: search, scale: none, adstock: none, saturation: none, sign: free }
treatments:
  price: { column: price, reference: mean }
baseline: { trend: linear, seasonality: { yearly: 2 } }
noise: normal
fit: { method: ols }
`,
  { columns: { sales, tv, search, price } },
)

it('has the linear block, then a column a channel', () => {
  const { names, x, y } = linearDesign(model)
  expect(names).toEqual([...model.linear.map(({ name }) => name), 'tv', 'search'])
  expect([x.rows, x.cols, y.length]).toEqual([60, names.length, 60])
  expect([...y]).toEqual(sales)
})

it('has adstocked, saturated media at the numbers given: their adstocked, saturated media', () => {
  const { names, x } = linearDesign(model)
  const column = names.indexOf('tv')
  let stock = 0
  const half = 0.8 * model.channels[0].level
  tv.forEach((value, t) => {
    stock = 0.5 * value + 0.5 * stock
    const saturated = stock ** 1.5 / (stock ** 1.5 + half ** 1.5)
    expect(x.data[t * x.cols + column]).toBeCloseTo(saturated, 10)
  })
})

it('drops the first period where the KPI is lagged', () => {
  const { names, x, y } = linearDesign(pinkhamModel('noise: normal\ndynamics: { laggedKpi: true }'))
  expect(names).toEqual(['intercept', 'advertising', 'laggedKpi'])
  expect(y).toEqual(pinkham.sales.slice(1))
  expect(x.data.slice(0, 3)).toEqual(Float64Array.of(1, pinkham.advertising[1], pinkham.sales[0]))
})

it('refuses parameters to be estimated, each by channel and name', () => {
  const model = pinkhamModel('noise: normal', 'adstock: geometric, saturation: { kind: hill, slope: 1 }')
  expect(inputErrorOf(() => linearDesign(model))).toBe(
    [
      '`channels.advertising.adstock.retention` must be a number for ols, which estimates no transforms; write a number or use `method: regression`.',
      '`channels.advertising.saturation.halfSaturation` must be a number for ols, which estimates no transforms; write a number or use `method: regression`.',
    ].join('\n'),
  )
})

it('refuses a smooth trend, a noise level and an effect that are held', () => {
  const yaml = (channel: string, rest: string) => `kpi: { column: Sales, kind: revenue }
channels:
  advertising: { spend: Advertising, adstock: none, saturation: none${channel} }
fit: { method: ols }
${rest}`
  const columns = { Sales: [...pinkham.sales], Advertising: [...pinkham.advertising] }
  const refused = (channel: string, rest: string) =>
    inputErrorOf(() => linearDesign(smallModel(yaml(channel, rest), { period: 'year', columns })))
  expect(refused('', 'baseline: { trend: smooth }')).toBe(
    '`baseline.trend` must be none or linear for ols, which has no smooth trend; or use `method: regression`.',
  )
  expect(refused('', 'noise: { kind: normal, sigma: 0.1 }')).toBe(
    '`noise.sigma` must not be a number for ols, which estimates it; take it out or use `method: regression`.',
  )
  expect(refused(', prior: { coefficient: 2 }', '')).toBe(
    '`channels.advertising.prior` must not be a number for ols, which estimates every effect; take it out.',
  )
})
