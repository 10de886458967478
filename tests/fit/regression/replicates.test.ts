import { describe, expect, it } from 'vitest'
import { negativeHessian } from '../../../src/fit/regression/curvature.js'
import { flatDirections } from '../../../src/fit/regression/flat-directions.js'
import { approximateHyper, drawHyper } from '../../../src/fit/regression/hyper-approximation.js'
import { runMoves } from '../../../src/fit/regression/moves.js'
import { runReplicates } from '../../../src/fit/regression/replicates.js'
import { findMode } from '../../../src/fit/regression/starts.js'
import { Density } from '../../../src/model/density/density.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const g = createGenerator(6, 'replicates')
const x = Array.from({ length: 60 }, (_, t) => (t % 8 < 3 ? 10 + 10 * g.uniform() : 0))
const columns = { x, y: x.map((media) => 100 + 1.5 * media + 4 * g.normal()) }
const density = new Density(
  smallModel('kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\n', { columns }),
)
const mode = findMode(density, 1, 0)

describe('findMode', () => {
  it('ends where the gradient is nothing', () => {
    const gradient = new Float64Array(density.dimension)
    density.valueAndGradient(mode.theta, gradient)
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-3)
  })

  it('finds the same optimum from every start', () => {
    for (let start = 1; start < 5; start++)
      expect(findMode(density, 1, start).logDensity).toBeCloseTo(mode.logDensity, 5)
  })
})

describe('negativeHessian', () => {
  it('is the precision of a Normal density', () => {
    const normal = {
      dimension: 2,
      valueAndGradient([a, b]: Float64Array, gradient: Float64Array) {
        gradient[0] = -(2 * a + 0.5 * b)
        gradient[1] = -(0.5 * a + b)
        return -0.5 * (2 * a * a + a * b + b * b)
      },
    }
    const hessian = negativeHessian(normal, Float64Array.of(0.3, -0.7))
    ;[2, 0.5, 0.5, 1].forEach((value, i) => expect(hessian[i]).toBeCloseTo(value, 8))
  })

  it('shows the directions that only the prior holds', () => {
    const flat = flatDirections(density, new Float64Array(density.dimension * density.dimension))
    expect(flat).toContain('tv.halfLife')
    expect(flatDirections(density, negativeHessian(density, mode.theta))).not.toContain('noise.sigma')
  })
})

describe('runReplicates and runMoves', () => {
  const hyper = approximateHyper(density, null)
  const factor = Float64Array.from({ length: density.dimension ** 2 }, (_, i) =>
    i % (density.dimension + 1) === 0 ? 0.5 : 0,
  )
  const replicates = (from: number, to: number) =>
    runReplicates(density, { seed: 1, from, to, mode: mode.theta, factor, hyper })

  it('give a replicate that depends on its number alone', () => {
    const together = replicates(0, 4).points
    const apart = [...replicates(0, 1).points, ...replicates(1, 4).points]
    expect(Array.from(together)).toEqual(apart)
  })

  it('leave data, centres and noise as they found them', () => {
    const before = density.visit(mode.theta)
    replicates(0, 2)
    expect(density.visit(mode.theta)).toBe(before)
  })

  it('leave points where they are without a sampler', () => {
    const { points } = replicates(0, 3)
    const output = runMoves(density, { seed: 1, from: 0, count: 3, points, sampler: null })
    expect(output.points).toEqual(points)
    expect(output.acceptance).toBe(0)
    expect(output.draws.every(Number.isFinite)).toBe(true)
  })

  it('move points by accepted trajectories otherwise', () => {
    const { points } = replicates(0, 3)
    const output = runMoves(density, { seed: 1, from: 0, count: 3, points, sampler: { factor, stepSize: 0.1 } })
    expect(output.acceptance).toBeGreaterThan(0.3)
    expect(output.points).not.toEqual(points)
  })
})

describe('drawHyper', () => {
  it('stays at the mode without a covariance and holds the noise there', () => {
    const theta = drawHyper(density, approximateHyper(density, null), mode.theta, createGenerator(1, 'hyper'))
    density.release()
    expect(theta).toEqual(mode.theta)
  })

  it('moves noise and amplitude only', () => {
    const covariance = new Float64Array(density.dimension ** 2)
    for (let i = 0; i < density.dimension; i++) covariance[i * density.dimension + i] = 0.01
    const theta = drawHyper(density, approximateHyper(density, covariance), mode.theta, createGenerator(1, 'hyper'))
    density.release()
    const places = density.hyperSlots().map((slot) => slot.index)
    theta.forEach((value, i) => expect(value === mode.theta[i]).toBe(!places.includes(i)))
  })
})
