import { describe, expect, it } from 'vitest'
import { DenseLearner, DiagonalLearner, FixedLearner } from '../../../src/inference/sample/metric-learner.js'
import type { MetricLearner } from '../../../src/inference/sample/metric-learner.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const generator = createGenerator(1, 'draws')

/** Adds draws of a Normal with variances `scale` and correlation 0.9, and their gradients. */
function addDraws(learner: MetricLearner, count: number, scale: number): void {
  for (let i = 0; i < count; i++) {
    const x = generator.normal()
    const y = 0.9 * x + Math.sqrt(0.19) * generator.normal()
    const s = Math.sqrt(scale)
    const gradient = Float64Array.of(-(x - 0.9 * y) / 0.19 / s, -(y - 0.9 * x) / 0.19 / s)
    learner.add(Float64Array.of(x * s, y * s), gradient)
  }
}

function variances({ metric }: MetricLearner): number[] {
  const result = new Float64Array(2)
  metric.variancesInto(result)
  return Array.from(result)
}

describe('DiagonalLearner', () => {
  it('keeps what it began with until the third draw, then says once that the metric is new', () => {
    const learner = new DiagonalLearner(Float64Array.of(3, 4))
    addDraws(learner, 2, 1)
    expect(learner.update()).toBe(false)
    variances(learner).forEach((variance, i) => expect(variance).toBeCloseTo(3 + i, 12))
    addDraws(learner, 1, 1)
    expect(learner.update()).toBe(true)
    addDraws(learner, 1, 1)
    expect(learner.update()).toBe(false)
  })

  it('forgets the draws before the background window', () => {
    const learner = new DiagonalLearner(Float64Array.of(1, 1))
    addDraws(learner, 50, 1e6)
    learner.forget()
    addDraws(learner, 50, 1)
    expect(learner.fresh).toBe(50)
    learner.forget()
    expect(learner.fresh).toBe(0)
    learner.update()
    // Fisher's diagonal of a Normal: sqrt(variance / precision's diagonal) = sqrt(0.19).
    variances(learner).forEach((variance) => expect(Math.abs(variance - Math.sqrt(0.19))).toBeLessThan(0.25))
  })
})

describe('DenseLearner', () => {
  it('is diagonal at first and dense from the twelfth draw of two coordinates, and says so each time', () => {
    const learner = new DenseLearner(Float64Array.of(1, 1))
    addDraws(learner, 5, 1)
    expect(learner.update()).toBe(true)
    expect(shear(learner)).toBe(0)
    addDraws(learner, 6, 1)
    expect(learner.update()).toBe(false)
    addDraws(learner, 1, 1)
    expect(learner.update()).toBe(true)
    expect(Math.abs(shear(learner) - 0.9)).toBeLessThan(0.05)
    variances(learner).forEach((variance) => expect(Math.abs(variance - 1)).toBeLessThan(0.1))
  })

  it('computes again after 20 more draws and after forgetting, and stays dense while a window is short', () => {
    const learner = new DenseLearner(Float64Array.of(1, 1))
    addDraws(learner, 12, 1)
    learner.update()
    addDraws(learner, 19, 100)
    learner.update()
    expect(variances(learner)[0]).toBeLessThan(2)
    addDraws(learner, 1, 100)
    expect(learner.update()).toBe(false)
    expect(variances(learner)[0]).toBeGreaterThan(5)
    learner.forget()
    learner.forget()
    addDraws(learner, 3, 1e4)
    learner.update()
    expect(Math.abs(shear(learner))).toBeGreaterThan(0.5)
    addDraws(learner, 20, 1e4)
    learner.update()
    variances(learner).forEach((variance) => expect(Math.abs(variance / 1e4 - 1)).toBeLessThan(0.1))
  })

  it('keeps the factor it began with until the window is full', () => {
    const learner = new DenseLearner(Float64Array.of(4, 25), Float64Array.of(2, 0, 3, 4))
    addDraws(learner, 11, 1)
    expect(learner.update()).toBe(false)
    variances(learner).forEach((variance, i) => expect(variance).toBeCloseTo([4, 25][i], 12))
    addDraws(learner, 1, 1)
    expect(learner.update()).toBe(false)
    variances(learner).forEach((variance) => expect(Math.abs(variance - 1)).toBeLessThan(0.1))
  })
})

describe('FixedLearner', () => {
  it('keeps what it is given, and never says that there is anything new', () => {
    for (const factor of [null, Float64Array.of(2, 0, 3, 4)]) {
      const learner = new FixedLearner(Float64Array.of(4, 25), factor)
      addDraws(learner, 100, 1)
      learner.forget()
      expect(learner.update()).toBe(false)
      expect(variances(learner)).toEqual([4, 25])
    }
  })
})

/** How far a unit momentum along the first coordinate moves the second, in units of the first. */
function shear({ metric }: MetricLearner): number {
  const position = new Float64Array(2)
  metric.drift(position, Float64Array.of(1, 0), 1)
  return position[1] / position[0]
}
