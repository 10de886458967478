import { expect, it } from 'vitest'
import { foldedScores, normalScores, placeOf, placesOf } from '../../../src/inference/diagnose/rank-normal.js'
import { normalQuantile } from '../../../src/numeric/special/normal.js'

const score = (rank: number, total: number) => normalQuantile((rank - 0.375) / (total + 0.25))

it('turns ranks into normal scores, equal draws sharing one', () => {
  const scores = normalScores(Float64Array.of(-2, 1, 1, 3, 7, 9))
  expect(scores).toEqual(Float64Array.from([1, 2.5, 2.5, 4, 5, 6], (rank) => score(rank, 6)))
})

it('ranks distances from a centre, and gives each place of the draws its own', () => {
  const scores = foldedScores(Float64Array.of(-2, 1, 1, 3, 7, 9), 2)
  expect(scores).toEqual(Float64Array.from([4, 2, 2, 2, 5, 6], (rank) => score(rank, 6)))
})

it('finds the place of every draw among all', () => {
  expect(placesOf([Float64Array.of(3, 1), Float64Array.of(1, 9)], Float64Array.of(1, 1, 3, 9))).toEqual([
    Int32Array.of(2, 0),
    Int32Array.of(0, 3),
  ])
})

it('counts the entries below a value', () => {
  const sorted = Float64Array.of(1, 2, 2, 5)
  expect([0, 1, 2, 3, 5, 6].map((value) => placeOf(sorted, value))).toEqual([0, 0, 1, 3, 3, 4])
})
