import { expect, it } from 'vitest'
import type { RegressionTable } from '../../../src/numeric/regression/regression-table.js'
import { coefficientsTable, regressionTestsTable } from '../../../src/present/table/coefficients-table.js'
import { toTerminal } from '../../../src/present/table/to-terminal.js'

const regression: RegressionTable = {
  names: ['intercept', 'advertising'],
  coefficients: [649.123456, 0.531234],
  standardErrors: [120.5, 0.0987],
  hc3: [130.1, 0.11],
  neweyWest: [140.2, 0.12],
  neweyWestLags: 3,
  t: [5.387, 5.382],
  p: [1e-6, 0.0421],
  rows: 54,
  r2: 0.8123,
  adjustedR2: 0.8087,
  f: 112.34,
  fP: 1e-12,
  sigma: 210.3,
  logLikelihood: -364.512,
  aic: 733.024,
  bic: 737.002,
  vif: [null, 1.23],
  conditionNumber: 12.34,
  tests: [{ name: 'Durbin-Watson', statistic: 1.234, p: null, note: 'below 1.5: correlated errors' }],
  longRun: [{ name: 'advertising', shortRun: 0.53, longRun: 1.31 }],
  correlation: 0.61,
}

it('coefficientsTable has a row a coefficient with three standard errors', () => {
  const { rows, columns } = coefficientsTable(regression)
  expect(rows[1]).toEqual({
    term: 'advertising',
    coefficient: 0.531234,
    standardError: 0.0987,
    hc3: 0.11,
    neweyWest: 0.12,
    t: 5.382,
    p: 0.0421,
    vif: 1.23,
  })
  expect(columns.map(({ label }) => label)).toContain('Newey-West (3)')
})

it('coefficientsTable states fit, information criteria, correlation and long-run effects', () => {
  expect(coefficientsTable(regression).notes).toEqual([
    'n 54, R2 0.8123, adjusted R2 0.8087, F 112.34 (p < 0.001), sigma 210.3',
    'log-likelihood -364.512, AIC 733.02, BIC 737.00, condition number 12.3, AR(1) correlation 0.610',
    'advertising: short run 0.53, long run 1.31',
  ])
})

it('coefficientsTable fits a terminal of 80 columns', () => {
  expect(
    Math.max(
      ...toTerminal(coefficientsTable(regression))
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(80)
})

it('regressionTestsTable has a row a test with its note', () => {
  expect(regressionTestsTable(regression).rows).toEqual([
    { test: 'Durbin-Watson', statistic: 1.234, p: null, note: 'below 1.5: correlated errors' },
  ])
})
