import { describe, expect, it } from 'vitest'
import {
  parameterText,
  percentText,
  periodsText,
  rangeText,
  sameValue,
  shortNumber,
} from '../../../src/model/spec/parameter-text.js'

describe('numbers in words', () => {
  it('have two significant digits', () => {
    expect([shortNumber(0.8047), shortNumber(11.18), shortNumber(1), percentText(0.1534)]).toEqual([
      '0.8',
      '11',
      '1',
      '15 %',
    ])
    expect([periodsText(1, 'week'), periodsText(0.71, 'week'), periodsText(21, 'day')]).toEqual([
      '1 week',
      '0.71 weeks',
      '21 days',
    ])
  })

  it('give the median and nine tenths of a prior, or the fixed value', () => {
    const prior = { distribution: 'log-normal', mu: 0, sigma: 0.7 } as const
    expect(rangeText(prior)).toBe('median 1 (0.32 to 3.2)')
    expect(parameterText({ prior })).toBe('median 1 (0.32 to 3.2)')
    expect(parameterText({ fixed: 0.25 }, percentText)).toBe('fixed at 25 %')
  })
})

describe('sameValue', () => {
  it('compares plain values, keys in any order', () => {
    expect(sameValue({ a: 1, b: { c: [2] } }, { b: { c: [2] }, a: 1 })).toBe(true)
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false)
    expect(sameValue({ a: 1 }, { a: 2 })).toBe(false)
    expect(sameValue(null, {})).toBe(false)
  })
})
