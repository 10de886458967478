import { expect, it } from 'vitest'
import { keepUnits } from '../../../src/present/words/keep-units.js'

const visible = (text: string): string => text.replaceAll('\u00a0', '_')

it('keepUnits ties numbers to percent signs, sizes, currencies and periods', () => {
  expect(visible(keepUnits('19 % of revenue, 1.2 M EUR or 14 weeks'))).toBe('19_% of revenue, 1.2_M_EUR or 14_weeks')
})

it('keepUnits leaves words after numbers that are no units', () => {
  expect(visible(keepUnits('in 9 of 10 cases, 2 More'))).toBe('in 9 of 10 cases, 2 More')
})
