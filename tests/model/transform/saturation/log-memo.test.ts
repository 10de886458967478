import { describe, expect, it } from 'vitest'
import { LogMemo } from '../../../../src/model/transform/saturation/log-memo.js'
import { log } from '../../../../src/numeric/special/exp-log.js'

describe('LogMemo', () => {
  it('gives the logarithms of what a series holds now, not before', () => {
    const memo = new LogMemo()
    for (const x of [1, Math.E, Math.E, 0.5]) {
      const a = Float64Array.of(2, x, 7)
      expect([...memo.of(a)]).toEqual([...a].map(log))
    }
  })

  it('forgets nothing wrongly when a series is longer, or shorter, than the one before', () => {
    const memo = new LogMemo()
    expect(memo.of(Float64Array.of(2))[0]).toBe(log(2))
    expect([...memo.of(Float64Array.of(2, 3, 4))]).toEqual([2, 3, 4].map(log))
    expect(memo.of(Float64Array.of(5))[0]).toBe(log(5))
    expect([...memo.of(Float64Array.of(2, 3, 4))]).toEqual([2, 3, 4].map(log))
  })
})
