import { expect, it } from 'vitest'
import { textWidth } from '../../../src/present/chart/text-width.js'

it('textWidth adds the advances of Inter and a tenth for wider fonts', () => {
  // t 0.33 em, v 0.56 em
  expect(textWidth({ fontSize: 12 }, 'tv')).toBeCloseTo(1.1 * 12 * 0.89, 10)
  expect(textWidth({}, 'i')).toBeCloseTo(1.1 * 11 * 0.24, 10)
})

it('textWidth grows with weight, and counts wide and combining characters', () => {
  expect(textWidth({ fontSize: 10, fontWeight: 600 }, 'tv')).toBeCloseTo(1.05 * textWidth({ fontSize: 10 }, 'tv'), 10)
  expect(textWidth({ fontSize: 10 }, '検索')).toBeCloseTo(22, 10)
  expect(textWidth({ fontSize: 10 }, 'e\u0301')).toBe(textWidth({ fontSize: 10 }, 'e'))
  expect(textWidth({ fontSize: 10 }, '')).toBe(0)
})

it('textWidth is at most the width at which the text is cut short', () => {
  expect(textWidth({ fontSize: 12, limit: 5 }, 'television')).toBe(5)
  expect(textWidth({ fontSize: 12, limit: 0 }, 'tv')).toBe(textWidth({ fontSize: 12 }, 'tv'))
})
