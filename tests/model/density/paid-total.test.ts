import { describe, expect, it } from 'vitest'
import { PaidTotal } from '../../../src/model/density/paid-total.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const logit = (p: number) => Math.log(p / (1 - p))
const prior = { mu: logit(0.15), sigma: 0.9, spread: 1 }

describe('PaidTotal', () => {
  it('draws totals with the stated median and 90 % range', () => {
    const joint = new PaidTotal(prior, [0, 1, 2], [0.5, 0.3, 0.2], { portion: 1, spread: null })
    const generator = createGenerator(1, 'totals')
    const totals = Array.from({ length: 4000 }, () => {
      const theta = new Float64Array(3)
      joint.sample(generator, theta)
      return theta.reduce((sum, u) => sum + Math.exp(u), 0)
    }).sort((a, b) => a - b)
    expect(totals[2000]).toBeCloseTo(0.15, 2)
    expect(totals[200]).toBeCloseTo(1 / (1 + Math.exp(-(prior.mu - 1.645 * 0.9))), 2)
  })

  it('gives channels with part of all spend that part of the median', () => {
    const joint = new PaidTotal(prior, [0], [0.4], { portion: 0.4, spread: null })
    const generator = createGenerator(2, 'part')
    const totals = Array.from({ length: 4000 }, () => {
      const theta = new Float64Array(1)
      joint.sample(generator, theta)
      return Math.exp(theta[0])
    }).sort((a, b) => a - b)
    expect(totals[2000]).toBeCloseTo(0.06, 2)
  })

  it('has no density where shares sum to one or more', () => {
    const joint = new PaidTotal(prior, [0, 1], [0.5, 0.5], { portion: 1, spread: null })
    expect(joint.valueAndGradient(Float64Array.of(Math.log(0.6), Math.log(0.5)), new Float64Array(2))).toBe(-Infinity)
  })

  it('has the gradient of its value, centres moved or not', () => {
    const joint = new PaidTotal(prior, [0, 1, 2], [0.5, 0.3, 0.2], { portion: 1, spread: null })
    const theta = Float64Array.of(Math.log(0.05), Math.log(0.02), Math.log(0.1))
    for (const moved of [false, true]) {
      if (moved) joint.randomiseCentres(createGenerator(3, 'centres'))
      const gradient = new Float64Array(3)
      joint.valueAndGradient(theta, gradient)
      for (let i = 0; i < 3; i++) {
        const at = (step: number) =>
          joint.valueAndGradient(
            theta.map((u, j) => (j === i ? u + step : u)),
            new Float64Array(3),
          )
        expect(gradient[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 6)
      }
    }
    joint.resetCentres()
    expect(joint.valueAndGradient(theta, new Float64Array(3))).toBeLessThan(0.5)
  })

  it('integrates to one over a single log share', () => {
    const joint = new PaidTotal(prior, [0], [1], { portion: 1, spread: null })
    let sum = 0
    for (let u = -12; u < 0; u += 0.001)
      sum += Math.exp(joint.valueAndGradient(Float64Array.of(u), new Float64Array(1))) * 0.001
    expect(sum / (Math.sqrt(2 * Math.PI) * 0.9)).toBeCloseTo(1, 3)
  })
})
