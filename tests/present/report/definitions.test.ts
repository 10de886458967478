import { expect, it } from 'vitest'
import { definitions } from '../../../src/present/report/definitions.js'
import { reportFixture } from '../../support/report-fixture.js'

const words = (options: Parameters<typeof reportFixture>[0]): string[] =>
  definitions(reportFixture(options).summary).map(({ word }) => word)

it('definitions explain the words that this report uses, and no others', () => {
  expect(words({})).toEqual(expect.arrayContaining(['ROAS', 'ROI', 'Profit-max', 'Break-even']))
  expect(words({ margin: null })).toEqual(expect.arrayContaining(['ROAS', 'Marginal']))
  expect(words({ margin: null })).not.toEqual(expect.arrayContaining(['ROI']))
  expect(words({ valued: false })).not.toEqual(expect.arrayContaining(['ROAS']))
})

it('definitions name the tail, the currency and the period', () => {
  const text = definitions(reportFixture({ currency: 'USD' }).summary)
    .map(({ meaning }) => meaning)
    .join(' ')
  expect(text).toContain('within 14 weeks')
  expect(text).toContain('for each USD spent')
  expect(text).toContain('Spend per week')
})

it('definitions explain elasticities and groups only where there are some', () => {
  const { summary } = reportFixture()
  const of = (changes: Partial<typeof summary>): string[] =>
    definitions({ ...summary, ...changes }).map(({ word }) => word)
  expect(of({})).toEqual(expect.arrayContaining(['Elasticity', 'Group']))
  expect(of({ treatments: [], groups: [] })).not.toEqual(expect.arrayContaining(['Elasticity']))
  expect(of({ groups: [] })).not.toContain('Group')
})
