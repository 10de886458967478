import { describe, expect, it } from 'vitest'
import { appendColumns } from '../../../src/numeric/regression/append-columns.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { bartlettLags, heteroskedasticErrors, neweyWestErrors } from '../../../src/numeric/regression/robust-errors.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

describe('robust standard errors on the twenty-period data (M14)', () => {
  const fit = ols(d20.x, d20.y)

  it('HC0 to HC3 are the published ones', () => {
    expectDigitsOfAll(
      heteroskedasticErrors(fit, 'HC0'),
      '51.46616444 0.1811285115 2.572029728 4.115835484 0.1168962337',
    )
    expectDigitsOfAll(heteroskedasticErrors(fit, 'HC1'), '59.42800779 0.2091491897 2.969924111 4.752557449 0.134980144')
    expectDigitsOfAll(
      heteroskedasticErrors(fit, 'HC2'),
      '62.13102471 0.2365798996 3.318995245 4.925508892 0.1424099304',
    )
    expectDigitsOfAll(
      heteroskedasticErrors(fit, 'HC3'),
      '75.79511591 0.3134572177 4.361309389 5.950055451 0.1790616572',
    )
  })

  it('Newey-West with three lags is the published one, with and without the small-sample factor', () => {
    const errors = neweyWestErrors(fit, 3)
    expectDigitsOfAll(errors, '53.45656561 0.1778689391 2.387977719 4.393053724 0.09715812115')
    const factor = Math.sqrt(20 / 15)
    expectDigitsOfAll(
      errors.map((error) => factor * error),
      '61.72632508 0.2053853598 2.757399157 5.0726615 0.1121885348',
    )
  })

  it('Newey-West without lags is HC0', () => {
    const plain = heteroskedasticErrors(fit, 'HC0')
    neweyWestErrors(fit, 0).forEach((error, j) => expect(error).toBeCloseTo(plain[j], 12))
  })

  it('the rule for lags is floor(4 (n / 100)^(2/9))', () => {
    for (let n = 2; n < 2000; n++) expect(bartlettLags(n)).toBe(Math.floor(4 * (n / 100) ** (2 / 9) + 1e-12))
  })
})

it('an indicator of one period leaves the other errors finite, as if the period were not there', () => {
  const indicator = Float64Array.from({ length: 20 }, (_, t) => (t === 6 ? 1 : 0))
  const errors = heteroskedasticErrors(ols(appendColumns(d20.x, [indicator]), d20.y), 'HC3')
  const keep = Array.from({ length: 20 }, (_, t) => t).filter((t) => t !== 6)
  const data = Float64Array.from(keep.flatMap((t) => [...d20.x.data.subarray(t * 5, t * 5 + 5)]))
  const without = ols(
    { rows: 19, cols: 5, data },
    Float64Array.from(keep, (t) => d20.y[t]),
  )
  heteroskedasticErrors(without, 'HC3').forEach((error, j) => expect(errors[j]).toBeCloseTo(error, 8))
  expect(Number.isFinite(errors[5])).toBe(true)
})
