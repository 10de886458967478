import { expect, it } from 'vitest'
import { drawn, slug, tip } from '../../../src/present/chart/chart.js'

it('drawn keeps five significant digits', () => {
  expect(drawn(1234567.89)).toBe(1234600)
  expect(drawn(0.000123456)).toBe(0.00012346)
  expect(drawn(0)).toBe(0)
})

it('slug keeps ASCII letters and digits', () => {
  expect(slug('Außenwerbung & Großflächen 2')).toBe('au-enwerbung-gro-flachen-2')
  expect(slug('検索')).toBe('')
  expect(slug('../../etc')).toBe('etc')
})

it('tip has a line each, label and value parted by a tab', () => {
  expect(
    tip([
      ['2024-01-01', ''],
      ['fitted', '1.2 M EUR'],
    ]),
  ).toBe('2024-01-01\nfitted\t1.2 M EUR')
})
