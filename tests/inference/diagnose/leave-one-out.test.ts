import { describe, expect, it } from 'vitest'
import { elpdDifference, leaveOneOut } from '../../../src/inference/diagnose/leave-one-out.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { ReferenceStream } from '../../support/reference-stream.js'

const HALF_LOG_TWO_PI = 0.9189385332046728

/** Four observations from N(mu, 1), the last far out; draws of mu given all under a flat prior. */
function normalMean(): Float64Array {
  const observed = [-0.3, 0.9, 0.4, 3.6]
  const stream = new ReferenceStream(77)
  const values = new Float64Array(4000)
  for (let s = 0; s < 1000; s++) {
    const mu = 1.15 + stream.normal() / 2
    observed.forEach((y, i) => (values[4 * s + i] = -HALF_LOG_TWO_PI - 0.5 * (y - mu) ** 2))
  }
  return values
}

describe('leaving out one of four observations', () => {
  const loo = leaveOneOut({ values: normalMean(), observations: 4 })

  it('has the densities, shapes and effective parameters of loo and ArviZ', () => {
    const pointwise = [-2.419171407, -1.099837985, -1.420505584, -5.065641718]
    const k = [0.4247591345, 0.119654697, 0.3075913749, 0.4924981408]
    pointwise.forEach((value, i) => expect(loo.pointwise[i] / value).toBeCloseTo(1, 9))
    k.forEach((value, i) => expect(loo.k[i] / value).toBeCloseTo(1, 8))
    expect(loo.elpd / -10.00515669).toBeCloseTo(1, 9)
    expect(loo.se / 3.116858338).toBeCloseTo(1, 9)
    expect(loo.pLoo / 2.382530141).toBeCloseTo(1, 9)
    expect(loo.unreliable).toBe(0)
  })

  it('is near the exact densities', () => {
    const exact = [-2.464446236, -1.104446236, -1.437779569, -5.064446236]
    exact.forEach((value, i) => expect(Math.abs(loo.pointwise[i] - value)).toBeLessThan(0.05))
  })
})

it('is near the exact densities of eight schools, known by quadrature', () => {
  const observed = [28, 8, -3, 7, -1, 1, 18, 12]
  const sd = [15, 10, 16, 11, 9, 11, 10, 18]
  const exact = [
    -4.88778477, -3.422188116, -3.856234317, -3.462385118, -3.455897167, -3.482577672, -4.230350979, -3.944456745,
  ]
  const loo = leaveOneOut({ values: eightSchools(observed, sd), observations: 8 })
  exact.forEach((value, i) => expect(Math.abs(loo.pointwise[i] - value)).toBeLessThan(0.08))
  expect(Math.abs(loo.elpd + 30.74187488)).toBeLessThan(0.15)
  expect(Math.abs(loo.se - 1.36154)).toBeLessThan(0.1)
})

it('counts the observations whose density is not to be believed', () => {
  const stream = new ReferenceStream(3)
  const values = Float64Array.from({ length: 2000 }, (_, i) =>
    i % 2 === 0 ? 0.9 * Math.log(1 - stream.uniform()) : -1,
  )
  const loo = leaveOneOut({ values, observations: 2 })
  expect(loo.unreliable).toBe(1)
  expect(loo.k[1]).toBe(-Infinity)
})

describe('the difference of two models', () => {
  it('is a sum over observations, with their standard error', () => {
    const first = Float64Array.of(0.3, 0.05, 0.25, 0.02, 0.4, 0.11).map(Math.log)
    const second = Float64Array.of(0.1, 0.2, 0.24, 0.15, 0.12, 0.13).map(Math.log)
    const { difference, se } = elpdDifference(first, second)
    expect(difference / -1.224844379).toBeCloseTo(1, 9)
    expect(se / 2.901323593).toBeCloseTo(1, 9)
  })

  it('is refused for other observations', () => {
    expect(() => elpdDifference(new Float64Array(3), new Float64Array(4))).toThrow(
      'Models must predict the same observations to be compared, not 3 and 4 of them.',
    )
  })
})

it('refuses a table that is no whole number of draws', () => {
  expect(() => leaveOneOut({ values: new Float64Array(7), observations: 2 })).toThrow(
    '`values` must hold 2 log likelihoods a draw and at least one draw, not 7 in all.',
  )
})

/** Log likelihoods under independent draws of the posterior: tau from a grid, then mu and theta from their Normals. */
function eightSchools(observed: number[], sd: number[]): Float64Array {
  const draws = 8000
  const generator = createGenerator(1, 'schools')
  const taus = Array.from({ length: 4000 }, (_, i) => (i + 0.5) * 0.02)
  const given = taus.map((tau) => {
    const precision = sd.map((s) => 1 / (s * s + tau * tau))
    const total = precision.reduce((a, b) => a + b) + 1 / 25
    const centre = precision.reduce((sum, p, j) => sum + p * observed[j], 0) / total
    const fit =
      precision.reduce((sum, p, j) => sum + Math.log(p) - p * (observed[j] - centre) ** 2, 0) - centre ** 2 / 25
    return { centre, sd: 1 / Math.sqrt(total), mass: Math.exp(0.5 * (fit - Math.log(total))) / (1 + (tau / 5) ** 2) }
  })
  const cumulative = new Float64Array(given.length)
  given.reduce((sum, { mass }, i) => (cumulative[i] = sum + mass), 0)
  const values = new Float64Array(draws * 8)
  for (let s = 0; s < draws; s++) {
    const u = generator.uniform() * cumulative[cumulative.length - 1]
    const at = cumulative.findIndex((mass) => mass >= u)
    const mu = given[at].centre + given[at].sd * generator.normal()
    for (let j = 0; j < 8; j++) {
      const precision = 1 / sd[j] ** 2 + 1 / taus[at] ** 2
      const mean = (observed[j] / sd[j] ** 2 + mu / taus[at] ** 2) / precision
      const theta = mean + generator.normal() / Math.sqrt(precision)
      values[8 * s + j] = -HALF_LOG_TWO_PI - Math.log(sd[j]) - 0.5 * ((observed[j] - theta) / sd[j]) ** 2
    }
  }
  return values
}
