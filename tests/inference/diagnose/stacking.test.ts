import { describe, expect, it } from 'vitest'
import { bootstrappedBmaWeights, pseudoBmaWeights, stackingWeights } from '../../../src/inference/diagnose/stacking.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const first = Float64Array.of(0.3, 0.05, 0.25, 0.02, 0.4, 0.11).map(Math.log)
const second = Float64Array.of(0.1, 0.2, 0.24, 0.15, 0.12, 0.13).map(Math.log)

describe('the weights of two models', () => {
  it('predict best by stacking', () => {
    const { weights, elpd, converged } = stackingWeights([first, second])
    expect(converged).toBe(true)
    expect(weights[0] / 0.3639091309).toBeCloseTo(1, 9)
    expect(weights[1] / 0.6360908691).toBeCloseTo(1, 9)
    expect(elpd / -10.97537685).toBeCloseTo(1, 9)
  })

  it('follow exp(elpd) by pseudo-BMA, and are less extreme when the observations are resampled', () => {
    const weights = pseudoBmaWeights([first, second])
    expect(weights[0] / 0.2270850537).toBeCloseTo(1, 9)
    expect(weights[1] / 0.7729149463).toBeCloseTo(1, 9)
    const resampled = bootstrappedBmaWeights([first, second], createGenerator(1, 'bma'))
    expect(resampled[0]).toBeGreaterThan(0.25)
    expect(resampled[0] + resampled[1]).toBeCloseTo(1, 12)
  })
})

describe('stacking', () => {
  it('gives a model that is worse everywhere no weight, and copies of one their sum', () => {
    const worse = first.map((value) => value - 0.5)
    expect(stackingWeights([first, worse]).weights[1]).toBeLessThan(1e-6)
    const { weights } = stackingWeights([first, second, second])
    expect(weights[0]).toBeCloseTo(0.3639091309, 9)
    expect(weights[1]).toBeCloseTo(weights[2], 12)
  })

  it('is not moved by densities that would overflow', () => {
    const [a, b] = [first, second].map((each) => each.map((value, i) => value + (i === 0 ? 900 : -900)))
    expect(stackingWeights([a, b]).weights[0]).toBeCloseTo(0.3639091309, 9)
  })

  it('needs models of the same observations, each possible under one of them', () => {
    expect(() => stackingWeights([])).toThrow('Weights need at least one model and one observation.')
    expect(() => stackingWeights([first, first.slice(1)])).toThrow(
      'Models must predict the same observations to be weighted, not 6 and 5 of them.',
    )
    expect(() => stackingWeights([Float64Array.of(0, -Infinity), Float64Array.of(0, -Infinity)])).toThrow(
      'Observation 2 must have a finite log density under at least one model and none that is NaN.',
    )
  })
})
