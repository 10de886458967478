import { matrixFromColumns } from '../../numeric/linalg/matrix.js'
import { archTest } from '../../numeric/regression/arch.js'
import { breuschPagan } from '../../numeric/regression/breusch-pagan.js'
import { durbinWatson } from '../../numeric/regression/durbin-watson.js'
import { jarqueBera } from '../../numeric/regression/jarque-bera.js'
import { ljungBox } from '../../numeric/regression/ljung-box.js'
import { ols } from '../../numeric/regression/ols.js'
import { studentCdf } from '../../numeric/special/distributions.js'
import { normalQuantile } from '../../numeric/special/normal.js'
import type { ReportData } from '../results.js'

/** One test on the residuals, with what its result means. */
export type ResidualCheck = ReportData['residualTests'][number]

const ARCH_LAGS = 2
/** p-values below this one count as a sign. */
const SIGN_BELOW = 0.05
/** Fewer residuals than this can't carry the tests. */
const FEWEST = 12

/** Student noise that innovations are held against: its scale, in their unit, and its degrees of freedom. */
export interface StudentTails {
  readonly scale: number
  readonly degrees: number
}

/**
 * Tests on the innovations: correlation (Durbin-Watson, Ljung-Box), changing variance (Breusch-Pagan on the fitted mean, ARCH), normality
 * (Jarque-Bera).
 *
 * The innovations of a penalised fit aren't those of a regression: p-values are rough, and only Durbin-Watson has no p.
 *
 * @param innovations in time order.
 * @param fitted the structural mean, same length.
 * @param tails Student noise of the model: the tests are then on the normal scores of the innovations under it, so that the outliers which the
 * model allows for decide nothing. Null where noise is Normal.
 * @returns empty for fewer than 12 periods.
 */
export function residualChecks(
  innovations: Float64Array,
  fitted: Float64Array,
  tails: StudentTails | null = null,
): ResidualCheck[] {
  return tails === null
    ? checksOf(innovations, fitted, normalMeaning)
    : checksOf(normalScores(innovations, tails), fitted, studentMeaning)
}

const normalMeaning = {
  sign: "The shocks aren't normal: look for outliers and missing events.",
  none: 'The shocks look normal.',
}
const studentMeaning = {
  sign: "The shocks aren't as Student noise has them: look for outliers on one side and missing events.",
  none: 'The shocks look as the Student noise of the model has them.',
}

/** What a Normal variable would have been with the same probability; kept finite. */
function normalScores(innovations: Float64Array, { scale, degrees }: StudentTails): Float64Array {
  return innovations.map((e) => {
    const tail = studentCdf(-Math.abs(e) / scale, degrees)
    return Math.sign(e) * -normalQuantile(Math.max(tail, Number.MIN_VALUE))
  })
}

function checksOf(innovations: Float64Array, fitted: Float64Array, meaning: typeof normalMeaning): ResidualCheck[] {
  const n = innovations.length
  if (n < FEWEST) return []
  const lags = Math.min(10, Math.floor(n / 5))
  const constant = new Float64Array(n).fill(1)
  const byLevel = breuschPagan(ols(matrixFromColumns([constant, fitted]), innovations))
  const checks: ResidualCheck[] = [
    {
      name: 'Durbin-Watson (innovations)',
      statistic: durbinWatson(innovations),
      p: null,
      meaning: 'Near 2 where neighbouring periods have no correlation left.',
    },
    checkOf(`Ljung-Box (${lags} lags)`, ljungBox(innovations, lags), {
      sign: 'Correlation is left over several periods: intervals may be too narrow.',
      none: 'No sign of correlation over several periods.',
    }),
    checkOf('Breusch-Pagan', byLevel.lm, {
      sign: 'The noise changes with the level of the KPI.',
      none: 'No sign that the noise changes with the level of the KPI.',
    }),
    checkOf(`ARCH (${ARCH_LAGS} lags)`, archTest(innovations, ARCH_LAGS), {
      sign: 'Large shocks come in clusters.',
      none: 'No sign that large shocks come in clusters.',
    }),
    checkOf('Jarque-Bera', jarqueBera(innovations), meaning),
  ]
  return checks.filter(({ statistic }) => Number.isFinite(statistic))
}

function checkOf(
  name: string,
  { statistic, p }: { readonly statistic: number; readonly p: number },
  meaning: { readonly sign: string; readonly none: string },
): ResidualCheck {
  return { name, statistic, p, meaning: p < SIGN_BELOW ? meaning.sign : meaning.none }
}
