import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { auditLinearDesign } from '../../../src/fit/regression/linear-audit.js'
import { linearDesign } from '../../../src/fit/regression/linear-design.js'
import { linearSolve } from '../../../src/fit/regression/linear-solve.js'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { leastSquares } from '../../../src/numeric/linalg/least-squares.js'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { fitAr1 } from '../../../src/numeric/regression/ar1.js'
import { correlation, mean, quantile, standardDeviation } from '../../../src/numeric/stats/summary.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'
import { smallModel } from '../../support/small-model.js'

const data = {
  period: 'year' as const,
  columns: { Sales: [...pinkham.sales], Advertising: [...pinkham.advertising] },
}
const pinkhamModel = (extra = '', channel = 'adstock: none, saturation: none, scale: none, sign: free') =>
  smallModel(
    `kpi: { column: Sales, kind: revenue }
channels:
  advertising: { spend: Advertising, ${channel} }
baseline: { trend: none }
fit: { method: ols }
${extra}`,
    data,
  )
const drawsOf = (result: ReturnType<typeof fitOls>, name: string) => {
  const { names, count, values } = result.draws
  return Float64Array.from({ length: count }, (_, d) => values[d * names.length + names.indexOf(name)])
}

describe('fitOls on the Lydia Pinkham series', () => {
  it('static: the table is the published one', () => {
    const { table, gradients } = fitOls(pinkhamModel('noise: normal'), { seed: 1 })
    expect(table.names).toEqual(['intercept', 'advertising'])
    expectDigitsOfAll(table.coefficients, '488.8327327 1.434587675')
    expectDigitsOfAll(table.standardErrors, '127.4389652 0.1268656998')
    expectDigitsOfAll(table.hc3, '139.9890565 0.1748699299')
    expectDigitsOfAll(table.neweyWest, '178.9318372 0.2269092845')
    expectDigits(table.r2, '0.7109009398')
    expect(table.longRun).toBe(null)
    expect(table.correlation).toBe(null)
    const statistics = Object.fromEntries(table.tests.map(({ name, statistic }) => [name, statistic]))
    expectDigits(statistics['Durbin-Watson'], '0.5815926029')
    expectDigits(statistics['ADF Sales'], '-2.422390504869027')
    expectDigits(statistics['ADF advertising'], '-2.5414479098756644')
    expectDigits(statistics['KPSS Sales'], '0.17940539673907716')
    expect(gradients).toBe(0)
  })

  it('static: correlated residuals fail the diagnosis, with what to write instead', () => {
    const { diagnostics } = fitOls(pinkhamModel('noise: normal'), { seed: 1 })
    expect(diagnostics.passed).toBe(false)
    expect(diagnostics.advice).toEqual([
      'Residuals are correlated over time (Breusch-Godfrey p below 0.001): intervals are too narrow; write `noise: ar1`.',
    ])
    expect(diagnostics.draws).toBe(1000)
  })

  it('Koyck: short and long run are the published ones, on 53 years', () => {
    const result = fitOls(pinkhamModel('noise: normal\ndynamics: { laggedKpi: true }'), { seed: 1 })
    const { table } = result
    expect(table.rows).toBe(53)
    expect(table.names).toEqual(['intercept', 'advertising', 'laggedKpi'])
    expectDigitsOfAll(table.coefficients, '138.6905568 0.3287615214 0.7593065452')
    expectDigitsOfAll(table.hc3, '110.908824 0.1737950894 0.09898424607')
    const [{ name, shortRun, longRun }] = table.longRun!
    expect(name).toBe('advertising')
    expectDigitsOfAll([shortRun, longRun], '0.3287615214 1.365893068')
    for (const lambda of drawsOf(result, 'laggedKpi')) expect(Math.abs(lambda)).toBeLessThan(1)
    expect(result.diagnostics.advice[0]).toBe(
      'Residuals are correlated over time (Breusch-Godfrey p below 0.001): with a lagged KPI the coefficients are biased; use `noise: ar1` instead of the lag.',
    )
  })

  it('AR(1) noise: generalised least squares at the exact maximum of the likelihood', () => {
    const result = fitOls(pinkhamModel('noise: ar1'), { seed: 1, draws: 4000 })
    const direct = fitAr1(matrixFromColumns([new Float64Array(54).fill(1), pinkham.advertising]), pinkham.sales)
    expect(result.table.correlation).toBeCloseTo(direct.correlation, 9)
    expect(result.table.coefficients[1]).toBeCloseTo(direct.whitened.coefficients[1], 9)
    expect(result.table.logLikelihood).toBeCloseTo(direct.logLikelihood, 9)
    const rho = drawsOf(result, 'noise.correlation')
    expect(quantile(rho, 0.5)).toBeCloseTo(direct.correlation, 2)
    const halfWidth = (quantile(rho, 0.841345) - quantile(rho, 0.158655)) / 2
    expect(Math.abs(halfWidth / direct.correlationError - 1)).toBeLessThan(0.1)
    expect(Math.max(...rho)).toBeLessThan(1)
    // Only what generalised least squares leaves is judged, and two lags are still correlated there.
    expect(result.diagnostics.advice.join(' ')).not.toContain('intervals are too narrow')
  })

  it('AR(1) noise at a given correlation is held there in every draw', () => {
    const result = fitOls(pinkhamModel('noise: { kind: ar1, correlation: 0.5 }'), { seed: 1, draws: 50 })
    expect(result.table.correlation).toBe(0.5)
    expect(new Set(drawsOf(result, 'noise.correlation'))).toEqual(new Set([0.5]))
  })

  it('AR(1) noise at correlation 0 is least squares', () => {
    const still = fitOls(pinkhamModel('noise: { kind: ar1, correlation: 0 }'), { seed: 1 }).table
    const plain = fitOls(pinkhamModel('noise: normal'), { seed: 1 }).table
    still.coefficients.forEach((b, j) => expect(b).toBeCloseTo(plain.coefficients[j], 9))
    expect(still.logLikelihood).toBeCloseTo(plain.logLikelihood, 9)
    expect(still.f).toBeCloseTo(plain.f, 7)
    expect(still.r2).toBeCloseTo(plain.r2, 12)
  })

  it('does not depend on how media are scaled, only the unit of the coefficient does', () => {
    const raw = fitOls(pinkhamModel('noise: normal'), { seed: 1 }).table
    const scaled = pinkhamModel('noise: normal', 'adstock: none, saturation: none, sign: free')
    const table = fitOls(scaled, { seed: 1 }).table
    expect(table.coefficients[1] / scaled.channels[0].scale).toBeCloseTo(raw.coefficients[1], 10)
    expect(table.t[1]).toBeCloseTo(raw.t[1], 9)
  })
})

