import { expect, it } from 'vitest'
import { holdoutSection } from '../../../src/present/report/holdout-section.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext } from '../../support/section-context.js'

it('holdoutSection answers in sentences, a chart and two tables', async () => {
  const { id, body } = await holdoutSection(sectionContext(reportFixture()))
  expect(id).toBe('holdout')
  expect(body.markup).toContain('the model predicts better')
  expect(body.markup).toContain('id="chart-holdout"')
  expect(body.markup).toContain('the model without media')
  expect(body.markup).toContain('moves out of its interval')
})

it('holdoutSection says why there is none', async () => {
  const data = reportFixture({ periods: 60 })
  expect(data.summary.holdout).toBeNull()
  const { body } = await holdoutSection(sectionContext(data))
  expect(body.markup).toContain('<p>No hold-out: A hold-out needs a year of data')
  expect(body.markup).not.toContain('<figure')
})

it('holdoutSection leaves out the returns of a model without paid channels', async () => {
  const data = reportFixture()
  const holdout = { ...data.summary.holdout!, returns: { measure: 'roas' as const, channels: [], media: null } }
  const { body } = await holdoutSection(sectionContext({ ...data, summary: { ...data.summary, holdout } }))
  expect(body.markup).not.toContain('Fitted without')
})
