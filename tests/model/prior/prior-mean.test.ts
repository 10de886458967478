import { describe, expect, it } from 'vitest'
import { hasMean } from '../../../src/model/prior/prior-mean.js'

describe('hasMean(prior)', () => {
  it('is false where the mean is infinite or none', () => {
    expect(hasMean({ distribution: 'half-cauchy', scale: 1 })).toBe(false)
    expect(hasMean({ distribution: 'student-t', df: 1, mean: 0, sd: 1 })).toBe(false)
    expect(hasMean({ distribution: 'inverse-gamma', shape: 1, scale: 2 })).toBe(false)
  })

  it('is true just beyond, and for what has light tails', () => {
    expect(hasMean({ distribution: 'student-t', df: 1.01, mean: 0, sd: 1 })).toBe(true)
    expect(hasMean({ distribution: 'inverse-gamma', shape: 1.01, scale: 2 })).toBe(true)
    expect(hasMean({ distribution: 'log-normal', mu: 0, sigma: 3 })).toBe(true)
  })
})
