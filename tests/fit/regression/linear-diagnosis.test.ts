import { expect, it } from 'vitest'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { pinkhamModel, twoChannelModel } from '../../support/ols-models.js'
import { smallModel } from '../../support/small-model.js'

const tv = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
const radio = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]
const sales = [10, 12, 9, 14, 11, 20, 8, 17, 12, 15]

it('correlated residuals fail, with what to write instead', () => {
  const { diagnostics } = fitOls(pinkhamModel('noise: normal'), { seed: 1 })
  expect(diagnostics.passed).toBe(false)
  expect(diagnostics.advice).toEqual([
    'Residuals are correlated over time (Breusch-Godfrey p below 0.001): intervals are too narrow; write `noise: ar1`.',
  ])
  expect(diagnostics.draws).toBe(1000)
})

it('correlated residuals beside a lagged KPI mean biased coefficients', () => {
  const { diagnostics } = fitOls(pinkhamModel('noise: normal\ndynamics: { laggedKpi: true }'), { seed: 1 })
  expect(diagnostics.passed).toBe(false)
  expect(diagnostics.advice[0]).toBe(
    'Residuals are correlated over time (Breusch-Godfrey p below 0.001): with a lagged KPI the coefficients are biased; use `noise: ar1` instead of the lag.',
  )
})

it('an ordinary fit passes without advice, and has no figures of a search', () => {
  const { diagnostics } = fitOls(twoChannelModel({ sales, tv, radio }), { seed: 1, draws: 10 })
  expect(diagnostics).toEqual({
    passed: true,
    advice: [],
    chains: null,
    draws: 10,
    divergences: null,
    rhatMax: null,
    essBulkMin: null,
    essTailMin: null,
    ebfmiMin: null,
    starts: [],
    flat: [],
    unconverged: 0,
    sampler: null,
  })
})

it('channels that can hardly be told apart are named', () => {
  const close = tv.map((value, t) => value + 0.2 * ((t * 7) % 3))
  const { diagnostics } = fitOls(twoChannelModel({ sales, tv, radio: close }), { seed: 1, draws: 10 })
  expect(diagnostics.advice.join(' ')).toMatch(/tv can hardly be told apart from other columns \(VIF \d+\)\./)
})

it('a negative coefficient and unused priors are said, not passed over', () => {
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
