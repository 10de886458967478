import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { residualTests, unitRootTests } from '../../../src/numeric/regression/residual-tests.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'

const fit = ols(d20.x, d20.y)
const noteOf = (kind: 'static' | 'lagged-outcome' | 'innovations') => residualTests(fit, kind)[0].note

it('are listed in a fixed order, each with what a small p means', () => {
  const tests = residualTests(fit, 'static')
  expect(tests.map(({ name }) => name)).toEqual([
    'Durbin-Watson',
    'Breusch-Godfrey LM',
    'Breusch-Godfrey F',
    'Ljung-Box',
    'Breusch-Pagan LM',
    'Breusch-Pagan F',
    'White LM',
    'White F',
    'ARCH',
    'RESET',
    'Jarque-Bera',
    'CUSUM',
  ])
  expect(tests[0].p).toBe(null)
  for (const { p, note } of tests.slice(1)) {
    expect(p).toBeGreaterThanOrEqual(0)
    expect(p).toBeLessThanOrEqual(1)
    expect(note).toMatch(/^small p: /)
  }
})

it('say what the Durbin-Watson statistic is worth', () => {
  expect(noteOf('static')).toBe('near 2 without first-order correlation')
  expect(noteOf('lagged-outcome')).toBe('biased towards 2 by the lagged outcome: see Breusch-Godfrey')
  expect(noteOf('innovations')).toBe('of the innovations, after the AR(1) correlation')
})

it('leave out what too few rows, or a constant alone, leave undefined', () => {
  const short = ols(
    matrixFromColumns([new Float64Array(4).fill(1), Float64Array.of(1, 2, 4, 3)]),
    Float64Array.of(2, 3, 5, 5),
  )
  expect(residualTests(short, 'static').map(({ name }) => name)).not.toContain('ARCH')
  const flat = ols(matrixFromColumns([new Float64Array(20).fill(1)]), d20.y)
  for (const { name, statistic } of residualTests(flat, 'static')) {
    expect(Number.isFinite(statistic)).toBe(true)
    expect(name).not.toMatch(/Breusch-Pagan|White|RESET/)
  }
})

it('unit roots stand in the table with what a small p means', () => {
  const [adf, level] = unitRootTests('sales', pinkham.sales)
  expect(adf.name).toBe('ADF sales')
  expectDigitsOfAll([adf.statistic, adf.p!], '-2.422390504869027 0.1355163156160768')
  expect(adf.note).toBe('small p: returns to a level; 1 lag, 5 % critical value -2.92')
  expectDigitsOfAll([level.statistic, level.p!], '0.17940539673907716 0.1')
  expect(level.note).toBe('small p: wanders; 3 lags, p held between 0.01 and 0.1')
})

it('unit roots are not sought in series that are constant or too short', () => {
  expect(unitRootTests('flat', new Float64Array(30).fill(1))).toEqual([])
  expect(unitRootTests('short', Float64Array.of(1, 3, 2, 5))).toEqual([])
})

it('unit roots are not sought in a pattern that repeats exactly', () => {
  expect(
    unitRootTests(
      'pulse',
      Float64Array.from({ length: 30 }, (_, t) => (t % 2 === 0 ? 5 : 0)),
    ),
  ).toEqual([])
})

it('innovations are not tested for the form of the mean', () => {
  expect(residualTests(fit, 'innovations').map(({ name }) => name)).not.toContain('RESET')
})
