import { InputError } from '../../check/errors.js'
import { archTest } from './arch.js'
import { augmentedDickeyFuller, type DickeyFuller } from './augmented-dickey-fuller.js'
import { breuschGodfrey } from './breusch-godfrey.js'
import { breuschPagan } from './breusch-pagan.js'
import { durbinWatson } from './durbin-watson.js'
import type { AuxiliaryTest } from './hypothesis-test.js'
import { jarqueBera } from './jarque-bera.js'
import { kpss } from './kpss.js'
import { ljungBox } from './ljung-box.js'
import type { Ols } from './ols.js'
import type { RegressionTable } from './regression-table.js'
import { resetTest } from './reset.js'
import { bartlettLags } from './robust-errors.js'
import { cusumTest } from './stability.js'
import { white, whiteOfFitted } from './white.js'

type TableTest = RegressionTable['tests'][number]

const GODFREY_LAGS = 2
const LJUNG_LAGS = 4
const ARCH_LAGS = 2
const DICKEY_LAGS = 1

/**
 * Tests on the residuals of a regression, in the table's form; one that too few rows leave undefined is left out.
 *
 * @param kind what the residuals are: of a static regression, of one with the lagged outcome, or the innovations of AR(1) noise.
 */
export function residualTests(fit: Ols, kind: 'static' | 'lagged-outcome' | 'innovations'): TableTest[] {
  const { residuals } = fit
  const rows = residuals.length
  const tests = serialTests(fit, kind)
  if (fit.rank > 1 && rows > fit.rank + 2) {
    tests.push(...bothForms('Breusch-Pagan', breuschPagan(fit), 'variance changes with the regressors'))
  }
  tests.push(...whiteRows(fit))
  if (rows > 2 * ARCH_LAGS + 1) {
    const note = `small p: variance depends on the last ${ARCH_LAGS} shocks`
    tests.push({ name: 'ARCH', ...archTest(residuals, ARCH_LAGS), note })
  }
  // Powers of whitened fitted values would not be those of the mean.
  if (kind !== 'innovations') {
    const note = 'small p: the form is not linear (squares and cubes of the fitted values)'
    tests.push({ name: 'RESET', ...resetTest(fit, 3), note })
  }
  const { statistic, p, skewness, kurtosis } = jarqueBera(residuals)
  const shape = `small p: not normal; skewness ${skewness.toFixed(2)}, kurtosis ${kurtosis.toFixed(2)}`
  tests.push({ name: 'Jarque-Bera', statistic, p, note: shape })
  tests.push({ name: 'CUSUM', ...cusumTest(fit), note: 'small p: coefficients change over time' })
  return tests.filter((test) => Number.isFinite(test.statistic))
}

/**
 * ADF (one lag) and KPSS about a constant of one series, in the table's form; empty for series too short, constant, or of a pattern that
 * repeats exactly.
 */
export function unitRootTests(name: string, series: Float64Array): TableTest[] {
  if (series.length < 8 || series.every((value) => value === series[0])) return []
  const dickey = dickeyOrNull(series)
  if (dickey === null) return []
  const lags = bartlettLags(series.length)
  const { statistic, p } = kpss(series, lags, 'constant')
  const [, five] = dickey.criticalValues
  return [
    {
      name: `ADF ${name}`,
      statistic: dickey.statistic,
      p: dickey.p,
      note: `small p: returns to a level; ${DICKEY_LAGS} lag, 5 % critical value ${five.toFixed(2)}`,
    },
    { name: `KPSS ${name}`, statistic, p, note: `small p: wanders; ${lags} lags, p held between 0.01 and 0.1` },
  ]
}

function serialTests(fit: Ols, kind: 'static' | 'lagged-outcome' | 'innovations'): TableTest[] {
  const rows = fit.residuals.length
  const tests = [durbinWatsonRow(fit.residuals, kind)]
  if (rows > fit.rank + GODFREY_LAGS) {
    const meaning = `correlation up to lag ${GODFREY_LAGS}`
    tests.push(...bothForms('Breusch-Godfrey', breuschGodfrey(fit, GODFREY_LAGS), meaning))
  }
  if (rows > LJUNG_LAGS + 1) {
    const note = `small p: correlation up to lag ${LJUNG_LAGS}`
    tests.push({ name: 'Ljung-Box', ...ljungBox(fit.residuals, LJUNG_LAGS), note })
  }
  return tests
}

function durbinWatsonRow(residuals: Float64Array, kind: 'static' | 'lagged-outcome' | 'innovations'): TableTest {
  const note = {
    static: 'near 2 without first-order correlation',
    'lagged-outcome': 'biased towards 2 by the lagged outcome: see Breusch-Godfrey',
    innovations: 'of the innovations, after the AR(1) correlation',
  }[kind]
  return { name: 'Durbin-Watson', statistic: durbinWatson(residuals), p: null, note }
}

function whiteRows(fit: Ols): TableTest[] {
  const full = white(fit)
  if (full !== null) return bothForms('White', full, 'variance changes with levels, squares or products')
  const short = whiteOfFitted(fit)
  return short === null ? [] : bothForms('White', short, 'variance changes with the fitted value or its square')
}

function bothForms(name: string, { lm, f, degreesOfFreedom }: AuxiliaryTest, meaning: string): TableTest[] {
  return [
    { name: `${name} LM`, ...lm, note: `small p: ${meaning}; chi-square(${degreesOfFreedom})` },
    { name: `${name} F`, ...f, note: `small p: ${meaning}` },
  ]
}

/** Null where the series and its lags are collinear: it repeats a pattern exactly. */
function dickeyOrNull(series: Float64Array): DickeyFuller | null {
  try {
    const test = augmentedDickeyFuller(series, DICKEY_LAGS, 'constant')
    return Number.isFinite(test.statistic) ? test : null
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}
