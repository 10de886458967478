import { expect, it } from 'vitest'
import { countText, tailText, windowText, yearsIn } from '../../../src/present/words/window.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()

it('windowText names the first and last period and their number', () => {
  expect(windowText(summary)).toBe('2023-01-02 to 2025-12-22, 156 weeks')
})

it('tailText says how far effects are counted', () => {
  expect(tailText(summary)).toBe('Effects within 14 weeks; slower brand effects not counted.')
})

it('countText has a singular', () => {
  expect(countText(1, 'week')).toBe('1 week')
  expect(countText(0, 'day')).toBe('0 days')
})

it('yearsIn counts weeks as 365.25 / 7 a year', () => {
  expect(yearsIn(summary)).toBeCloseTo(2.98973, 5)
  expect(yearsIn({ window: { ...summary.window, period: 'quarter', periods: 6 } })).toBe(1.5)
})
