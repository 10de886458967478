import { expect, it } from 'vitest'
import { diagnosticsTable, pText } from '../../../src/present/table/diagnostics-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const rows = (options: Parameters<typeof reportFixture>[0]): Record<string, unknown>[] => [
  ...diagnosticsTable(reportFixture(options)).rows,
]

it('diagnosticsTable says whether the fit converged, with advice where not', () => {
  expect(rows({})[0]).toEqual({ check: 'convergence', value: 'passed', ok: true, meaning: '' })
  expect(rows({ passed: false })[0]).toMatchObject({
    value: 'failed',
    ok: false,
    meaning: '12 of 400 replicates did not converge: raise `fit.starts`.',
  })
})

it('diagnosticsTable leaves out figures that the method has not', () => {
  expect(rows({}).map(({ check }) => check)).not.toContain('R-hat, largest')
})

it('diagnosticsTable judges R-hat and divergences where there are chains', () => {
  const data = reportFixture()
  const summary = {
    ...data.summary,
    diagnostics: { ...data.summary.diagnostics, chains: 4, rhatMax: 1.02, divergences: 0 },
  }
  const found = diagnosticsTable({ ...data, summary }).rows
  expect(found.find(({ check }) => check === 'R-hat, largest')).toMatchObject({ value: '1.02', ok: false })
  expect(found.find(({ check }) => check === 'divergences')).toMatchObject({ value: '0', ok: true })
})

it('diagnosticsTable shows plausibility and each test once', () => {
  const found = rows({ passed: false })
  expect(found.find(({ check }) => check === 'negative baseline')).toMatchObject({ value: '31 %', ok: false })
  expect(found.find(({ check }) => check === 'Ljung-Box (12 lags)')).toMatchObject({ value: '14.2, p 0.287', ok: null })
  expect(found.filter(({ check }) => /durbin-watson.*innovations/i.test(String(check)))).toHaveLength(1)
})

it('diagnosticsTable sets the hold-out against the year before, or says why there is none', () => {
  const found = rows({}).find(({ check }) => check === 'hold-out, RMSE')
  expect(found).toMatchObject({ ok: true })
  expect(found!.meaning).toMatch(
    /^of 2025-09-29 to 2025-12-22, 13 weeks, fitted to the weeks before; seasonal-naive [\d.]+ %, without media [\d.]+ %$/,
  )
  expect(rows({ periods: 60 }).find(({ check }) => check === 'hold-out')).toMatchObject({ value: 'none', ok: null })
})

it('diagnosticsTable shows the leave-one-out score of a fit by sampling, and whether it may be relied on', () => {
  const data = reportFixture()
  const leaveOneOut = {
    elpd: -812.34,
    se: 9.06,
    pLoo: 21.5,
    worstK: 0.43,
    worstPeriod: '2024-05-06',
    unreliable: 0,
    reliableK: 0.63,
  }
  const found = (score: typeof leaveOneOut) =>
    diagnosticsTable({ ...data, summary: { ...data.summary, leaveOneOut: score } }).rows
  expect(found(leaveOneOut).find(({ check }) => check === 'leave-one-out, elpd')).toMatchObject({
    value: '-812.3 ± 9.1',
    ok: null,
  })
  expect(found(leaveOneOut).find(({ check }) => check === 'Pareto k, largest')).toMatchObject({
    value: '0.43',
    ok: true,
    meaning: 'of 2024-05-06; below 0.63 the leave-one-out score is reliable',
  })
  const poor = found({ ...leaveOneOut, worstK: 0.8, unreliable: 2 }).find(({ check }) => check === 'Pareto k, largest')
  expect(poor).toMatchObject({ ok: false })
  expect(poor?.meaning).toContain('2 weeks not below 0.63')
  expect(rows({}).map(({ check }) => check)).not.toContain('leave-one-out, elpd')
})

it('pText is never zero', () => {
  expect(pText(0)).toBe('< 0.001')
  expect(pText(0.0168)).toBe('0.017')
})
