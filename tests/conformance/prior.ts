import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { compilePrior } from '../../src/model/prior/compile-prior.js'
import { priorDensity } from '../../src/model/prior/prior-density.js'
import { priorCdf, priorQuantile } from '../../src/model/prior/prior-quantile.js'
import { priorSample } from '../../src/model/prior/prior-sample.js'
import type { Prior, Support } from '../../src/model/prior/prior.js'
import { centralDifference } from '../support/central-difference.js'

const PROBABILITIES = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999]
const DRAWS = 20_000

/** Everything every prior must do. */
export function priorConformance(prior: Prior): void {
  describe(`the prior ${JSON.stringify(prior)}`, () => {
    const density = priorDensity(prior)

    it('has a derivative that agrees with central differences', () => {
      for (const p of [0.07, 0.2, 0.41, 0.66, 0.9]) {
        const x = priorQuantile(prior, p)
        expectClose(
          density.derivative(x),
          centralDifference((v) => density.logDensity(v), x),
          1e-6,
        )
      }
    })

    it('integrates to its distribution function', () => {
      const ends = [0.02, 0.2, 0.5, 0.8, 0.98].map((p) => priorQuantile(prior, p))
      for (let i = 1; i < ends.length; i++) {
        const mass = integrate((x) => Math.exp(density.logDensity(x)), ends[i - 1], ends[i])
        expectClose(mass, priorCdf(prior, ends[i]) - priorCdf(prior, ends[i - 1]), 1e-6)
      }
    })

    it('has quantiles that invert its distribution function', () => {
      for (const p of PROBABILITIES) expectClose(priorCdf(prior, priorQuantile(prior, p)), p, 1e-9)
    })

    it('has no density outside its support', () => {
      const { low, high } = density.support
      if (low > -Infinity) expect(density.logDensity(low - 0.1)).toBe(-Infinity)
      if (high < Infinity) expect(density.logDensity(high + 0.1)).toBe(-Infinity)
      expect(priorCdf(prior, low === -Infinity ? -1e300 : low - 1)).toBeCloseTo(0, 12)
      expect(priorCdf(prior, high === Infinity ? 1e300 : high + 1)).toBeCloseTo(1, 12)
    })

    it('draws values spread as its quantiles say', () => {
      const generator = createGenerator(3, JSON.stringify(prior))
      const draws = Array.from({ length: DRAWS }, () => priorSample(prior, generator))
      for (const p of PROBABILITIES) {
        const x = priorQuantile(prior, p)
        const share = draws.filter((draw) => draw <= x).length / DRAWS
        expect(Math.abs(share - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / DRAWS))
      }
    })

    compiledConformance(prior, density.support)
  })
}

/** Everything a prior compiled for a support must do. */
export function compiledConformance(prior: Prior, support: Support): void {
  describe(`compiled for (${support.low}, ${support.high})`, () => {
    const compiled = compilePrior(prior, support)
    const points = [-2.3, -1.1, -0.4, 0.3, 0.8, 1.9].map((k) => compiled.centre + k * compiled.scale)

    it('has gradients that agree with central differences', () => {
      for (const u of points) {
        expectClose(
          compiled.gradientAt(u),
          centralDifference((v) => compiled.logDensityAt(v), u),
          1e-6,
        )
        expectClose(
          compiled.constrainDerivative(u),
          centralDifference((v) => compiled.constrain(v), u),
          1e-7,
        )
      }
    })

    it('has constrain and unconstrain undo each other inside the support', () => {
      for (const u of points) {
        const x = compiled.constrain(u)
        expect(x > support.low && x < support.high).toBe(true)
        expectClose(compiled.unconstrain(x), u, 1e-9)
      }
    })

    it('has a density in u that integrates to 1', () => {
      const reach = 60 * compiled.scale
      const { centre } = compiled
      const left = integrate((u) => Math.exp(compiled.logDensityAt(u)), centre - reach, centre, 4000)
      const right = integrate((u) => Math.exp(compiled.logDensityAt(u)), centre, centre + reach, 4000)
      // Student and Cauchy tails in u reach beyond 60 scales.
      expectClose(left + right, 1, 1e-4)
    })

    it('has its mode at `centre`', () => {
      const { centre, scale } = compiled
      const top = compiled.logDensityAt(centre)
      for (const k of [-3, -1, -0.1, -0.001, 0.001, 0.1, 1, 3]) {
        expect(compiled.logDensityAt(centre + k * scale)).toBeLessThanOrEqual(top + 1e-12)
      }
      expect(scale).toBeGreaterThan(0)
    })

    it('draws in u what its density in u says', () => {
      const generator = createGenerator(4, JSON.stringify(prior), String(support.low), String(support.high))
      const { centre, scale } = compiled
      const ends = [-1, 0, 1].map((k) => centre + k * scale)
      const draws = Array.from({ length: DRAWS }, () => compiled.sampleUnconstrained(generator))
      for (let i = 1; i < ends.length; i++) {
        const mass = integrate((u) => Math.exp(compiled.logDensityAt(u)), ends[i - 1], ends[i])
        const share = draws.filter((u) => u > ends[i - 1] && u <= ends[i]).length / DRAWS
        expect(Math.abs(share - mass)).toBeLessThan(4.5 * Math.sqrt((mass * (1 - mass)) / DRAWS) + 1e-9)
      }
    })
  })
}

/** Simpson's rule. */
function integrate(f: (x: number) => number, low: number, high: number, steps = 2000): number {
  const h = (high - low) / steps
  let sum = f(low) + f(high)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * f(low + i * h)
  return (sum * h) / 3
}

function expectClose(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(1, Math.abs(expected)),
  )
}
