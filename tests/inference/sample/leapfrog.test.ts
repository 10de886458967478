import { expect, it } from 'vitest'
import { createPhasePoint, energyOf, leapfrog } from '../../../src/inference/sample/leapfrog.js'
import type { PhasePoint } from '../../../src/inference/sample/leapfrog.js'
import { DiagonalMetric } from '../../../src/inference/sample/metric.js'
import { expectRelative } from '../../support/relative.js'
import { gaussian } from './targets.js'

/** Precision [[2, 0.5], [0.5, 1]]. */
const density = gaussian([0, 0], [1 / 1.75, -0.5 / 1.75, -0.5 / 1.75, 2 / 1.75])
const unit = new DiagonalMetric(Float64Array.of(1, 1))

function startPoint(): PhasePoint {
  const point = createPhasePoint(2)
  point.position.set([1, -0.5])
  point.momentum.set([0.3, 0.8])
  point.value = density.valueAndGradient(point.position, point.gradient)
  return point
}

it('equals golden value B4 of the reference after 10 steps of 0.1', () => {
  const point = startPoint()
  expectRelative(energyOf(point), 1.24, 1e-12)
  for (let i = 0; i < 10; i++) leapfrog(density, unit, point, 0.1)
  expectRelative(point.position[0], 0.4135508959, 1e-9)
  expectRelative(point.position[1], 0.1870456949, 1e-9)
  expectRelative(point.momentum[0], -1.327840185, 1e-9)
  expectRelative(point.momentum[1], 0.507250542, 1e-9)
  expectRelative(energyOf(point), 1.237425181, 1e-9)
})

it('returns to its start when the steps are taken back', () => {
  const point = startPoint()
  for (let i = 0; i < 10; i++) leapfrog(density, unit, point, 0.1)
  for (let i = 0; i < 10; i++) leapfrog(density, unit, point, -0.1)
  expect(Math.abs(point.position[0] - 1)).toBeLessThan(1e-14)
  expect(Math.abs(point.momentum[1] - 0.8)).toBeLessThan(1e-14)
})

it('errs in energy by the square of the step', () => {
  const error = (steps: number) => {
    const point = startPoint()
    for (let i = 0; i < steps; i++) leapfrog(density, unit, point, 1 / steps)
    return Math.abs(energyOf(point) - 1.24)
  }
  expect(error(100) / error(200)).toBeGreaterThan(3.8)
  expect(error(100) / error(200)).toBeLessThan(4.2)
})

it('keeps volumes: the Jacobian of 5 steps has determinant 1', () => {
  const ends = [0, 1, 2, 3, 4].map((moved) => {
    const point = startPoint()
    if (moved < 2) point.position[moved] += 1
    else if (moved < 4) point.momentum[moved - 2] += 1
    point.value = density.valueAndGradient(point.position, point.gradient)
    for (let i = 0; i < 5; i++) leapfrog(density, unit, point, 0.3)
    return [...point.position, ...point.momentum]
  })
  // The flow of a Normal is linear: differences are the Jacobian's columns.
  const columns = ends.slice(0, 4).map((end) => end.map((x, i) => x - ends[4][i]))
  expectRelative(determinant(columns), 1, 1e-12)
})

it('moves in the scale of the metric: a target stretched tenfold moves tenfold', () => {
  const wide = gaussian([0, 0], [100 / 1.75, -50 / 1.75, -50 / 1.75, 200 / 1.75])
  const point = createPhasePoint(2)
  point.position.set([10, -5])
  point.momentum.set([0.3, 0.8])
  point.value = wide.valueAndGradient(point.position, point.gradient)
  for (let i = 0; i < 10; i++) leapfrog(wide, new DiagonalMetric(Float64Array.of(100, 100)), point, 0.1)
  expectRelative(point.position[0], 4.135508959, 1e-9)
  expectRelative(point.momentum[0], -1.327840185, 1e-9)
})

it('has infinite energy where the density is zero, infinite or not a number', () => {
  for (const value of [-Infinity, Infinity, NaN]) expect(energyOf({ ...createPhasePoint(1), value })).toBe(Infinity)
})

function determinant(m: readonly (readonly number[])[]): number {
  if (m.length === 1) return m[0][0]
  return m[0].reduce((sum, x, j) => {
    const minor = m.slice(1).map((row) => row.filter((_, i) => i !== j))
    return sum + (j % 2 === 0 ? 1 : -1) * x * determinant(minor)
  }, 0)
}
