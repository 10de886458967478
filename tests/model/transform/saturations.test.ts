import { describe, expect, it } from 'vitest'
import { NumericalError } from '../../../src/check/errors.js'
import { adstockOf } from '../../../src/model/transform/adstocks.js'
import { rateFromHalf, rateFromHalfDerivative } from '../../../src/model/transform/saturation/rate-from-half.js'
import { saturationKinds, saturationOf } from '../../../src/model/transform/saturations.js'
import type { SaturationKind } from '../../../src/model/transform/transform.js'

const RELATIVE = 1e-9
const X = [0.5, 1, 2]

/** M3 of reference/models.md, which has ceiling B = 2 (A = 2 for power and log). */
const M3: readonly {
  kind: SaturationKind
  parameters: readonly number[]
  f: readonly number[]
  slope: readonly number[]
}[] = [
  {
    kind: 'hill',
    parameters: [0.8, 1.5],
    f: [0.6614067846, 1.165812489, 1.596191853],
    slope: [1.328031952, 0.729379664, 0.2417082279],
  },
  {
    kind: 'logistic',
    parameters: [1.7],
    f: [0.8022685699, 1.38213894, 1.870818141],
    slope: [1.426455185, 0.8881190794, 0.2125167801],
  },
  {
    kind: 'tanh',
    parameters: [1 / (2 * 0.6)],
    f: [0.7882371359, 1.36452358, 1.862219217],
    slope: [1.407784257, 0.8908647493, 0.2217248277],
  },
  {
    kind: 'michaelis-menten',
    parameters: [0.8],
    f: [0.7692307692, 1.111111111, 1.428571429],
    slope: [0.9467455621, 0.4938271605, 0.2040816327],
  },
  {
    kind: 'power',
    parameters: [0.4],
    f: [1.515716567, 2, 2.639015822],
    slope: [1.212573253, 0.8, 0.5278031643],
  },
  {
    kind: 'log',
    parameters: [0.8],
    f: [0.9710156316, 1.621860432, 2.505525937],
    slope: [1.538461538, 1.111111111, 0.7142857143],
  },
]

describe('saturationOf(kind)', () => {
  it('makes every kind, with its name and parameters', () => {
    expect(saturationKinds.map((kind) => [kind, ...saturationOf(kind).parameters.map((p) => p.name)])).toEqual([
      ['none'],
      ['hill', 'halfSaturation', 'slope'],
      ['logistic', 'rate'],
      ['tanh', 'rate'],
      ['michaelis-menten', 'halfSaturation'],
      ['power', 'slope'],
      ['log', 'halfSaturation'],
    ])
    for (const kind of saturationKinds) expect(saturationOf(kind).kind).toBe(kind)
  })

  for (const { kind, parameters, f, slope } of M3) {
    it(`gives the ${kind} values and derivatives of M3`, () => {
      const out = new Float64Array(3)
      const saturation = saturationOf(kind)
      saturation.applyInto(Float64Array.from(X), Float64Array.from(parameters), 0, out)
      f.forEach((value, i) => expectRelative(2 * out[i], value))
      saturation.derivativeInto(Float64Array.from(X), Float64Array.from(parameters), 0, out)
      slope.forEach((value, i) => expectRelative(2 * out[i], value))
    })
  }

  it('gives the Hill derivatives in K and s of M3', () => {
    const inHalf = [-0.8300199698, -0.91172458, -0.6042705698]
    const inSlope = [-0.2080599457, 0.1085042457, 0.2953000121]
    const parameters = Float64Array.of(0.8, 1.5)
    const hill = saturationOf('hill')
    X.forEach((x, i) => {
      const out = new Float64Array(1)
      const gradient = new Float64Array(2)
      hill.applyInto(Float64Array.of(x), parameters, 0, out)
      hill.pullback(Float64Array.of(x), parameters, 0, out, Float64Array.of(2), gradient, null)
      expectRelative(gradient[0], inHalf[i])
      expectRelative(gradient[1], inSlope[i])
    })
  })

  it('gives both orders of M4', () => {
    const x = Float64Array.of(100, 0, 0, 100, 100)
    const adstock = adstockOf('geometric')
    const hill = saturationOf('hill')
    const half = Float64Array.of(0.5)
    const stock = new Float64Array(5)
    const out = new Float64Array(5)
    // M4 uses the unnormalised recursion, 2 times ours, so K = 80 is 40 here.
    adstock.applyInto(x, 0, Infinity, half, stock)
    hill.applyInto(stock, Float64Array.of(40, 2), 0, out)
    const first = [0.6097560976, 0.2808988764, 0.08896797153, 0.664152181, 0.7923026216]
    first.forEach((value, t) => expectRelative(out[t], value))
    hill.applyInto(x, Float64Array.of(80, 2), 0, stock)
    adstock.applyInto(stock, 0, Infinity, half, out)
    const second = [0.6097560976, 0.3048780488, 0.1524390244, 0.6859756098, 0.9527439024]
    second.forEach((value, t) => expectRelative(2 * out[t], value))
  })

  it('has no infinite derivative where the slope is below 1', () => {
    for (const [kind, parameters] of [
      ['hill', [1, 0.4]],
      ['power', [0.3]],
    ] as const) {
      for (const linearBelow of [0, 1e-6]) {
        const x = Float64Array.of(0, 1e-12, 1e-6, 1)
        const out = new Float64Array(4)
        const xGradient = new Float64Array(4)
        const gradient = new Float64Array(parameters.length)
        const saturation = saturationOf(kind)
        saturation.applyInto(x, Float64Array.from(parameters), linearBelow, out)
        saturation.pullback(
          x,
          Float64Array.from(parameters),
          linearBelow,
          out,
          x.map(() => 1),
          gradient,
          xGradient,
        )
        expect([...out, ...gradient, ...xGradient].every((v) => Number.isFinite(v))).toBe(true)
      }
    }
  })

  it('is exact to rounding for tiny inputs of the logistic', () => {
    const out = new Float64Array(1)
    saturationOf('logistic').applyInto(Float64Array.of(1e-10), Float64Array.of(1), 0, out)
    expectRelative(out[0], 5e-11)
  })
})

describe('rateFromHalf(kind, half)', () => {
  it('puts half the ceiling at `half`', () => {
    for (const kind of ['logistic', 'tanh'] as const) {
      const out = new Float64Array(1)
      saturationOf(kind).applyInto(Float64Array.of(0.7), Float64Array.of(rateFromHalf(kind, 0.7)), 0, out)
      expect(out[0]).toBeCloseTo(0.5, 14)
    }
  })

  it('has the derivative that rateFromHalfDerivative gives', () => {
    const numeric = (rateFromHalf('tanh', 0.7 + 1e-6) - rateFromHalf('tanh', 0.7 - 1e-6)) / 2e-6
    expect(rateFromHalfDerivative('tanh', 0.7)).toBeCloseTo(numeric, 8)
  })

  it('throws for a kind without a rate', () => {
    expect(() => rateFromHalf('hill', 1)).toThrow(NumericalError)
  })
})

function expectRelative(actual: number, expected: number): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    RELATIVE * Math.abs(expected),
  )
}
