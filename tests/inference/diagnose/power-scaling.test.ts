import { describe, expect, it } from 'vitest'
import { tailEss } from '../../../src/inference/diagnose/convergence.js'
import {
  cumulativeDistance,
  powerScale,
  powerScalingSensitivities,
  readSensitivity,
} from '../../../src/inference/diagnose/power-scaling.js'
import { ReferenceStream } from '../../support/reference-stream.js'

/** Draws of a mean: prior N(0, 1), one observation 1.5 with standard deviation 0.8. */
const variance = 1 / (1 + 1 / 0.64)
const stream = new ReferenceStream(2024)
const theta = Float64Array.from({ length: 1000 }, () => (1.5 * variance) / 0.64 + Math.sqrt(variance) * stream.normal())
const logPrior = theta.map((value) => -0.5 * value * value)
const logLikelihood = theta.map((value) => -0.5 * ((1.5 - value) / 0.8) ** 2)

/** Weights of draws for a component raised to a power, without smoothing. */
function rawWeights(component: Float64Array, power: number): Float64Array {
  const raw = component.map((value) => Math.exp((power - 1) * value))
  const total = raw.reduce((a, b) => a + b, 0)
  return raw.map((value) => value / total)
}

describe('the distance between draws and weighted draws', () => {
  it('is the larger of the two directions of the axis', () => {
    const draws = Float64Array.of(4, 1, 7, 2)
    const weights = Float64Array.of(0.3, 0.1, 0.4, 0.2)
    expect(cumulativeDistance(draws, weights) / 0.1617381392).toBeCloseTo(1, 9)
    const turned = draws.map((value) => -value)
    expect(cumulativeDistance(turned, weights)).toBe(cumulativeDistance(draws, weights))
  })

  it('has the values of a normal mean with a stronger prior or likelihood', () => {
    expect(cumulativeDistance(theta, rawWeights(logPrior, 1.01)) / 0.001674351878).toBeCloseTo(1, 8)
    expect(cumulativeDistance(theta, rawWeights(logLikelihood, 1.01)) / 0.001583447366).toBeCloseTo(1, 8)
  })

  it('is 0 for equal weights and for draws that never differ, and needs a weight a draw', () => {
    expect(cumulativeDistance(theta, new Float64Array(1000).fill(1e-3))).toBeLessThan(1e-8)
    expect(cumulativeDistance(new Float64Array(3).fill(2), Float64Array.of(0.5, 0.25, 0.25))).toBe(0)
    expect(() => cumulativeDistance(theta, Float64Array.of(1))).toThrow(
      '`weights` must hold one weight a draw, 1000 in all, not 1.',
    )
  })
})

describe('the sensitivity of a normal mean', () => {
  it.each([
    ['prior', logPrior, 0.1164387718],
    ['likelihood', logLikelihood, 0.1101575686],
  ])('to the %s without smoothing is that of priorsense', (_, component, expected) => {
    const scaled = {
      ...powerScale(component),
      weaker: rawWeights(component, 0.99),
      stronger: rawWeights(component, 1.01),
    }
    expect(powerScalingSensitivities(theta, [scaled])[0] / expected).toBeCloseTo(1, 8)
  })

  it.each([
    ['prior', logPrior, 0.1172036902],
    ['likelihood', logLikelihood, 0.1111856766],
  ])('to the %s with smoothing is that of ArviZ', (_, component, expected) => {
    const scaled = powerScale(component, tailEss([component]) / 1000)
    expect(powerScalingSensitivities(theta, [scaled])[0] / expected).toBeCloseTo(1, 9)
    expect(scaled.k).toBeLessThan(0.7)
  })
})

it('several components are asked for at once, and draws that never differ are sensitive to none', () => {
  const components = [powerScale(logPrior), powerScale(logLikelihood)]
  const [prior, likelihood] = powerScalingSensitivities(theta, components)
  expect(powerScalingSensitivities(theta, components.slice(1))).toEqual([likelihood])
  expect(prior).toBeGreaterThan(likelihood)
  expect(powerScalingSensitivities(new Float64Array(1000).fill(2), components)).toEqual([0, 0])
})

it('a prior that moves the answer is in conflict where the data move it too', () => {
  expect(readSensitivity(0.2, 0.3)).toBe('prior-data-conflict')
  expect(readSensitivity(0.2, 0.01)).toBe('strong-prior-or-weak-likelihood')
  expect(readSensitivity(0.01, 0.3)).toBe('agreement')
})
