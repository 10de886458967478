import { describe, expect, it } from 'vitest'
import { FisherCovarianceWindow, geometricMean } from '../../../src/inference/sample/fisher-covariance.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { expectRelative } from '../../support/relative.js'

describe('geometricMean', () => {
  it('equals the dense metric of golden value B5', () => {
    const c = Float64Array.of(0.2906666666666667, -0.7133333333333334, -0.7133333333333334, 2.1666666666666665)
    const g = Float64Array.of(1.3816666666666666, -0.5043333333333333, -0.5043333333333333, 0.23766666666666666)
    const mean = geometricMean(c, g, 2)
    const golden = [0.4399915522, -0.05085909559, -0.05085909559, 2.910853856]
    golden.forEach((value, i) => expectRelative(mean?.[i] ?? NaN, value, 1e-8))
  })

  it('of diag(1, 4, 8) and diag(1, 1, 0.5) is diag(1, 2, 4)', () => {
    const mean = geometricMean(diagonal([1, 4, 8]), diagonal([1, 1, 0.5]), 3)
    diagonal([1, 2, 4]).forEach((value, i) => expect(mean?.[i]).toBeCloseTo(value, 12))
  })

  it('solves S G S = C', () => {
    const generator = createGenerator(1, 'matrices')
    const [c, g] = [0, 1].map(() => {
      const a = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => generator.normal()))
      return Float64Array.from(a.flatMap((row) => a.map((other) => row.reduce((sum, x, k) => sum + x * other[k], 0))))
    })
    const s = geometricMean(c, g, 4) ?? new Float64Array(16)
    multiply(multiply(s, g), s).forEach((value, i) => expect(value).toBeCloseTo(c[i], 8))
  })

  it('is null where the gradients do not span the space', () => {
    expect(geometricMean(diagonal([1, 1]), Float64Array.of(1, 1, 1, 1), 2)).toBeNull()
  })
})

describe('FisherCovarianceWindow', () => {
  it('is exact for a Normal, but for its shrinkage, from draws that are far from independent', () => {
    const covariance = [1e6, 950, 950, 1]
    const determinant = 1e6 - 950 ** 2
    const window = new FisherCovarianceWindow(2)
    const generator = createGenerator(1, 'walk')
    let [x, y] = [300, 2]
    for (let i = 0; i < 40; i++) {
      x += 100 * generator.normal()
      y += 0.1 * generator.normal()
      window.add(
        Float64Array.of(x, y),
        Float64Array.of(-(x - 950 * y) / determinant, -(1e6 * y - 950 * x) / determinant),
      )
    }
    const factor = window.factor(Float64Array.of(1e6, 1)) ?? new Float64Array(4)
    expectRelative(factor[0] ** 2, covariance[0], 0.05)
    expectRelative(factor[2] * factor[0], covariance[1], 0.05)
    expectRelative(factor[2] ** 2 + factor[3] ** 2, covariance[3], 0.05)
    expect(factor[1]).toBe(0)
  })

  it('is the identity where nothing moved, and forgets when cleared', () => {
    const window = new FisherCovarianceWindow(2)
    for (let i = 0; i < 5; i++) window.add(Float64Array.of(i, -i), Float64Array.of(-3 * i, i))
    expect(window.count).toBe(5)
    window.clear()
    expect(window.count).toBe(0)
    for (let i = 0; i < 3; i++) window.add(Float64Array.of(7, 7), Float64Array.of(1, 1))
    const factor = window.factor(Float64Array.of(1, 4)) ?? new Float64Array(4)
    ;[1, 0, 0, 2].forEach((value, i) => expect(factor[i]).toBeCloseTo(value, 12))
  })

  it('is null after draws that are not finite', () => {
    const window = new FisherCovarianceWindow(1)
    for (const x of [1, 2, NaN]) window.add(Float64Array.of(x), Float64Array.of(-x))
    expect(window.factor(Float64Array.of(1))).toBeNull()
  })
})

function diagonal(values: readonly number[]): Float64Array {
  const n = values.length
  return Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? values[i / (n + 1)] : 0))
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const n = Math.sqrt(a.length)
  return a.map((_, place) => {
    const [i, j] = [Math.floor(place / n), place % n]
    let sum = 0
    for (let k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j]
    return sum
  })
}
