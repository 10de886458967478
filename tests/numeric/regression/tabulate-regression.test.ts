import { describe, expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import type { RegressionTable } from '../../../src/numeric/regression/regression-table.js'
import { tabulateOls } from '../../../src/numeric/regression/tabulate-regression.js'
import { jarqueBera } from '../../../src/numeric/regression/jarque-bera.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'

const { sales, advertising } = pinkham
const ones = (n: number) => new Float64Array(n).fill(1)
const fits = {
  static: { columns: [ones(54), advertising], y: sales, names: ['const', 'advertising'] },
  koyck: {
    columns: [ones(53), advertising.slice(1), sales.slice(0, 53)],
    y: sales.slice(1),
    names: ['const', 'advertising', 'sales_lag1'],
  },
  ardl: {
    columns: [ones(53), advertising.slice(1), sales.slice(0, 53), advertising.slice(0, 53)],
    y: sales.slice(1),
    names: ['const', 'advertising', 'sales_lag1', 'adv_lag1'],
  },
}
// RESET is to the digits of 60-digit arithmetic (tests/golden/scripts/reset.py): statsmodels works on raw cubes of the fitted values and
// keeps eight, which are checked further down.
const golden = {
  static: {
    coefficients: '488.8327327 1.434587675',
    standardErrors: '127.4389652 0.1268656998',
    t: '3.8358184 11.307924',
    p: '0.000340174 1.25877e-15',
    neweyWest: '178.9318372 0.2269092845',
    hc3: '139.9890565 0.1748699299',
    quality: '0.7109009398 0.7053413425 127.8691423 -390.9144429 785.8288858 789.8068539 343.4659502',
    tests: {
      'Durbin-Watson': '0.5815926029',
      'Breusch-Godfrey LM': '29.10689519 4.78099e-07',
      'Breusch-Godfrey F': '29.2318851 3.9096e-09',
      'Breusch-Pagan LM': '15.54906015 8.03916e-05',
      'Breusch-Pagan F': '21.02812392 2.88054e-05',
      'White LM': '15.67070198 0.000395503',
      'White F': '10.42552097 0.000159954',
      RESET: '2.594536724520 0.0847076',
      'Jarque-Bera': '0.3911056686 0.82238',
      'Ljung-Box': '5.92087970e+01 4.25360292e-12',
    },
    shape: '-0.205986814 2.935949462',
  },
  koyck: {
    coefficients: '138.6905568 0.3287615214 0.7593065452',
    standardErrors: '95.6602371 0.1556718098 0.09145608181',
    t: '1.4498245 2.1118886 8.3024172',
    p: '0.153351 0.0397145 5.68604e-11',
    neweyWest: '110.3554802 0.1418703904 0.0854242846',
    hc3: '110.908824 0.1737950894 0.09898424607',
    quality: '0.8769895363 0.8720691177 178.2347432 -360.6706658 727.3413315 733.2522073 224.820616',
    tests: {
      'Durbin-Watson': '0.9165423265',
      'Breusch-Godfrey LM': '18.90617112 7.84471e-05',
      'Breusch-Godfrey F': '13.30880461 2.52114e-05',
      'Breusch-Pagan LM': '6.540465608 0.0379976',
      'Breusch-Pagan F': '3.519442077 0.0371513',
      'White LM': '7.969047301 0.15795',
      'White F': '1.663501217 0.162037',
      RESET: '0.3970431461789 0.674493',
      'Jarque-Bera': '2.331077625 0.311755',
      'Ljung-Box': '2.67353833e+01 2.24839323e-05',
    },
    shape: '0.4986555262 3.246886584',
  },
  ardl: {
    coefficients: '154.0653286 0.5894401511 0.9554624803 -0.6600610982',
    standardErrors: '80.49014522 0.1423155048 0.08764417234 0.1415582126',
    t: '1.9140893 4.1417845 10.901609 -4.6628245',
    p: '0.0614584 0.000135564 1.06093e-14 2.43247e-05',
    neweyWest: '85.75882031 0.1321089712 0.06793146763 0.09147492109',
    hc3: '100.8304272 0.1357940255 0.07556950169 0.1185751795',
    quality: '0.9147957577 0.9095791714 175.362912 -350.9393835 709.878767 717.7599347 189.0090839',
    tests: {
      'Durbin-Watson': '1.667582243',
      'Breusch-Godfrey LM': '4.240447942 0.120005',
      'Breusch-Godfrey F': '2.043712922 0.140903',
      'Breusch-Pagan LM': '1.543699456 0.672222',
      'Breusch-Pagan F': '0.4900033136 0.690834',
      'White LM': '6.462609796 0.692873',
      'White F': '0.6634861417 0.736636',
      RESET: '0.6799405562420 0.51156',
      'Jarque-Bera': '31.09803749 1.76664e-07',
      'Ljung-Box': '3.15004639 0.53303689',
    },
    shape: '0.9624442153 6.221324993',
  },
}

const testOf = (table: RegressionTable, name: string) => {
  const { statistic, p } = table.tests.find((test) => test.name === name)!
  return p === null ? [statistic] : [statistic, p]
}

describe('the Lydia Pinkham series', () => {
  for (const name of ['static', 'koyck', 'ardl'] as const) {
    const { columns, y, names } = fits[name]
    const expected = golden[name]
    const fit = ols(matrixFromColumns(columns), y)
    const table = tabulateOls(fit, { names, laggedOutcome: name !== 'static' })

    it(`${name}: coefficients with classical, HC3 and Newey-West errors are the published ones`, () => {
      expect(table.names).toEqual(names)
      expect(table.neweyWestLags).toBe(3)
      for (const key of ['coefficients', 'standardErrors', 't', 'p', 'neweyWest', 'hc3'] as const) {
        expectDigitsOfAll(table[key], expected[key])
      }
    })

    it(`${name}: R2, F and information criteria are the published ones`, () => {
      const { r2, adjustedR2, f, logLikelihood, aic, bic, sigma } = table
      expectDigitsOfAll([r2, adjustedR2, f, logLikelihood, aic, bic, sigma], expected.quality)
      expect(table.fP).toBeLessThan(1e-12)
    })

    it(`${name}: every specification test is the published one`, () => {
      for (const [test, printed] of Object.entries(expected.tests)) expectDigitsOfAll(testOf(table, test), printed)
      const { skewness, kurtosis } = jarqueBera(fit.residuals)
      expectDigitsOfAll([skewness, kurtosis], expected.shape)
    })
  }

  it('RESET agrees with statsmodels to the digits that raw powers keep', () => {
    const published = { static: 2.594536754, koyck: 0.3970431451, ardl: 0.6799405544 }
    for (const name of ['static', 'koyck', 'ardl'] as const) {
      const exact = Number(golden[name].tests.RESET.split(' ')[0])
      expect(Math.abs(exact / published[name] - 1)).toBeLessThan(2e-8)
    }
  })

  it('the long run of the Koyck model is 1.366', () => {
    const { coefficients } = ols(matrixFromColumns(fits.koyck.columns), fits.koyck.y)
    expectDigits(coefficients[1] / (1 - coefficients[2]), '1.365893068')
  })
})
