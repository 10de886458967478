import { expect, it } from 'vitest'
import { comparedText, driverName, lengthText, spanText } from '../../../src/present/words/compared.js'
import { driversFixture } from '../../support/readout-fixture.js'

const drivers = driversFixture()

it('comparedText names both windows and their lengths', () => {
  expect(comparedText(drivers)).toBe('2023-08-07 to 2024-02-19 (29 weeks) against 2023-01-02 to 2023-07-24 (30 weeks)')
})

it('spanText names a single period once', () => {
  expect(spanText({ from: '1960', to: '1960', periods: 1 })).toBe('1960')
  expect(spanText({ from: '1959', to: '1960', periods: 2 })).toBe('1959 to 1960')
})

it('driverName says of the row of lengths how they differ', () => {
  expect(drivers.rows.slice(0, 3).map((row) => driverName(row, drivers))).toEqual(['1 week fewer', 'trend', 'season'])
  const { window, against } = drivers
  expect(lengthText({ ...drivers, window: against, against: window })).toBe('1 week more')
})
