import { describe, expect, it } from 'vitest'
import { createGenerator, type Generator } from '../../src/numeric/random/generator.js'
import type { Adstock, Saturation } from '../../src/model/transform/transform.js'
import { centralDifference } from '../support/central-difference.js'
import { saturationSlopes } from '../support/saturation-golden.js'
import { naiveAdstock, naiveSaturation, naiveWeights } from '../support/naive-transforms.js'

const RELATIVE = 1e-7
const ROWS = 23

/** Everything every adstock must do. `lengths` may hold Infinity; `draw` gives a random point of the parameters. */
export function adstockConformance(
  make: () => Adstock,
  options: { lengths: readonly number[]; draw: (generator: Generator) => number[] },
): void {
  const { kind } = make()
  describe(`the ${kind} adstock`, () => {
    for (const length of options.lengths) {
      for (const before of [0, 1.7]) {
        it(`agrees with central differences, length ${length}, before ${before}`, () => {
          const generator = createGenerator(7, kind, String(length), before)
          for (let round = 0; round < 25; round++)
            adstockGradients(make(), options.draw(generator), { generator, length, before })
        })
        it(`agrees with a plain sum over lags, length ${length}, before ${before}`, () => {
          const generator = createGenerator(8, kind, String(length), before)
          for (let round = 0; round < 25; round++)
            adstockValues(make(), options.draw(generator), { generator, length, before })
        })
      }
      it(`has weights of at least 0 that sum to 1, length ${length}`, () => {
        const generator = createGenerator(9, kind, String(length))
        for (let round = 0; round < 25; round++) {
          const weights = new Float64Array(length === Infinity ? 3_000 : length + 3)
          make().weightsInto(Float64Array.from(options.draw(generator)), length, weights)
          expect(weights.every((w) => w >= 0)).toBe(true)
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
        }
      })
      it(`is not changed by appended zeros, to the bit, length ${length}`, () => {
        const generator = createGenerator(10, kind, String(length))
        const adstock = make()
        for (const rows of [1, 2, 3, 4, 5, 23]) {
          const parameters = Float64Array.from(options.draw(generator))
          const x = media(generator, rows)
          const short = new Float64Array(rows)
          const long = new Float64Array(rows + 17)
          adstock.applyInto(x, 0.4, length, parameters, short)
          adstock.applyInto(Float64Array.from([...x, ...new Array(17).fill(0)]), 0.4, length, parameters, long)
          expect(long.subarray(0, rows)).toEqual(short)
        }
      })
      it(`keeps the total once all of it has played out, length ${length}`, () => {
        const generator = createGenerator(11, kind, String(length))
        for (let round = 0; round < 5; round++) {
          const x = media(generator, 2_000)
          x.fill(0, ROWS)
          const out = new Float64Array(x.length)
          make().applyInto(x, 0, length, Float64Array.from(options.draw(generator)), out)
          expect(sum(out)).toBeCloseTo(sum(x), 9)
        }
      })
      it(`leaves a steady level where it is, length ${length}`, () => {
        const generator = createGenerator(12, kind, String(length))
        const out = new Float64Array(ROWS)
        make().applyInto(new Float64Array(ROWS).fill(3), 3, length, Float64Array.from(options.draw(generator)), out)
        for (const level of out) expect(level).toBeCloseTo(3, 12)
      })
    }
  })
}

/** Everything every saturation must do. `convex` allows a rising slope (S-shapes). */
export function saturationConformance(
  make: () => Saturation,
  options: { ceiling: boolean; draw: (generator: Generator) => number[] },
): void {
  const { kind } = make()
  describe(`the ${kind} saturation`, () => {
    for (const linearBelow of [0, 1e-6, 0.3]) {
      it(`agrees with central differences, straight below ${linearBelow}`, () => {
        const generator = createGenerator(13, kind, linearBelow)
        for (let round = 0; round < 25; round++)
          saturationGradients(make(), options.draw(generator), { generator, linearBelow })
      })
    }
    it('agrees with the formula written plainly', () => {
      const generator = createGenerator(14, kind)
      for (let round = 0; round < 50; round++) {
        const parameters = options.draw(generator)
        const x = Float64Array.from({ length: 9 }, () => 4 * generator.uniform())
        const out = new Float64Array(9)
        make().applyInto(x, Float64Array.from(parameters), 0, out)
        out.forEach((value, t) => expectClose(value, naiveSaturation(kind, parameters, x[t]), 1e-13))
      }
    })
    it('is 0 at 0 and never falls', () => {
      const generator = createGenerator(15, kind)
      for (let round = 0; round < 25; round++) {
        const x = Float64Array.from({ length: 200 }, (_, i) => (i === 0 ? 0 : 10 ** (-9 + i / 15)))
        const out = new Float64Array(200)
        const parameters = Float64Array.from(options.draw(generator))
        make().applyInto(x, parameters, 1e-6, out)
        const slope = saturationSlopes(make(), x, parameters, 1e-6)
        expect(out[0]).toBe(0)
        for (let i = 1; i < 200; i++) expect(out[i]).toBeGreaterThanOrEqual(out[i - 1])
        expect(slope.every((s) => s >= 0 && s < Infinity)).toBe(true)
      }
    })
    it('is a line through 0 up to linearBelow, which meets the curve', () => {
      const parameters = Float64Array.from(options.draw(createGenerator(16, kind)))
      const out = new Float64Array(4)
      make().applyInto(Float64Array.of(0.05, 0.1, 0.2, 0.2 * (1 + 1e-12)), parameters, 0.2, out)
      expectClose(out[0], out[2] / 4, 1e-13)
      expectClose(out[1], out[2] / 2, 1e-13)
      expectClose(out[3], out[2], 1e-10)
    })
    if (options.ceiling) {
      it('stays at or below its ceiling 1 and reaches it', () => {
        const generator = createGenerator(17, kind)
        for (let round = 0; round < 25; round++) {
          const out = new Float64Array(3)
          make().applyInto(Float64Array.of(1, 1e9, 1e300), Float64Array.from(options.draw(generator)), 1e-6, out)
          expect(out.every((p) => p <= 1)).toBe(true)
          expect(out[2]).toBeCloseTo(1, 12)
        }
      })
    }
  })
}

