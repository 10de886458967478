import { describe, expect, it } from 'vitest'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { fitAr1 } from '../../../src/numeric/regression/ar1.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'
import { drawsOf, inputErrorOf, pinkhamModel } from '../../support/ols-models.js'
import { smallModel } from '../../support/small-model.js'

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
  })

  it('AR(1) noise: generalised least squares at the exact maximum of the likelihood', () => {
    const result = fitOls(pinkhamModel('noise: ar1'), { seed: 1 })
    const direct = fitAr1(matrixFromColumns([new Float64Array(54).fill(1), pinkham.advertising]), pinkham.sales)
    expect(result.table.correlation).toBeCloseTo(direct.correlation, 9)
    expect(result.table.coefficients[1]).toBeCloseTo(direct.whitened.coefficients[1], 9)
    expect(result.table.logLikelihood).toBeCloseTo(direct.logLikelihood, 9)
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

it('takes draws and seed from the spec where none are given', () => {
  const spec = pinkhamModel('noise: normal').spec
  const model = pinkhamModel('noise: normal')
  const seeded = { ...model, spec: { ...spec, fit: { ...spec.fit, seed: 7, draws: 25 } } }
  expect(fitOls(seeded).draws).toEqual(fitOls(model, { seed: 7, draws: 25 }).draws)
  expect(fitOls(model).draws.count).toBe(1000)
})

it('refuses a lagged KPI that explodes', () => {
  const growing = Array.from({ length: 20 }, (_, t) => 100 * 1.2 ** t + ((t * 7) % 5))
  const spend = Array.from({ length: 20 }, (_, t) => 5 + ((t * 3) % 7))
  const model = smallModel(
    `kpi: { column: sales, kind: revenue }\nchannels:\n  tv: { spend: tv, adstock: none, saturation: none }\nbaseline: { trend: none, seasonality: { yearly: 0 } }\nnoise: normal\ndynamics: { laggedKpi: true }\nfit: { method: ols }\n`,
    { columns: { sales: growing, tv: spend } },
  )
  expect(inputErrorOf(() => fitOls(model, { seed: 1 }))).toContain(
    '`dynamics.laggedKpi`: the estimated coefficient of the lagged KPI is 1.2',
  )
})
