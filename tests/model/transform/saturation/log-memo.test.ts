import { describe, expect, it } from 'vitest'
import { LogMemo } from '../../../../src/model/transform/saturation/log-memo.js'

describe('LogMemo', () => {
  it('gives the logarithm of what stands at a place now, not before', () => {
    const memo = new LogMemo()
    memo.reserve(2)
    for (const x of [1, Math.E, Math.E, 0.5]) expect(memo.at(1, x)).toBeCloseTo(Math.log(x), 15)
  })

  it('forgets nothing wrongly when it grows', () => {
    const memo = new LogMemo()
    memo.reserve(1)
    memo.at(0, 2)
    memo.reserve(3)
    expect(memo.at(0, 2)).toBeCloseTo(Math.LN2, 15)
    expect(memo.at(2, 4)).toBeCloseTo(2 * Math.LN2, 15)
  })
})
