import { expect, it } from 'vitest'
import { capital, kpiAmount, kpiInterval, kpiWords } from '../../../src/present/words/kpi.js'
import { reportFixture } from '../../support/report-fixture.js'

const revenue = reportFixture().summary
const units = reportFixture({ valued: false }).summary

it('kpiWords names revenue by its currency and other KPIs by units', () => {
  expect(kpiWords(revenue)).toEqual({ noun: 'revenue', unit: 'EUR', kind: { currency: 'EUR' } })
  expect(kpiWords(units)).toEqual({ noun: 'KPI', unit: 'units', kind: 'number' })
})

it('kpiAmount and kpiInterval carry the unit', () => {
  expect(kpiAmount(1_234_567, revenue)).toBe('1.23 M EUR')
  expect(kpiAmount(31_000, units)).toBe('31 k units')
  expect(kpiInterval(900_000, 1_500_000, revenue)).toBe('0.9 to 1.5 M EUR')
  expect(kpiInterval(9000, 15_000, units)).toBe('9 to 15 k units')
})

it('capital raises the first letter and nothing else', () => {
  expect(capital('revenue')).toBe('Revenue')
  expect(capital('')).toBe('')
})
