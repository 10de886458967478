import { expect, it } from 'vitest'
import { placeOf, rankNormal } from '../../../src/inference/diagnose/rank-normal.js'
import { normalQuantile } from '../../../src/numeric/special/normal.js'

it('turns ranks among all chains into normal scores, equal draws sharing one', () => {
  const chains = [Float64Array.of(3, 1, 7), Float64Array.of(1, 9, -2)]
  const score = (rank: number) => normalQuantile((rank - 0.375) / 6.25)
  const scores = rankNormal(chains, Float64Array.of(-2, 1, 1, 3, 7, 9))
  expect(scores).toEqual([
    Float64Array.of(score(4), score(2.5), score(5)),
    Float64Array.of(score(2.5), score(6), score(1)),
  ])
})

it('counts the entries below a value', () => {
  const sorted = Float64Array.of(1, 2, 2, 5)
  expect([0, 1, 2, 3, 5, 6].map((value) => placeOf(sorted, value))).toEqual([0, 0, 1, 3, 3, 4])
})