describe('draws of fitOls', () => {
  const model = pinkhamModel('noise: normal')
  const result = fitOls(model, { seed: 3, draws: 20_000 })
  const { table } = result
  const intercept = drawsOf(result, 'intercept')
  const slope = drawsOf(result, 'advertising.coefficient')

  it('have the layout of the model, one row a draw', () => {
    expect(result.draws.names).toEqual(model.layout.names)
    expect(result.draws.count).toBe(20_000)
    expect(result.draws.chains).toBe(1)
    expect(result.draws.values.length).toBe(20_000 * model.layout.names.length)
  })

  it('have the means, t-distributed spread and correlation of the estimates', () => {
    // Student with 52 degrees of freedom: its sd is sqrt(52 / 50) standard errors.
    const stretch = Math.sqrt(52 / 50)
    expect(Math.abs(mean(slope) - table.coefficients[1])).toBeLessThan(
      (4 * table.standardErrors[1]) / Math.sqrt(20_000),
    )
    expect(standardDeviation(slope) / (stretch * table.standardErrors[1])).toBeCloseTo(1, 1)
    expect(standardDeviation(intercept) / (stretch * table.standardErrors[0])).toBeCloseTo(1, 1)
    expect(quantile(slope, 0.975)).toBeCloseTo(table.coefficients[1] + 2.0066 * table.standardErrors[1], 1)
    const a = pinkham.advertising
    const expected = -mean(a) / Math.sqrt(a.reduce((sum, value) => sum + value * value, 0) / a.length)
    expect(correlation(intercept, slope)).toBeCloseTo(expected, 1)
  })

  it('have a noise level whose square is scaled inverse chi-square', () => {
    const sigma = drawsOf(result, 'noise.sigma')
    const scaled = sigma.map((value) => (52 * table.sigma * table.sigma) / (value * value))
    expect(mean(scaled) / 52).toBeCloseTo(1, 1)
    expect(standardDeviation(scaled) / Math.sqrt(104)).toBeCloseTo(1, 1)
  })

  it('are the same for the same seed and differ for another', () => {
    expect(fitOls(model, { seed: 3, draws: 20 }).draws).toEqual(fitOls(model, { seed: 3, draws: 20 }).draws)
    expect(fitOls(model, { seed: 4, draws: 20 }).draws.values).not.toEqual(
      fitOls(model, { seed: 3, draws: 20 }).draws.values,
    )
  })

  it('cover a known truth as often as they say', () => {
    let covered = 0
    const runs = 200
    for (let run = 0; run < runs; run++) {
      const generator = createGenerator(run, 'cover')
      const tv = Array.from({ length: 40 }, () => 5 + generator.uniform() * 10)
      const sales = tv.map((value) => 100 + 3 * value + 6 * generator.normal())
      const sample = fitOls(
        smallModel(
          `kpi: { column: sales, kind: revenue }\nchannels:\n  tv: { spend: tv, adstock: none, saturation: none, scale: none }\nbaseline: { trend: none, seasonality: { yearly: 0 } }\nnoise: normal\nfit: { method: ols }\n`,
          { columns: { sales, tv } },
        ),
        { seed: run, draws: 300 },
      )
      const b = drawsOf(sample, 'tv.coefficient')
      if (quantile(b, 0.05) <= 3 && quantile(b, 0.95) >= 3) covered++
    }
    // 90 % nominal; four standard errors are 8.5 points.
    expect(covered / runs).toBeGreaterThan(0.815)
    expect(covered / runs).toBeLessThan(0.985)
  })
})

