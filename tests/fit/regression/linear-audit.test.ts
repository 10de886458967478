import { expect, it } from 'vitest'
import { auditLinearDesign } from '../../../src/fit/regression/linear-audit.js'
import { linearDesign } from '../../../src/fit/regression/linear-design.js'
import { inputErrorOf, twoChannelModel } from '../../support/ols-models.js'
import type { Model } from '../../../src/model/design/model.js'

const tv = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
const radio = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]
const sales = [10, 12, 9, 14, 11, 20, 8, 17, 12, 15]

const audit = (model: Model) => auditLinearDesign(linearDesign(model))

it('accepts columns that differ', () => {
  expect(audit(twoChannelModel({ sales, tv, radio }))).toBe(undefined)
})

it('refuses columns that are sums of others, by name', () => {
  const both = tv.map((value, t) => value + radio[t])
  const model = twoChannelModel({ sales, tv, radio, both }, 'controls:\n  both: { column: both, scale: none }\n')
  expect(inputErrorOf(() => audit(model))).toMatch(
    /^Column (tv|radio|both) is a linear combination of (.*) in the fit window, so their effects can't be told apart; take one of them out\.$/,
  )
})

it('refuses columns that are all but sums of others', () => {
  const close = tv.map((value, t) => value + radio[t] + 1e-8 * ((t * 7) % 3))
  const model = twoChannelModel({ sales, tv, radio, close }, 'controls:\n  close: { column: close, scale: none }\n')
  expect(inputErrorOf(() => audit(model))).toContain('so nearly linear combinations of each other')
})

it('refuses a KPI made of the columns', () => {
  const made = tv.map((value, t) => 5 + 2 * value + 3 * radio[t])
  expect(inputErrorOf(() => audit(twoChannelModel({ sales: made, tv, radio })))).toContain('reproduce the KPI exactly')
})

it('refuses fewer periods than columns need', () => {
  const short = { sales: sales.slice(0, 3), tv: tv.slice(0, 3), radio: radio.slice(0, 3) }
  expect(inputErrorOf(() => audit(twoChannelModel(short)))).toBe(
    'Least squares needs more periods than columns; there are 3 periods and 3 columns.',
  )
})
