import { describe, expect, it } from 'vitest'
import { FisherWindow, variancesFromGradient } from '../../../src/inference/sample/fisher-metric.js'
import { expectRelative } from '../../support/relative.js'

/** Golden value B5 of the reference. */
const draws = [
  [0.1, 2],
  [0.5, 1],
  [-0.3, 3],
  [0.9, -1],
  [0.2, 0.5],
  [-0.6, 2.5],
]
const gradients = [
  [-0.3, -0.2],
  [-1.1, 0.1],
  [0.6, -0.5],
  [-1.9, 0.8],
  [-0.4, 0.3],
  [1.4, -0.4],
]

function filled(): FisherWindow {
  const window = new FisherWindow(2)
  draws.forEach((draw, i) => window.add(Float64Array.from(draw), Float64Array.from(gradients[i])))
  return window
}

describe('FisherWindow', () => {
  it('equals the diagonal of golden value B5', () => {
    const variances = new Float64Array(2)
    expect(filled().variancesInto(variances)).toBe(true)
    expectRelative(variances[0], 0.4586653949)
    expectRelative(variances[1], 3.019339255)
  })

  it('is exact for independent Normals from any three draws, and far from the origin', () => {
    const window = new FisherWindow(2)
    for (const [x, y] of [
      [1e6 + 1, 5],
      [1e6 - 2, 5.001],
      [1e6 + 0.5, 4.999],
    ])
      window.add(Float64Array.of(x, y), Float64Array.of(-(x - 1e6) / 9, -(y - 5) / 1e-6))
    const variances = new Float64Array(2)
    window.variancesInto(variances)
    expectRelative(variances[0], 9, 1e-7)
    expectRelative(variances[1], 1e-6, 1e-7)
  })

  it('says nothing before the third draw', () => {
    const window = new FisherWindow(1)
    const variances = Float64Array.of(7)
    for (const x of [1, 2]) window.add(Float64Array.of(x), Float64Array.of(-x))
    expect(window.variancesInto(variances)).toBe(false)
    expect(variances[0]).toBe(7)
  })

  it('keeps the variance of a coordinate that never moved or whose gradient never changed', () => {
    const window = new FisherWindow(2)
    for (const x of [1, 2, 4]) window.add(Float64Array.of(3, x), Float64Array.of(-x, 1))
    const variances = Float64Array.of(7, 8)
    expect(window.variancesInto(variances)).toBe(true)
    expect(Array.from(variances)).toEqual([7, 8])
  })

  it('forgets when cleared', () => {
    const window = filled()
    window.clear()
    expect(window.count).toBe(0)
    for (const x of [1, 2, 4]) window.add(Float64Array.of(x, x), Float64Array.of(-x, -x / 4))
    const variances = new Float64Array(2)
    window.variancesInto(variances)
    expectRelative(variances[0], 1)
    expectRelative(variances[1], 4)
  })
})

describe('variancesFromGradient', () => {
  it('is 1 / |gradient|, and 1 where that says nothing', () => {
    expect(Array.from(variancesFromGradient(Float64Array.of(4, -0.5, 0, NaN, Infinity)))).toEqual([0.25, 2, 1, 1, 1])
  })

  it('stays between 1e-20 and 1e20', () => {
    expect(Array.from(variancesFromGradient(Float64Array.of(1e30, 1e-30)))).toEqual([1e-20, 1e20])
  })
})
