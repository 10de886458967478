import { expect, it } from 'vitest'
import type { Adstock } from '../../src/model/transform/transform.js'
import { expectRelative } from './relative.js'

/** Media of golden value M2 in reference/models.md. */
export const goldenMedia: readonly number[] = [100, 0, 0, 50, 0, 0, 0, 200, 0, 0]

/** A row of M1: raw weights of 8 lags, their sum, and the mean lag of the normalised kernel. */
export interface GoldenWeights {
  readonly parameters: readonly number[]
  readonly raw: readonly number[]
  readonly sum: number
  readonly meanLag: number
}

/** Checks a row of M1. */
export function checkGoldenWeights(make: () => Adstock, golden: GoldenWeights): void {
  it(`has the ${make().kind} weights of M1`, () => {
    const weights = new Float64Array(8)
    make().weightsInto(Float64Array.from(golden.parameters), 8, weights)
    golden.raw.forEach((raw, l) => expectRelative(weights[l] * golden.sum, raw))
    const meanLag = weights.reduce((total, w, l) => total + l * w, 0)
    expectRelative(meanLag, golden.meanLag)
  })
}

/** A row of M2, normalised. */
export interface GoldenSeries {
  readonly parameters: readonly number[]
  readonly length: number
  readonly before: number
  readonly out: readonly number[]
}

/** Checks a row of M2. */
export function checkGoldenSeries(make: () => Adstock, { parameters, length, before, out }: GoldenSeries): void {
  it(`gives the ${make().kind} series of M2, length ${length}, before ${before}`, () => {
    const actual = new Float64Array(goldenMedia.length)
    make().applyInto(Float64Array.from(goldenMedia), before, length, Float64Array.from(parameters), actual)
    out.forEach((value, t) => expectRelative(actual[t], value))
  })
}

/** Checks that values and gradients are finite at extreme parameters. */
export function checkFinite(make: () => Adstock, points: readonly (readonly number[])[]): void {
  it(`stays finite at the ends of the parameters of ${make().kind}`, () => {
    for (const values of points) {
      const parameters = Float64Array.from(values)
      const x = Float64Array.from(goldenMedia)
      const out = new Float64Array(10)
      const gradient = new Float64Array(values.length)
      const xGradient = new Float64Array(10)
      make().applyInto(x, 3, 8, parameters, out)
      make().pullback(x, 3, 8, parameters, out, x, gradient, xGradient, new Float64Array(50))
      expect(
        [...out, ...gradient, ...xGradient].filter((v) => !Number.isFinite(v)),
        values.join(' '),
      ).toEqual([])
    }
  })
}
