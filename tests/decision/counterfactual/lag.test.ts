import { expect, it } from 'vitest'
import { propagate, propagatedWeights } from '../../../src/decision/counterfactual/lag.js'

it('propagate carries each effect over to later periods at the rate lambda', () => {
  const effect = Float64Array.of(8, 0, 4, 0)
  propagate(effect, 0.5)
  expect(Array.from(effect)).toEqual([8, 4, 6, 3])
})

it('propagate leaves effects as they are without a lag', () => {
  const effect = Float64Array.of(8, 0, 4)
  propagate(effect, 0)
  expect(Array.from(effect)).toEqual([8, 0, 4])
})

it('propagatedWeights on direct effects sum to what the weights on propagated effects and their endless tail sum to', () => {
  const weights = Float64Array.of(1, 2, 3)
  const effect = Float64Array.of(5, 0, 7)
  const path = new Float64Array(203)
  path.set(effect)
  propagate(path, 0.6)
  const long = path.reduce((sum, value, t) => sum + value * (t < 3 ? weights[t] : 3), 0)
  const direct = propagatedWeights(weights, 0.6).reduce((sum, weight, t) => sum + weight * effect[t], 0)
  expect(direct).toBeCloseTo(long, 9)
})
