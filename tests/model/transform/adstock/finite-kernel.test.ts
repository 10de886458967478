import { describe, expect, it } from 'vitest'
import { InputError } from '../../../../src/check/errors.js'
import { finiteKernel } from '../../../../src/model/transform/adstock/finite-kernel.js'
import type { Adstock } from '../../../../src/model/transform/transform.js'

/** Raw weights (parameter, parameter / 2, parameter / 4, …), and a count of how often they were computed. */
function halving(): { adstock: Adstock; shapes: () => number } {
  let shapes = 0
  const adstock = finiteKernel({
    kind: 'delayed',
    parameters: [{ name: 'retention', support: { low: 0, high: 1 } }],
    shapeInto(parameters, length, weights, slopes) {
      shapes++
      for (let l = 0; l < length; l++) {
        weights[l] = parameters[0] * 0.5 ** l
        slopes[l] = 1 / parameters[0]
      }
    },
  })
  return { adstock, shapes: () => shapes }
}

describe('finiteKernel(shape)', () => {
  it('normalises raw weights on any scale', () => {
    const weights = new Float64Array(4)
    halving().adstock.weightsInto(Float64Array.of(1e200), 3, weights)
    expect([...weights]).toEqual([4 / 7, 2 / 7, 1 / 7, 0])
  })

  it('has no gradient in a parameter that only scales the raw weights', () => {
    const { adstock } = halving()
    const x = Float64Array.of(1, 5, 0, 2, 7)
    const out = new Float64Array(5)
    const gradient = new Float64Array(1)
    adstock.applyInto(x, 2, 3, Float64Array.of(0.3), out)
    adstock.pullback(x, 2, 3, Float64Array.of(0.3), out, x, gradient, null, new Float64Array(17))
    expect(gradient[0]).toBeCloseTo(0, 13)
  })

  it('computes the weights once for a value and its pullback', () => {
    const { adstock, shapes } = halving()
    const x = Float64Array.of(1, 5)
    const out = new Float64Array(2)
    adstock.applyInto(x, 0, 3, Float64Array.of(0.3), out)
    adstock.pullback(x, 0, 3, Float64Array.of(0.3), out, x, new Float64Array(1), null, new Float64Array(14))
    expect(shapes()).toBe(1)
  })

  it('does not mix up parameters or lengths that follow each other', () => {
    const { adstock, shapes } = halving()
    const weights = (length: number, parameter: number): number[] => {
      const out = new Float64Array(length)
      adstock.weightsInto(Float64Array.of(parameter), length, out)
      return [...out]
    }
    const first = weights(3, 0.6)
    expect(weights(2, 0.6)[0]).toBeCloseTo(2 / 3, 15)
    weights(3, 0.5)
    expect(weights(3, 0.6)).toEqual(first)
    expect(shapes()).toBe(4)
  })

  it('refuses a kernel without an end by name', () => {
    expect(() => halving().adstock.weightsInto(Float64Array.of(0.5), Infinity, new Float64Array(3))).toThrow(
      new InputError('`length` must be a whole number of at least 1, not Infinity.'),
    )
  })
})
