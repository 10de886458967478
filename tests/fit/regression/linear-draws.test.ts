import { expect, it } from 'vitest'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { correlation, mean, quantile, standardDeviation } from '../../../src/numeric/stats/summary.js'
import { pinkham } from '../../support/lydia-pinkham.js'
import { drawsOf, pinkhamModel } from '../../support/ols-models.js'
import { smallModel } from '../../support/small-model.js'

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
  expect(Math.abs(mean(slope) - table.coefficients[1])).toBeLessThan((4 * table.standardErrors[1]) / Math.sqrt(20_000))
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

it('hold the parameters that are given, in the unit of scaled media', () => {
  const given = pinkhamModel(
    'noise: normal',
    'scale: none, adstock: { kind: geometric, retention: 0.3 }, saturation: { kind: hill, halfSaturation: 0.8, slope: 1.5 }',
  )
  const fitted = fitOls(given, { seed: 1, draws: 30 })
  expect(new Set(drawsOf(fitted, 'advertising.retention'))).toEqual(new Set([0.3]))
  expect(new Set(drawsOf(fitted, 'advertising.slope'))).toEqual(new Set([1.5]))
  expect(drawsOf(fitted, 'advertising.halfSaturation')[7]).toBeCloseTo(0.8 * given.channels[0].level, 9)
  expect([...fitted.draws.values].every(Number.isFinite)).toBe(true)
})

it('keep the coefficient of a lagged KPI inside (-1, 1)', () => {
  const fitted = fitOls(pinkhamModel('noise: normal\ndynamics: { laggedKpi: true }'), { seed: 1, draws: 20_000 })
  const lambda = drawsOf(fitted, 'laggedKpi')
  expect(Math.max(...lambda.subarray(0, 20_000))).toBeLessThan(1)
  expect(Math.max(...lambda.subarray(0, 20_000))).toBeGreaterThan(0.97)
})

it('have correlations of the noise that are normal on the scale of their inverse hyperbolic tangent', () => {
  const fitted = fitOls(pinkhamModel('noise: ar1'), { seed: 1, draws: 4000 })
  const rho = fitted.table.correlation!
  const z = drawsOf(fitted, 'noise.correlation').map(Math.atanh)
  expect(Math.abs(mean(z) - Math.atanh(rho))).toBeLessThan((4 * standardDeviation(z)) / Math.sqrt(4000))
  // The standard error of the reference fit, 0.0536, on that scale.
  expect(standardDeviation(z) / (0.053596 / (1 - rho * rho))).toBeCloseTo(1, 1)
})