interface AdstockSetting {
  readonly generator: Generator
  readonly length: number
  readonly before: number
}

function adstockValues(adstock: Adstock, parameters: number[], { generator, length, before }: AdstockSetting): void {
  const x = media(generator, ROWS)
  const out = new Float64Array(ROWS)
  adstock.applyInto(x, before, length, Float64Array.from(parameters), out)
  const weights = naiveWeights(adstock.kind, parameters, length === Infinity ? 1500 : length)
  const expected = naiveAdstock(weights, [...x], before)
  out.forEach((value, t) => expect(Math.abs(value - expected[t])).toBeLessThan(1e-12))
  const own = new Float64Array(weights.length)
  adstock.weightsInto(Float64Array.from(parameters), length, own)
  expect(own.reduce((worst, w, l) => Math.max(worst, Math.abs(w - weights[l])), 0)).toBeLessThan(1e-13)
}

function adstockGradients(adstock: Adstock, parameters: number[], { generator, length, before }: AdstockSetting): void {
  const x = media(generator, ROWS)
  const weights = Float64Array.from({ length: ROWS }, () => generator.normal())
  const at = (x: Float64Array, parameters: readonly number[]): number => {
    const out = new Float64Array(ROWS)
    adstock.applyInto(x, before, length, Float64Array.from(parameters), out)
    return out.reduce((total, value, t) => total + value * weights[t], 0)
  }
  const out = new Float64Array(ROWS)
  adstock.applyInto(x, before, length, Float64Array.from(parameters), out)
  const parametersGradient = new Float64Array(parameters.length).fill(5)
  const xGradient = new Float64Array(ROWS).fill(5)
  const scratch = new Float64Array(ROWS + (length === Infinity ? 0 : 4 * length)).fill(NaN)
  adstock.pullback(
    x,
    before,
    length,
    Float64Array.from(parameters),
    out,
    weights,
    parametersGradient,
    xGradient,
    scratch,
  )
  const alone = new Float64Array(parameters.length).fill(5)
  scratch.fill(NaN)
  adstock.pullback(x, before, length, Float64Array.from(parameters), out, weights, alone, null, scratch)
  expect(alone).toEqual(parametersGradient)
  parameters.forEach((value, p) => {
    const numeric = centralDifference((v) => at(x, parameters.with(p, v)), value, adstockStep(value))
    expectClose(parametersGradient[p] - 5, numeric, RELATIVE)
  })
  for (let t = 0; t < ROWS; t++) {
    const numeric = centralDifference((v) => at(x.with(t, v), parameters), x[t])
    expectClose(xGradient[t], numeric, RELATIVE)
  }
}

/** Keeps a step inside (0, 1) for shares; other parameters have room. */
function adstockStep(value: number): number {
  return value < 1 ? Math.min(2e-4, (1 - value) / 4) : 2e-4
}

function saturationGradients(
  saturation: Saturation,
  parameters: number[],
  { generator, linearBelow }: { generator: Generator; linearBelow: number },
): void {
  const a = Float64Array.from({ length: ROWS }, (_, t) => (t % 6 === 5 ? 0 : 0.01 + 3 * generator.uniform()))
  for (let t = 0; t < ROWS; t++) if (Math.abs(a[t] - linearBelow) < 0.02) a[t] += 0.05
  const weights = Float64Array.from({ length: ROWS }, () => generator.normal())
  const at = (a: Float64Array, parameters: readonly number[]): number => {
    const out = new Float64Array(ROWS)
    saturation.applyInto(a, Float64Array.from(parameters), linearBelow, out)
    return out.reduce((total, value, t) => total + value * weights[t], 0)
  }
  const out = new Float64Array(ROWS)
  saturation.applyInto(a, Float64Array.from(parameters), linearBelow, out)
  const parametersGradient = new Float64Array(parameters.length).fill(-2)
  const aGradient = new Float64Array(ROWS).fill(5)
  saturation.pullback(a, Float64Array.from(parameters), linearBelow, out, weights, parametersGradient, aGradient)
  parameters.forEach((value, p) => {
    const numeric = centralDifference((v) => at(a, parameters.with(p, v)), value)
    expectClose(parametersGradient[p] + 2, numeric, RELATIVE)
  })
  for (let t = 0; t < ROWS; t++) {
    if (a[t] === 0) continue
    const numeric = centralDifference((v) => at(a.with(t, v), parameters), a[t])
    expectClose(aGradient[t], numeric, RELATIVE)
  }
}

/** Flights with gaps, as media have. */
function media(generator: Generator, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, () => (generator.uniform() < 0.4 ? 0 : 3 * generator.uniform()))
}

function sum(x: Float64Array): number {
  return x.reduce((a, b) => a + b, 0)
}

function expectClose(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(1, Math.abs(expected)),
  )
}