describe('transforms that are given numbers', () => {
  const generator = createGenerator(5, 'media')
  const tv = Array.from({ length: 60 }, () => Math.round(generator.uniform() * 100))
  const search = Array.from({ length: 60 }, () => Math.round(20 + generator.uniform() * 30))
  const price = Array.from({ length: 60 }, () => 9 + generator.uniform())
  const sales = tv.map((value, t) => 500 + value + 2 * search[t] - 20 * price[t] + 10 * generator.normal())
  const model = smallModel(
    `kpi: { column: sales, kind: revenue }
channels:
  tv: { spend: tv, scale: none, before: zero, adstock: { kind: geometric, retention: 0.5 }, saturation: { kind: hill, halfSaturation: 0.8, slope: 1.5 } }
  search: { spend: search, scale: none, adstock: none, saturation: none, sign: free }
treatments:
  price: { column: price, reference: mean }
baseline: { trend: linear, seasonality: { yearly: 2 } }
noise: normal
fit: { method: ols }
`,
    { columns: { sales, tv, search, price } },
  )

  it('enter the design as their adstocked, saturated media', () => {
    const { names, x } = linearDesign(model)
    const column = names.indexOf('tv')
    let stock = 0
    const half = 0.8 * model.channels[0].level
    tv.forEach((value, t) => {
      stock = 0.5 * value + 0.5 * stock
      const saturated = stock ** 1.5 / (stock ** 1.5 + half ** 1.5)
      expect(x.data[t * x.cols + column]).toBeCloseTo(saturated, 10)
    })
  })

  it('stand in every draw, in the unit of scaled media', () => {
    const result = fitOls(model, { seed: 1, draws: 30 })
    expect(new Set(drawsOf(result, 'tv.retention'))).toEqual(new Set([0.5]))
    expect(new Set(drawsOf(result, 'tv.slope'))).toEqual(new Set([1.5]))
    expect(drawsOf(result, 'tv.halfSaturation')[7]).toBeCloseTo(0.8 * model.channels[0].level, 12)
    expect([...result.draws.values].every(Number.isFinite)).toBe(true)
  })

  it('ml-regression and the QR agree to 1e-9', () => {
    const { x, y } = linearDesign(model)
    const qr = leastSquares(x, y).coefficients
    linearSolve(x, y).forEach((b, j) => expect(Math.abs(b - qr[j])).toBeLessThan(1e-9 * Math.max(1, Math.abs(qr[j]))))
  })

  it('ml-regression and the QR agree to 1e-9 of the coefficients for ill-conditioned columns in wild units', () => {
    const t = Float64Array.from({ length: 80 }, (_, i) => 1000 + i)
    const columns = [
      new Float64Array(80).fill(1),
      t,
      t.map((value) => value * value),
      t.map((value) => 1e9 * Math.sin(value)),
    ]
    const x = matrixFromColumns(columns)
    const y = t.map((value) => 3 + 0.1 * value + Math.cos(value))
    const qr = leastSquares(x, y)
    const fitted = linearSolve(x, y)
    const size = columns.map((column, j) => Math.abs(qr.coefficients[j]) * Math.max(...column.map(Math.abs)))
    fitted.forEach((b, j) => {
      const scale = Math.max(...columns[j].map(Math.abs))
      expect(Math.abs(b - qr.coefficients[j]) * scale).toBeLessThan(1e-9 * Math.max(...size))
    })
  })
})

