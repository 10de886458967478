import { expect, it } from 'vitest'
import { answerSection, unfitHtml } from '../../../src/present/report/answer-section.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

it('unfitHtml is the first thing to read where a check failed, and nothing where none did', () => {
  expect(unfitHtml(sectionContext(reportFixture()))).toBeNull()
  const alert = unfitHtml(sectionContext(reportFixture({ passed: false })))!.markup
  expect(visibleText(alert)).toBe(
    'Not fit for decisions: The baseline is negative in some period with probability 31 %. 12 of 400 replicates did not converge: raise `fit.starts`.',
  )
  expect(alert).toContain('role="alert"')
})

it('answerSection has sentences, headline figures and a row a channel', () => {
  const text = visibleText(answerSection(sectionContext(reportFixture())).body.markup)
  expect(text).toMatch(
    /paid media contributed 19 % of revenue.*ROI \(profit, after margin\) 10 % -9 to 31 %.*Results, 2023-01-02/,
  )
})

it('answerSection says what holds for all paid media', () => {
  const text = visibleText(answerSection(sectionContext(reportFixture({ margin: null }))).body.markup)
  expect(text).toContain('All paid media: no margin in the model file, so no ROI and no profit.')
})
