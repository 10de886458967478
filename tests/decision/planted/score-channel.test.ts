import { describe, expect, it } from 'vitest'
import type { WorldAnswer } from '../../../src/decision/planted/recovery.js'
import { heldShare, scoreChannel } from '../../../src/decision/planted/score-channel.js'

const estimate = (q05: number, mean: number, q95: number) => ({ mean, median: mean, sd: (q95 - q05) / 3.29, q05, q95 })

function answer(world: number, truth: number, ends: [number, number, number], profitable: number): WorldAnswer {
  const own = estimate(...ends)
  const share = estimate(ends[0] / 100, ends[1] / 100, ends[2] / 100)
  return { world, level: truth === 0 ? 0 : 1, otherShape: false, truth, answer: own, share, profitable }
}

const worlds = [
  answer(0, 2, [1, 2.2, 4], 0.9), // held; half width 0.75, factor 2
  answer(1, 4, [2, 4.4, 8], 0.9), // held; half width 0.75
  answer(2, 10, [2, 4, 8], 0.9), // missed; half width 0.3
  answer(3, 0, [0.1, 0.4, 0.9], 0.1),
  answer(4, 0, [0.2, 0.8, 1.9], 0.6),
]

describe('the score of a channel', () => {
  it('says how wide its interval is relative to the truth, how often it held, and how far estimates are off', () => {
    const { alive } = scoreChannel(worlds, 2.5)
    expect(alive).toMatchObject({ worlds: 3, halfWidth: 0.75, factor: 2 })
    expect(alive.coverage).toMatchObject({ value: 2 / 3, clusters: 3 })
    expect(alive.error).toBeCloseTo(0.1, 9)
  })

  it('says what a dead channel is credited with, and how often it looks profitable', () => {
    const { dead } = scoreChannel(worlds, 2.5)
    expect(dead.answer).toBeCloseTo(0.6, 9)
    expect(dead.share).toBeCloseTo(0.006, 9)
    expect(dead).toMatchObject({ worlds: 2, profitable: 1 })
  })

  it('says from where on the channel can be told from a dead one and from break-even', () => {
    const proportional = [...worlds.slice(0, 2), ...worlds.slice(3)]
    const { smallest } = scoreChannel(proportional, 2.5)
    expect(smallest.aboveDead).toBeCloseTo(1.2, 9)
    expect(smallest.aboveBreakEven).toBeCloseTo(5, 9)
    expect(smallest).toMatchObject({ breakEven: 2.5, largestPlanted: 4 })
    expect(scoreChannel(proportional, null).smallest).toMatchObject({ aboveBreakEven: null, breakEven: null })
  })

  it('holds a channel that is credited with a loss when dead against nothing instead', () => {
    const negative = answer(3, 0, [-2, -1, 0.5], 0.1)
    expect(scoreChannel([...worlds.slice(0, 2), negative], null).smallest.aboveDead).toBe(0)
  })

  it('has no factor where an interval reaches zero', () => {
    expect(scoreChannel([...worlds, answer(5, 1, [-1, 1, 3], 0.5)], null).alive.factor).toBeNull()
  })

  it('counts zeros as no effect to be held', () => {
    expect(heldShare(worlds)).toMatchObject({ value: 2 / 3, count: 3 })
    expect(heldShare(worlds.slice(3))).toBeNull()
  })
})
