import { describe, expect, it } from 'vitest'
import { DenseMetric, DiagonalMetric } from '../../../src/inference/sample/metric.js'

describe('DiagonalMetric', () => {
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
})

describe('DenseMetric', () => {
  it('kicks by the transposed factor and drifts by the factor', () => {
    const metric = new DenseMetric(Float64Array.of(1, 1))
    metric.setFactor(Float64Array.of(2, 0, 3, 4))
    const momentum = Float64Array.of(1, 1)
    metric.kick(momentum, Float64Array.of(10, -10), 0.5)
    expect(Array.from(momentum)).toEqual([1 + 0.5 * (2 * 10 - 3 * 10), 1 - 0.5 * 4 * 10])
    const position = Float64Array.of(0, 1)
    metric.drift(position, momentum, 2)
    expect(Array.from(position)).toEqual([2 * 2 * -4, 1 + 2 * (3 * -4 + 4 * -19)])
  })

  it('gives its variances back, those it began with or those of its factor', () => {
    const metric = new DenseMetric(Float64Array.of(4, 9))
    const variances = new Float64Array(2)
    metric.variancesInto(variances)
    expect(Array.from(variances)).toEqual([4, 9])
    metric.setFactor(Float64Array.of(2, 0, 3, 4))
    metric.variancesInto(variances)
    expect(Array.from(variances)).toEqual([4, 25])
    metric.setVariances(Float64Array.of(1, 16))
    metric.variancesInto(variances)
    expect(Array.from(variances)).toEqual([1, 16])
  })

  it('gives its covariance back: the factor times its transpose', () => {
    const metric = new DenseMetric(Float64Array.of(4, 9))
    metric.setFactor(Float64Array.of(2, 0, 3, 4))
    expect(Array.from(metric.covariance())).toEqual([4, 6, 6, 25])
    expect(new DiagonalMetric(Float64Array.of(4, 9)).covariance()).toBe(null)
  })
})
