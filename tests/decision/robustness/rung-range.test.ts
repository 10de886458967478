import { describe, expect, it } from 'vitest'
import type { Rung, RungFigures } from '../../../src/fit/robustness/robustness.js'
import { rungRange } from '../../../src/decision/robustness/rung-range.js'

const estimate = (mean: number) => ({ mean, median: mean, sd: 0.5, q05: mean - 1, q95: mean + 1 })
const figures = (mean: number | null): RungFigures => ({
  name: 'tv',
  return: mean === null ? null : estimate(mean),
  share: estimate(0.2),
})

function ranged(means: readonly number[], statuses: readonly Rung['status'][] = []) {
  const own = means.map((mean, r) => {
    const id = r === 0 ? 'as-specified' : `rung-${r}`
    const status = statuses[r] ?? ('counted' as const)
    const rung: Rung = { id, label: id, channels: [], media: null, rhat: 1, prediction: null, status }
    return { rung, figures: figures(mean) }
  })
  return rungRange(figures(3), own, 'roas')
}

describe('rungRange', () => {
  it('is robust where estimates stay close', () => {
    const { low, high, farthest, outside, dependent } = ranged([3.1, 2.7, 3.4])
    expect({ low, high, farthest: farthest?.id, outside, dependent }).toEqual({
      low: 2.7,
      high: 3.4,
      farthest: 'rung-2',
      outside: [],
      dependent: false,
    })
  })

  it('depends on a choice under which the estimate leaves its interval, the farthest named first', () => {
    const { outside, dependent } = ranged([3, 4.1, 1.5])
    expect(outside.map(({ id }) => id)).toEqual(['rung-2', 'rung-1'])
    expect(dependent).toBe(true)
  })

  it('depends on choices that spread the estimate over more than half of its interval, none outside', () => {
    expect(ranged([3, 2.4, 3.5])).toMatchObject({ outside: [], dependent: true })
    expect(ranged([3, 2.6, 3.5])).toMatchObject({ outside: [], dependent: false })
  })

  it('doesn’t count rungs whose chains disagree or that the data speak against', () => {
    expect(ranged([3, 9, 0.1], ['counted', 'refuted', 'unsettled'])).toMatchObject({
      low: 3,
      high: 3,
      farthest: null,
      dependent: false,
    })
    expect(ranged([3, 9], ['counted', 'preferred'])).toMatchObject({ high: 9, dependent: true })
  })

  it('ranges over shares where there is no return', () => {
    const rung: Rung = {
      id: 'as-specified',
      label: 'as specified',
      channels: [],
      media: null,
      rhat: 1,
      prediction: null,
      status: 'counted',
    }
    const range = rungRange(figures(null), [{ rung, figures: figures(null) }], 'roas')
    expect(range).toMatchObject({ measure: 'share', low: 0.2, high: 0.2 })
  })
})
