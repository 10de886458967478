import { describe, expect, it } from 'vitest'
import { DiagonalLearner } from '../../../src/inference/sample/metric-learner.js'
import type { MetricLearner } from '../../../src/inference/sample/metric-learner.js'
import { NoUTurnSampler } from '../../../src/inference/sample/no-u-turn.js'
import { WarmUp } from '../../../src/inference/sample/warm-up.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { independent } from './targets.js'

const options = { length: 1000, targetAcceptance: 0.8, maxTreeDepth: 10 }

/** A chain of draws of N(0, 1) up to iteration `change`, of N(0, 100) afterwards; the metric after every iteration. */
function metricsWhenTheTargetChanges(change: number): number[] {
  const learner = new DiagonalLearner(Float64Array.of(1))
  const transition = { acceptance: 0.8, index: 1, divergent: false }
  const sampler = { position: Float64Array.of(0.1), gradient: Float64Array.of(-0.1), transition, tryStep: () => 0.8 }
  const warmUp = new WarmUp(options, sampler as unknown as NoUTurnSampler, learner, createGenerator(1, 'unused'))
  const draws = createGenerator(2, 'draws')
  return Array.from({ length: options.length }, (_, i) => {
    const scale = i <= change ? 1 : 10
    const z = draws.normal()
    sampler.position[0] = scale * z
    sampler.gradient[0] = -z / scale
    warmUp.update()
    return varianceOf(learner)
  })
}

function varianceOf({ metric }: MetricLearner): number {
  const variances = new Float64Array(1)
  metric.variancesInto(variances)
  return variances[0]
}

describe('WarmUp', () => {
  it('forgets within two early windows of 10 draws', () => {
    const metrics = metricsWhenTheTargetChanges(48)
    expect(metrics[48]).toBeCloseTo(1, 10)
    expect(metrics[50]).toBeGreaterThan(1.5)
    expect(metrics[57]).toBeLessThan(99)
    expect(metrics[58]).toBeCloseTo(100, 8)
  })

  it('fills its last metric with draws 380 to 850 of 1,000', () => {
    const all = metricsWhenTheTargetChanges(378)
    expect(all[498]).toBeCloseTo(100, 8)
    expect(all[999]).toBeCloseTo(100, 8)
    expect(metricsWhenTheTargetChanges(379)[999]).toBeLessThan(99.99)
    expect(metricsWhenTheTargetChanges(849)[999]).toBeCloseTo(1, 10)
    expect(metricsWhenTheTargetChanges(848)[999]).not.toBeCloseTo(1, 10)
  })

  it('learns from the third point of a window on', () => {
    const metrics = metricsWhenTheTargetChanges(1000)
    expect(metrics[0]).toBe(1)
    expect(metrics[1]).toBeCloseTo(1, 10)
  })

  it('keeps trees at 5 doublings while the metric is a guess', () => {
    const density = independent([0], [1])
    const learner = new DiagonalLearner(Float64Array.of(1))
    const generator = createGenerator(1, 'depth')
    const sampler = new NoUTurnSampler(density, learner.metric, Float64Array.of(0.5))
    const warmUp = new WarmUp({ ...options, length: 10 }, sampler, learner, generator)
    const depths = Array.from({ length: 4 }, () => {
      const depth = warmUp.treeDepth
      sampler.move({ stepSize: warmUp.stepSize, maxTreeDepth: depth }, generator)
      warmUp.update()
      return depth
    })
    expect(depths).toEqual([5, 5, 5, 10])
  })

  it.each([0.6, 0.8, 0.95])('reaches an acceptance of %f', (targetAcceptance) => {
    const sd = [1, 1e-3, 1e3, 7, 0.2]
    const density = independent([0, 1, 2, 3, 4], sd)
    const learner = new DiagonalLearner(new Float64Array(5).fill(1))
    const generator = createGenerator(1, 'acceptance')
    const sampler = new NoUTurnSampler(density, learner.metric, Float64Array.of(1, 1, 1, 1, 1))
    const warmUp = new WarmUp({ ...options, targetAcceptance, length: 600 }, sampler, learner, generator)
    for (let i = 0; i < 600; i++) {
      sampler.move({ stepSize: warmUp.stepSize, maxTreeDepth: warmUp.treeDepth }, generator)
      warmUp.update()
    }
    let acceptance = 0
    for (let i = 0; i < 500; i++) {
      sampler.move({ stepSize: warmUp.averagedStepSize, maxTreeDepth: 10 }, generator)
      acceptance += sampler.transition.acceptance / 500
    }
    expect(Math.abs(acceptance - targetAcceptance)).toBeLessThan(0.08)
  })

  it('begins with a step whose acceptance crosses 0.8', () => {
    const learner = new DiagonalLearner(Float64Array.of(1))
    const generator = createGenerator(1, 'search')
    const sampler = new NoUTurnSampler(independent([0], [1e-4]), learner.metric, Float64Array.of(1e-4))
    const warmUp = new WarmUp({ ...options, length: 0 }, sampler, learner, generator)
    expect(warmUp.averagedStepSize).toBeGreaterThan(2e-5)
    expect(warmUp.averagedStepSize).toBeLessThan(4e-4)
    expect(sampler.gradients).toBeGreaterThan(5)
  })
})
