import { describe, expect, it } from 'vitest'
import { joinStates, symmetricOf } from '../../../src/fit/bayes/sampler-state.js'

const first = {
  point: Float64Array.of(1, 2),
  variances: Float64Array.of(4, 9),
  covariance: Float64Array.of(4, 1, 1, 9),
}
const second = {
  point: Float64Array.of(3, 4),
  variances: Float64Array.of(6, 9),
  covariance: Float64Array.of(6, 3, 3, 9),
}

describe('joinStates(coordinates, chains)', () => {
  it('keeps the point of every chain and the mean of what they learned', () => {
    expect(joinStates(['a', 'b'], [first, second])).toEqual({
      coordinates: ['a', 'b'],
      points: [
        [1, 2],
        [3, 4],
      ],
      variances: [5, 9],
      covariance: [5, 2, 9],
    })
  })

  it('keeps variances alone where a chain learned no more', () => {
    expect(joinStates(['a', 'b'], [first, { ...second, covariance: null }]).covariance).toBe(null)
  })
})

describe('symmetricOf(triangle, n)', () => {
  it('is the whole matrix of its lower triangle', () => {
    expect(Array.from(symmetricOf([5, 2, 9], 2))).toEqual([5, 2, 2, 9])
  })
})
