import { describe, expect, it } from 'vitest'
import { rankHistogram } from '../../../src/inference/diagnose/rank-histogram.js'

describe('the histogram of ranks', () => {
  it('counts the ranks of each chain among the draws of all', () => {
    const { counts, expected } = rankHistogram([Float64Array.of(1, 9, 2, 3), Float64Array.of(4, 8, 7, 5)], 4)
    expect(counts).toEqual([Int32Array.of(2, 1, 0, 1), Int32Array.of(0, 1, 2, 1)])
    expect(expected).toBe(1)
  })

  it('spreads equal draws evenly over chains and bins', () => {
    const { counts } = rankHistogram([new Float64Array(40).fill(3), new Float64Array(40).fill(3)], 4)
    expect(counts).toEqual([Int32Array.of(10, 10, 10, 10), Int32Array.of(10, 10, 10, 10)])
  })

  it('accounts for every draw once, whatever the number of bins', () => {
    const chains = [1, 2, 3].map((c) => Float64Array.from({ length: 101 }, (_, i) => Math.sin(c * i)))
    const { counts } = rankHistogram(chains, 7)
    expect(counts.map((row) => row.reduce((a, b) => a + b))).toEqual([101, 101, 101])
  })

  it('is refused for ragged chains, draws that are no number and more bins than draws', () => {
    const message = '`chains` must have equal lengths and no draw that is NaN.'
    expect(() => rankHistogram([new Float64Array(30), new Float64Array(31)])).toThrow(message)
    expect(() => rankHistogram([new Float64Array(30).fill(NaN)])).toThrow(message)
    expect(() => rankHistogram([new Float64Array(3)])).toThrow('`bins` must be at most the number of draws, 3, not 20.')
    expect(() => rankHistogram([new Float64Array(3)], 0)).toThrow('`bins` must be a whole number of at least 1, not 0.')
  })
})
