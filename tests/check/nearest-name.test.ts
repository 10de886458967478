import { expect, test } from 'vitest'
import { didYouMean, nearestName } from '../../src/check/nearest-name.js'

test('nearestName(name, candidates) finds the candidate with the fewest edits', () => {
  expect(nearestName('tv_spent', ['radio', 'tv_grps', 'tv_spend'])).toBe('tv_spend')
})

test('nearestName(name, candidates) counts a swap of neighbours as one edit and ignores case', () => {
  expect(nearestName('KPI', ['pki'])).toBe('pki')
  expect(nearestName('Revenue', ['revenue'])).toBe('revenue')
})

test('nearestName(name, candidates) is null where nothing is near or there is nothing', () => {
  expect(nearestName('temperature', ['tv_spend', 'price'])).toBe(null)
  expect(nearestName('tv', [])).toBe(null)
  expect(nearestName('', ['revenue'])).toBe(null)
})

test('nearestName(name, candidates) takes the first of equals', () => {
  expect(nearestName('x3', ['x1', 'x2'])).toBe('x1')
})

test('nearestName(name, candidates) answers at once for very long names', () => {
  expect(nearestName('a'.repeat(1e5), ['b'.repeat(1e5)])).toBe(null)
})

test('didYouMean(name, candidates) is a clause to append, or nothing', () => {
  expect(didYouMean('adstok', ['adstock', 'saturation'])).toBe(' Did you mean `adstock`?')
  expect(didYouMean('zzz', ['adstock'])).toBe('')
})
