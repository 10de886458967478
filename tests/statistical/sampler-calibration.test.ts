import { expect, it } from 'vitest'
import type { LogDensity } from '../../src/inference/log-density.js'
import { runChain } from '../../src/inference/sample/chain.js'
import { jitteredStart } from '../../src/inference/sample/start-point.js'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { gammaVariate } from '../../src/numeric/random/variates.js'
import { chiSquareSurvival } from '../../src/numeric/special/distributions.js'

// Simulation-based calibration. Sources: Talts et al. (2018), arXiv:1804.06788; the log likelihood as a quantity: Modrak et al. (2023).

const dataSets = 600
const observations = 6
/** Draws ranked against the truth, taken every `thin` transitions. */
const ranked = 79
const thin = 6
const bins = 20
/** A correct sampler fails one of the four tests in 1 of 2,500 seeds. */
const smallestP = 1e-4

/** sigma^2 ~ InverseGamma(3, 2), mu ~ N(1, 4 sigma^2), y ~ N(mu, sigma^2): conjugate. Coordinates mu and log sigma^2. */
function posterior(y: readonly number[]): LogDensity {
  return {
    dimension: 2,
    valueAndGradient([mu, u], gradient) {
      const precision = Math.exp(-u)
      let squares = (mu - 1) ** 2 / 4
      let slope = -(mu - 1) / 4
      for (const value of y) {
        squares += (value - mu) ** 2
        slope += value - mu
      }
      const powers = 3 + 0.5 * (y.length + 1)
      gradient[0] = slope * precision
      gradient[1] = -powers + (2 + 0.5 * squares) * precision
      return -powers * u - (2 + 0.5 * squares) * precision
    },
  }
}

function logLikelihood(y: readonly number[], mu: number, u: number): number {
  return y.reduce((sum, value) => sum - 0.5 * (u + (value - mu) ** 2 * Math.exp(-u)), 0)
}

it(`ranks of the truth among posterior draws are uniform over ${dataSets} data sets of a conjugate model`, () => {
  const names = ['mu', 'log sigma^2', 'log likelihood', 'mu / sigma']
  const counts = names.map(() => new Array<number>(bins).fill(0))
  const quantities = (y: readonly number[], mu: number, u: number) => [
    mu,
    u,
    logLikelihood(y, mu, u),
    mu * Math.exp(-0.5 * u),
  ]
  let divergences = 0
  let squaredError = 0
  for (let set = 0; set < dataSets; set++) {
    const generator = createGenerator(7, 'calibration', set)
    const variance = 2 / gammaVariate(generator, 3)
    const mu = 1 + 2 * Math.sqrt(variance) * generator.normal()
    const y = Array.from({ length: observations }, () => mu + Math.sqrt(variance) * generator.normal())
    const density = posterior(y)
    const start = jitteredStart(density, { seed: 7, chain: set })
    const chain = runChain(density, { warmup: 300, draws: ranked * thin, seed: 7, chain: set, start })
    divergences += chain.divergences.length
    const truth = quantities(y, mu, Math.log(variance))
    const below = new Array<number>(names.length).fill(0)
    let mean = 0
    for (let i = 0; i < ranked; i++) {
      const [m, u] = chain.points.subarray(2 * i * thin, 2 * i * thin + 2)
      quantities(y, m, u).forEach((value, q) => (below[q] += value < truth[q] ? 1 : 0))
      mean += m / ranked
    }
    below.forEach((rank, q) => counts[q][Math.floor((rank * bins) / (ranked + 1))]++)
    // The exact posterior mean of mu, and variance of a mean of independent draws.
    const total = y.reduce((a, b) => a + b, 0)
    const squares = y.reduce((a, b) => a + b * b, 0) + 0.25
    const centre = (total + 0.25) / (observations + 0.25)
    const scale = 2 + 0.5 * (squares - (observations + 0.25) * centre ** 2)
    const posteriorVariance = scale / (3 + observations / 2 - 1) / (observations + 0.25)
    squaredError += (mean - centre) ** 2 / (posteriorVariance / ranked) / dataSets
  }
  counts.forEach((count, q) => {
    const expected = dataSets / bins
    const statistic = count.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    const p = chiSquareSurvival(statistic, bins - 1)
    process.stdout.write(`ranks of ${names[q]}: chi-square ${statistic.toFixed(1)} on ${bins - 1}, p ${p.toFixed(3)}\n`)
    expect(p, names[q]).toBeGreaterThan(smallestP)
  })
  process.stdout.write(`squared error of the mean of mu against independent draws: ${squaredError.toFixed(2)}\n`)
  expect(squaredError).toBeGreaterThan(0.75)
  expect(squaredError).toBeLessThan(1.5)
  expect(divergences).toBeLessThan(dataSets)
})
