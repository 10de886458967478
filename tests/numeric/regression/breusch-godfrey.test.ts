import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { breuschGodfrey } from '../../../src/numeric/regression/breusch-godfrey.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

it('has the published chi-square and F on the twenty-period data', () => {
  const { lm, f, degreesOfFreedom } = breuschGodfrey(ols(d20.x, d20.y), 2)
  expectDigitsOfAll([lm.statistic, lm.p], '0.05561317168 0.9725764587')
  expectDigitsOfAll([f.statistic, f.p], '0.01812467934 0.9820633547')
  expect(degreesOfFreedom).toBe(2)
})

it('finds noise that remembers, also beside a lagged outcome', () => {
  const generator = createGenerator(1, 'godfrey')
  let u = 0
  const a = Float64Array.from({ length: 200 }, () => generator.normal())
  const y = a.map((value) => {
    u = 0.5 * u + generator.normal()
    return value + u
  })
  const fit = ols(matrixFromColumns([new Float64Array(199).fill(1), a.slice(1), y.slice(0, 199)]), y.slice(1))
  expect(breuschGodfrey(fit, 2).lm.p).toBeLessThan(0.01)
})

it('rejects about one time in twenty when the hypothesis holds', () => {
  const generator = createGenerator(2, 'godfrey')
  const runs = 600
  let rejections = 0
  for (let run = 0; run < runs; run++) {
    const a = Float64Array.from({ length: 60 }, () => generator.normal())
    const y = a.map((value) => 1 + 2 * value + generator.normal())
    const sample = ols(matrixFromColumns([new Float64Array(60).fill(1), a]), y)
    if (breuschGodfrey(sample, 2).f.p < 0.05) rejections++
  }
  // Four standard errors about 5 %: 3.6 points.
  expect(rejections / runs).toBeGreaterThan(0.014)
  expect(rejections / runs).toBeLessThan(0.086)
})
