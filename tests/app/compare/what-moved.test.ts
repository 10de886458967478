import { describe, expect, it } from 'vitest'
import type { Differences } from '../../../src/app/compare/differences.js'
import { moveOf, type ChannelMoves, type Figure } from '../../../src/app/compare/move.js'
import { judgedBy, whatMoved } from '../../../src/app/compare/what-moved.js'

const differences: Differences = {
  spec: ['baseline.trend'],
  settings: [],
  method: null,
  data: { added: [], removed: [], revised: [] },
  seed: false,
  version: false,
  warmStart: false,
}

function figure(mean: number): Figure {
  return { estimate: { mean, median: mean, sd: 0.5, q05: mean - 0.8, q95: mean + 0.8 }, monteCarloError: 0.01 }
}

function channel(name: string, before: number | null, after: number | null): ChannelMoves {
  const move = moveOf(before === null ? null : figure(before), after === null ? null : figure(after))
  return { name, roas: move, contribution: move, because: '' }
}

describe('whatMoved(channels, differences, period)', () => {
  it('says in one sentence what moved, how far, and what differs', () => {
    const channels = [
      channel('tv', 2.1, 1.2),
      channel('radio', 1, 1.4),
      channel('search', 1, 1.4),
      channel('print', 1, 1.001),
      channel('video', null, 1),
    ]
    expect(whatMoved(channels, differences, 'week')).toBe(
      'Between these fits tv (ROAS 2.1, then 1.2) moved out of its interval, radio and search moved within their uncertainty, print moved by no more than noise, video is in one fit only; what differs: a changed model (baseline.trend).',
    )
  })

  it('says that draws alone are noise, and that nothing differs where nothing does', () => {
    const draws = { ...differences, spec: [], seed: true }
    expect(whatMoved([channel('tv', 1, 1.001)], draws, 'week')).toBe(
      'Between these fits tv moved by no more than noise; only the draws differ (another seed), so what moved is the error of a finite number of them.',
    )
    expect(whatMoved([channel('tv', 1, 1)], { ...differences, spec: [] }, 'week')).toBe(
      'Spec, data, seed and version are the same, and so are the results.',
    )
  })
})

describe('judgedBy(channel)', () => {
  it('is the return, or the contribution of a channel that has none', () => {
    const organic = { ...channel('news', 3, 4), roas: moveOf(null, null) }
    expect(judgedBy(organic)).toBe(organic.contribution)
    const paid = channel('tv', 1, 2)
    expect(judgedBy(paid)).toBe(paid.roas)
  })
})
