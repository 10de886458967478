import { describe, expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { ar1LogLikelihood, fitAr1, glsAr1, whitenVector } from '../../../src/numeric/regression/ar1.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { tabulateAr1 } from '../../../src/numeric/regression/tabulate-regression.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'
import golden from '../../golden/ar1-regression.json' with { type: 'json' }

const series = {
  pinkham: { x: matrixFromColumns([new Float64Array(54).fill(1), pinkham.advertising]), y: pinkham.sales },
  d20: { x: d20.x, y: d20.y },
}
const relative = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual / expected - 1), `${actual} for ${expected}`).toBeLessThan(tolerance)

describe('generalised least squares on the twenty-period data (M17)', () => {
  it('has the published coefficients and errors at correlation 0.4', () => {
    const fit = glsAr1(d20.x, d20.y, 0.4)
    expectDigitsOfAll(fit.coefficients, '216.3025644 0.3556392541 6.314713545 -8.431147868 0.3406978373')
    // The published variance is the noise's own, sigma^2 / (1 - rho^2); ours is that of the innovations.
    expectDigits((fit.sigma * fit.sigma) / (1 - 0.16), '20.17010344')
    expectDigitsOfAll(fit.standardErrors, '55.40282038 0.1663255769 2.719423265 4.563074934 0.2611224541')
  })

  it('has the published exact likelihood at the least-squares coefficients', () => {
    expectDigits(ar1LogLikelihood(ols(d20.x, d20.y).residuals, 0.4, 3), '-55.26297816')
  })
})

describe('exact maximum likelihood', () => {
  for (const name of ['pinkham', 'd20'] as const) {
    it(`equals the maximum found on the full covariance matrix (${name})`, () => {
      const { x, y } = series[name]
      const expected = golden[name]
      const fit = fitAr1(x, y)
      expect(Math.abs(fit.correlation - expected.correlation)).toBeLessThan(1e-7)
      relative(fit.correlationError, expected.correlationError, 1e-3)
      relative(fit.logLikelihood, expected.logLikelihood, 1e-12)
      relative(fit.whitened.sigma, expected.sigma, 1e-6)
      expected.coefficients.forEach((b, j) => relative(fit.whitened.coefficients[j], b, 1e-5))
      expected.standardErrors.forEach((error, j) => relative(fit.whitened.standardErrors[j], error, 1e-5))
      const table = tabulateAr1(x, y, fit, { names: expected.coefficients.map((_, j) => `x${j}`) })
      relative(table.r2, expected.structuralR2, 1e-5)
      expect(table.correlation).toBe(fit.correlation)
      expect(table.aic).toBeCloseTo(-2 * expected.logLikelihood + 2 * (x.cols + 1), 8)
    })
  }

  it('takes most of the static Pinkham slope for the memory of sales', () => {
    const fit = fitAr1(series.pinkham.x, series.pinkham.y)
    expectDigits(fit.correlation, '0.910826')
    expectDigits(fit.whitened.coefficients[1], '0.650708')
  })

  it('a zero correlation is least squares', () => {
    expect(glsAr1(d20.x, d20.y, 0).coefficients).toEqual(ols(d20.x, d20.y).coefficients)
    expect(whitenVector(Float64Array.of(3, 1, 2), 0)).toEqual(Float64Array.of(3, 1, 2))
  })

  it('recovers a known correlation and covers it as often as it says', () => {
    const runs = 150
    let covered = 0
    let sum = 0
    for (let run = 0; run < runs; run++) {
      const generator = createGenerator(run, 'ar1')
      const a = Float64Array.from({ length: 120 }, () => generator.normal())
      let u = generator.normal() / Math.sqrt(1 - 0.36)
      const y = a.map((value, t) => {
        if (t > 0) u = 0.6 * u + generator.normal()
        return 2 + value + u
      })
      const fit = fitAr1(matrixFromColumns([new Float64Array(120).fill(1), a]), y)
      sum += fit.correlation / runs
      if (Math.abs(fit.correlation - 0.6) < 1.645 * fit.correlationError) covered++
    }
    expect(Math.abs(sum - 0.6)).toBeLessThan(0.05)
    expect(covered / runs).toBeGreaterThan(0.8)
    expect(covered / runs).toBeLessThan(0.98)
  })
})
