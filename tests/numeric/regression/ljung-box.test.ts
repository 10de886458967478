import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { autocorrelations, ljungBox } from '../../../src/numeric/regression/ljung-box.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

it('has the published statistic and autocorrelations on the twenty-period data', () => {
  const { residuals } = ols(d20.x, d20.y)
  const { statistic, p } = ljungBox(residuals, 4)
  expectDigitsOfAll([statistic, p], '1.52296003 0.8225667524')
  expectDigitsOfAll(autocorrelations(residuals, 4), '-0.02538054615 -0.0372938889 -0.2184194026 -0.0932784419')
})

it('takes the mean out first', () => {
  const { residuals } = ols(d20.x, d20.y)
  const shifted = residuals.map((value) => value + 100)
  expect(ljungBox(shifted, 4).statistic).toBeCloseTo(ljungBox(residuals, 4).statistic, 9)
})

it('rejects about one time in twenty when the hypothesis holds', () => {
  const generator = createGenerator(2, 'ljung')
  const runs = 600
  let rejections = 0
  for (let run = 0; run < runs; run++) {
    const a = Float64Array.from({ length: 60 }, () => generator.normal())
    const y = a.map((value) => 1 + 2 * value + generator.normal())
    const sample = ols(matrixFromColumns([new Float64Array(60).fill(1), a]), y)
    if (ljungBox(sample.residuals, 4).p < 0.05) rejections++
  }
  // Four standard errors about 5 %: 3.6 points.
  expect(rejections / runs).toBeGreaterThan(0.014)
  expect(rejections / runs).toBeLessThan(0.086)
})
