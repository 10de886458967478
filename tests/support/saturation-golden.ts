import { it } from 'vitest'
import type { Saturation } from '../../src/model/transform/transform.js'
import { expectRelative } from './relative.js'

/** A row of golden value M3 in reference/models.md, at x = 0.5, 1, 2; printed there for a ceiling (A for power and log) of 2. */
export interface GoldenCurve {
  readonly parameters: readonly number[]
  readonly f: readonly number[]
  readonly slope: readonly number[]
}

/** Checks a row of M3. */
export function checkGoldenCurve(make: () => Saturation, { parameters, f, slope }: GoldenCurve): void {
  it(`gives the ${make().kind} values and derivatives of M3`, () => {
    const x = Float64Array.of(0.5, 1, 2)
    const out = new Float64Array(3)
    make().applyInto(x, Float64Array.from(parameters), 0, out)
    f.forEach((value, i) => expectRelative(2 * out[i], value))
    const slopes = saturationSlopes(make(), x, Float64Array.from(parameters), 0)
    slope.forEach((value, i) => expectRelative(2 * slopes[i], value))
  })
}

/** Derivative of a saturation at every input: the pullback of ones. */
export function saturationSlopes(
  saturation: Saturation,
  x: Float64Array,
  parameters: Float64Array,
  linearBelow: number,
): Float64Array {
  const saturated = new Float64Array(x.length)
  saturation.applyInto(x, parameters, linearBelow, saturated)
  const ones = new Float64Array(x.length).fill(1)
  const slopes = new Float64Array(x.length)
  saturation.pullback(x, parameters, linearBelow, saturated, ones, new Float64Array(parameters.length), slopes)
  return slopes
}
