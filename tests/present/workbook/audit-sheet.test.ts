import { expect, it } from 'vitest'
import { assumptionsSheet, auditSheet } from '../../../src/present/workbook/audit-sheet.js'
import type { Sheet } from '../../../src/present/workbook/sheet.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture({ passed: false })

/** Rows as text and numbers, without title and headings. */
const lines = ({ rows }: Sheet): unknown[][] =>
  rows.slice(3).map((row) => row.map((cell) => cell && (cell.kind === 'text' ? cell.text : cell.value)))

it('the audit has every finding, test, check and flag with its full number', () => {
  const audit = lines(auditSheet(data))
  for (const { id, severity, message } of data.findings)
    expect(audit).toContainEqual(['Data', id, null, null, severity, message])
  for (const { name, statistic, p, meaning } of data.residualTests)
    expect(audit).toContainEqual(['Residual tests', name, statistic, p, null, meaning])
  for (const { id, probability, ok, message } of data.summary.plausibility)
    expect(audit).toContainEqual(['Plausibility', id, probability, null, ok ? 'passed' : 'failed', message])
  for (const { channel, low, high } of data.tried!.roas)
    expect(audit).toContainEqual([
      'Models tried',
      `ROAS of ${channel}`,
      low,
      high,
      null,
      'lowest and highest among them',
    ])
  expect(audit).toContainEqual([
    'Flags',
    'search',
    null,
    null,
    'demand-capture',
    expect.stringContaining('upper bound'),
  ])
  expect(audit).toContainEqual(['Convergence', 'all checks', null, null, 'failed', data.summary.diagnostics.advice[0]])
  expect(audit.find(([, item]) => item === 'R2')?.[2]).toBe(data.summary.quality.r2)
})

it('the audit says that nothing was found, and that models tried aren’t known', () => {
  const audit = lines(auditSheet({ ...data, findings: [], tried: null }))
  expect(audit[0]).toEqual(['Data', 'findings', null, null, 'none', null])
  expect(audit.at(-1)).toEqual(['Models tried', 'models', null, null, 'not known', null])
})

it('assumptions have every setting, and the reference of every treatment and control as a number', () => {
  const assumptions = lines(assumptionsSheet(data))
  for (const { what, value, source } of data.assumptions) expect(assumptions).toContainEqual([what, value, source])
  expect(assumptions).toContainEqual(['temperature: counted against', 11.24, 'mean over the window'])
})
