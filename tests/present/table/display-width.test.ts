import { expect, it } from 'vitest'
import { displayWidth } from '../../../src/present/table/display-width.js'

it('displayWidth counts East Asian characters twice and combining marks not at all', () => {
  expect(displayWidth('広告 tv')).toBe(7)
  expect(displayWidth('e\u0301')).toBe(1)
  expect(displayWidth('Großfläche')).toBe(10)
  expect(displayWidth('реклама')).toBe(7)
  expect(displayWidth('')).toBe(0)
})
