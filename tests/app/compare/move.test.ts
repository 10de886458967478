import { describe, expect, it } from 'vitest'
import { moveOf, type Figure } from '../../../src/app/compare/move.js'

function figure(mean: number, monteCarloError = 0.01): Figure {
  return { estimate: { mean, median: mean, sd: 0.5, q05: mean - 0.8, q95: mean + 0.8 }, monteCarloError }
}

describe('moveOf(before, after)', () => {
  it('is the same where not a bit differs', () => {
    expect(moveOf(figure(2), figure(2))).toMatchObject({ verdict: 'same', inDeviations: 0 })
  })

  it('is noise below two combined Monte Carlo errors', () => {
    const error = 0.01 * Math.SQRT2
    expect(moveOf(figure(2), figure(2 + 1.99 * error)).verdict).toBe('noise')
    expect(moveOf(figure(2), figure(2 + 2.01 * error)).verdict).toBe('within-uncertainty')
    expect(moveOf(figure(2), figure(2.1)).monteCarloError).toBeCloseTo(error, 12)
  })

  it('is within its uncertainty as long as each mean lies in the other interval', () => {
    expect(moveOf(figure(2), figure(2.79)).verdict).toBe('within-uncertainty')
    expect(moveOf(figure(2), figure(2.81))).toMatchObject({ verdict: 'moved', inDeviations: expect.closeTo(1.62, 9) })
    const wide = { ...figure(3), estimate: { ...figure(3).estimate, q05: 0, q95: 9 } }
    expect(moveOf(figure(2), wide).verdict).toBe('moved')
  })

  it('says nothing of a figure that one fit lacks', () => {
    expect(moveOf(null, figure(2))).toEqual({
      before: null,
      after: figure(2).estimate,
      inDeviations: null,
      monteCarloError: null,
      verdict: null,
    })
  })
})
