import { describe, expect, it } from 'vitest'
import { LinearBlock, type LinearBlockInput } from '../../../src/model/density/linear-block.js'
import { SampledLinearBlock } from '../../../src/model/density/sampled-linear-block.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { logGamma } from '../../../src/numeric/special/gamma.js'

const rows = 25
const generator = createGenerator(8, 'design')
const input: LinearBlockInput = {
  design: Float64Array.from({ length: rows * 4 }, (_, i) => (i % 4 === 0 ? 1 : generator.normal())),
  rows,
  columns: 4,
  priorMean: Float64Array.of(1, 0.5, 0, 0),
  priorSd: Float64Array.of(2, Infinity, 1, 0.7),
  smooth: [false, false, true, true],
}
const y = Float64Array.from({ length: rows }, (_, t) => 1.5 + 0.3 * generator.normal() + (t === 7 ? 4 : 0))
const calm = y.map((value, t) => (t === 7 ? value - 4 : value))
const z = Float64Array.from({ length: 4 }, () => generator.normal())
const theta = Float64Array.of(NaN, NaN, ...z)

describe('SampledLinearBlock', () => {
  it('is the joint density of noise and coefficients, in coordinates about where the data put them', () => {
    const block = new SampledLinearBlock(input)
    expect(block.setHyper(0.3, 4, 0.6)).toBe(true)
    const value = block.evaluate(y, theta, 2)
    const b = new Float64Array(4)
    block.coefficientsInto(b)
    const sd = [2, Infinity, 0.6, 0.42]
    let expected = 0
    for (let t = 0; t < rows; t++) {
      const r = y[t] - b.reduce((sum, each, j) => sum + each * input.design[4 * t + j], 0)
      const peak = logGamma(2.5) - logGamma(2) - 0.5 * Math.log(4 * Math.PI * 0.09)
      expected += peak - 2.5 * Math.log(1 + (r / 0.3) ** 2 / 4)
    }
    b.forEach((each, j) => {
      if (sd[j] === Infinity) expected -= 0.5 * Math.log(2 * Math.PI)
      else expected -= 0.5 * Math.log(2 * Math.PI * sd[j] ** 2) + 0.5 * ((each - input.priorMean[j]) / sd[j]) ** 2
    })
    // The volume of b a unit of z, by differences.
    const columns = [0, 1, 2, 3].map((j) => {
      const moved = new Float64Array(4)
      const at = theta.slice()
      at[2 + j] += 1
      block.evaluate(y, at, 2)
      block.coefficientsInto(moved)
      return Array.from(moved, (each, i) => each - b[i])
    })
    expect(value).toBeCloseTo(expected + Math.log(Math.abs(determinant(columns))), 9)
  })

  it('is Normal in its coordinates where the tails are, its integral that of the integrated block', () => {
    const sampled = new SampledLinearBlock(input)
    const integrated = new LinearBlock(input)
    for (const [sigma, amplitude] of [
      [0.3, 0.6],
      [1.2, 0.1],
    ]) {
      sampled.setHyper(sigma, 1e6, amplitude)
      integrated.setHyper(sigma, 0, amplitude)
      const standard = z.reduce((sum, each) => sum - 0.5 * each * each - 0.5 * Math.log(2 * Math.PI), 0)
      expect(sampled.evaluate(calm, theta, 2)).toBeCloseTo(integrated.evaluate(calm) + standard, 3)
    }
  })

  it('leaves no trade-off with what is outside: its coordinates need not move when the mean does', () => {
    const block = new SampledLinearBlock(input)
    block.setHyper(0.3, 1e7, 0.6)
    const still = (shift: number) => {
      block.evaluate(
        y.map((value, t) => value - shift * input.design[4 * t + 2]),
        theta,
        2,
      )
      return block.coordinateGradient.slice()
    }
    const [here, there] = [still(0), still(1)]
    here.forEach((each, j) => expect(there[j]).toBeCloseTo(each, 3))
  })

  it('refuses a design that the data do not determine and no prior holds', () => {
    const empty = input.design.map((value, i) => (i % 4 === 1 ? 0 : value))
    expect(new SampledLinearBlock({ ...input, design: empty }).setHyper(0.3, 4, 0.6)).toBe(false)
  })
})

function determinant(matrix: number[][]): number {
  if (matrix.length === 1) return matrix[0][0]
  return matrix[0].reduce((sum, value, j) => {
    const minor = matrix.slice(1).map((row) => row.filter((_, column) => column !== j))
    return sum + (j % 2 === 0 ? 1 : -1) * value * determinant(minor)
  }, 0)
}