describe('what ols refuses', () => {
  const message = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      expect(error).toBeInstanceOf(InputError)
      return (error as InputError).message
    }
    throw new Error('nothing was thrown')
  }
  const two = (columns: Record<string, readonly number[]>, extra = '') =>
    smallModel(
      `kpi: { column: sales, kind: revenue }
channels:
  tv: { spend: tv, adstock: none, saturation: none, scale: none }
  radio: { spend: radio, adstock: none, saturation: none, scale: none }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { method: ols }
${extra}`,
      { columns: columns as Record<string, number[]> },
    )
  const tv = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
  const radio = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]
  const sales = [10, 12, 9, 14, 11, 20, 8, 17, 12, 15]

  it('parameters to be estimated, each by channel and name', () => {
    const model = pinkhamModel('noise: normal', 'adstock: geometric, saturation: { kind: hill, slope: 1 }')
    expect(message(() => fitOls(model, { seed: 1 }))).toBe(
      [
        '`channels.advertising.adstock.retention` must be a number for ols, which estimates no transforms; write a number or use `method: regression`.',
        '`channels.advertising.saturation.halfSaturation` must be a number for ols, which estimates no transforms; write a number or use `method: regression`.',
      ].join('\n'),
    )
  })

  it('a smooth trend', () => {
    const model = smallModel(
      `kpi: { column: Sales, kind: revenue }\nchannels:\n  advertising: { spend: Advertising, adstock: none, saturation: none }\nbaseline: { trend: smooth }\nfit: { method: ols }\n`,
      data,
    )
    expect(message(() => fitOls(model, { seed: 1 }))).toContain('`baseline.trend` must be none or linear for ols')
  })

  it('columns that are sums of others, by name', () => {
    const both = tv.map((value, t) => value + radio[t])
    const model = two({ sales, tv, radio, both }, 'controls:\n  both: { column: both, scale: none }\n')
    expect(message(() => fitOls(model, { seed: 1 }))).toMatch(
      /^Column (tv|radio|both) is a linear combination of (.*) in the fit window, so their effects can't be told apart; take one of them out\.$/,
    )
  })

  it('columns that are all but sums of others', () => {
    const close = tv.map((value, t) => value + radio[t] + 1e-8 * ((t * 7) % 3))
    const model = two({ sales, tv, radio, close }, 'controls:\n  close: { column: close, scale: none }\n')
    expect(message(() => auditLinearDesign(linearDesign(model)))).toContain(
      'so nearly linear combinations of each other',
    )
  })

  it('a KPI made of the columns', () => {
    const made = tv.map((value, t) => 5 + 2 * value + 3 * radio[t])
    expect(message(() => fitOls(two({ sales: made, tv, radio }), { seed: 1 }))).toContain('reproduce the KPI exactly')
  })

  it('fewer periods than columns need', () => {
    const short = { sales: sales.slice(0, 3), tv: tv.slice(0, 3), radio: radio.slice(0, 3) }
    expect(message(() => fitOls(two(short), { seed: 1 }))).toBe(
      'Least squares needs more periods than columns; there are 3 periods and 3 columns.',
    )
  })

  it('a lagged KPI that explodes', () => {
    const growing = Array.from({ length: 20 }, (_, t) => 100 * 1.2 ** t + ((t * 7) % 5))
    const spend = Array.from({ length: 20 }, (_, t) => 5 + ((t * 3) % 7))
    const model = smallModel(
      `kpi: { column: sales, kind: revenue }\nchannels:\n  tv: { spend: tv, adstock: none, saturation: none }\nbaseline: { trend: none, seasonality: { yearly: 0 } }\nnoise: normal\ndynamics: { laggedKpi: true }\nfit: { method: ols }\n`,
      { columns: { sales: growing, tv: spend } },
    )
    expect(message(() => fitOls(model, { seed: 1 }))).toContain(
      '`dynamics.laggedKpi`: the estimated coefficient of the lagged KPI is 1.2',
    )
  })

  it('nothing in silence: a negative coefficient and unused priors are said', () => {
    const falling = tv.map((value, t) => 100 - 3 * value + radio[t] + ((t * 7) % 5))
    const model = smallModel(
      `kpi: { column: sales, kind: revenue }
channels:
  tv: { spend: tv, adstock: none, saturation: none, scale: none, prior: { coefficient: { median: 2, upper95: 6 } } }
  radio: { spend: radio, adstock: none, saturation: none, scale: none }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { method: ols }
`,
      { columns: { sales: falling, tv, radio } },
    )
    const { diagnostics } = fitOls(model, { seed: 1 })
    expect(diagnostics.passed).toBe(false)
    expect(diagnostics.advice[0]).toMatch(/^tv has a negative coefficient \(-\d/)
    expect(diagnostics.advice).toContain('ols uses no priors: those of tv had no effect.')
  })
})
