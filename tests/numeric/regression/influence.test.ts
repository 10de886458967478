import { expect, it } from 'vitest'
import { influence } from '../../../src/numeric/regression/influence.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)

it('leverage, studentised residuals, Cook and PRESS', () => {
  const rows = influence(fit)
  expectDigitsOfAll(rows.leverage.slice(0, 5), '0.3637828271 0.2049413731 0.4198805096 0.6142067728 0.4406573753')
  expectDigits(rows.leverage[19], '0.1953948013')
  expectDigitsOfAll(
    rows.internallyStudentised.slice(0, 5),
    '1.048735117 0.4989300515 -1.436340169 -0.6102202783 -2.584232751',
  )
  expectDigits(rows.internallyStudentised[19], '1.433630304')
  expectDigits(rows.externallyStudentised[4], '-3.351880634')
  expectDigitsOfAll([rows.cooksDistance[4], rows.cooksDistance[3]], '1.0522438 0.1185668464')
  expectDigits(rows.press, '522.9909424')
  expectDigits(Math.sqrt(rows.press / 20), '5.113662789')
})

it('a leave-one-out error is what a fit without the row misses it by', () => {
  const rows = influence(fit)
  const without = (t: number) => {
    const keep = Array.from({ length: 20 }, (_, i) => i).filter((i) => i !== t)
    const data = Float64Array.from(keep.flatMap((i) => [...d20.x.data.subarray(i * 5, i * 5 + 5)]))
    return ols(
      { rows: 19, cols: 5, data },
      Float64Array.from(keep, (i) => d20.y[i]),
    )
  }
  for (const t of [0, 7, 19]) {
    const predicted = without(t).coefficients.reduce((sum, b, j) => sum + b * d20.x.data[t * 5 + j], 0)
    expect(rows.leaveOneOut[t]).toBeCloseTo(d20.y[t] - predicted, 9)
    expect(rows.externallyStudentised[t]).toBeCloseTo(
      fit.residuals[t] / (without(t).sigma * Math.sqrt(1 - rows.leverage[t])),
      9,
    )
  }
})
