import { expect, it } from 'vitest'
import { DiagonalMetric } from '../../../src/inference/sample/metric.js'

it('kicks and drifts by the square roots of its variances', () => {
  const metric = new DiagonalMetric(Float64Array.of(4, 9))
  const momentum = Float64Array.of(1, 1)
  metric.kick(momentum, Float64Array.of(10, -10), 0.5)
  expect(Array.from(momentum)).toEqual([11, -14])
  const position = Float64Array.of(0, 1)
  metric.drift(position, momentum, 2)
  expect(Array.from(position)).toEqual([44, -83])
})

it('gives its variances back', () => {
  const metric = new DiagonalMetric(Float64Array.of(1, 1))
  metric.set(Float64Array.of(4, 0.25))
  const variances = new Float64Array(2)
  metric.variancesInto(variances)
  expect(Array.from(variances)).toEqual([4, 0.25])
})
