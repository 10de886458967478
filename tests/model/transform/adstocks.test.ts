import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { adstockKinds, adstockOf } from '../../../src/model/transform/adstocks.js'
import type { AdstockKind } from '../../../src/model/transform/transform.js'

const RELATIVE = 1e-9

/** M1 of reference/models.md: raw weights and their sum, L = 8. */
const M1: readonly {
  kind: AdstockKind
  parameters: readonly number[]
  raw: readonly number[]
  sum: number
  meanLag: number
}[] = [
  {
    kind: 'geometric',
    parameters: [0.6],
    raw: [1, 0.6, 0.36, 0.216, 0.1296, 0.07776, 0.046656, 0.0279936],
    sum: 2.4580096,
    meanLag: 1.363335277,
  },
  {
    kind: 'delayed',
    parameters: [0.6, 2],
    raw: [0.1296, 0.6, 1, 0.6, 0.1296, 0.010077696, 0.0002821109907, 2.843028803e-6],
    sum: 2.46956265,
    meanLag: 2.012704981,
  },
  {
    kind: 'binomial',
    parameters: [0.6],
    raw: [1, 0.9148264275, 0.8254818122, 0.7310044346, 0.6299605249, 0.5200209558, 0.396850263, 0.25],
    sum: 5.268144418,
    meanLag: 2.659352269,
  },
  {
    kind: 'weibull-survival',
    parameters: [1.5, 3],
    raw: [1, 0.8249354899, 0.580229796, 0.3678794412, 0.2144667171, 0.1162912551, 0.05910574656, 0.02831890884],
    sum: 3.191227355,
    meanLag: 1.592247379,
  },
  {
    kind: 'weibull-density',
    parameters: [1.5, 3],
    raw: [
      0.2381383636, 0.2368778223, 0.1839397206, 0.1238224168, 0.07506568241, 0.0417940742, 0.02162892389, 0.01048949514,
    ],
    sum: 0.9317564989,
    meanLag: 1.812337908,
  },
]

/** M2 of reference/models.md: normalised rows. */
const M2_MEDIA = [100, 0, 0, 50, 0, 0, 0, 200, 0, 0]
const M2: readonly {
  kind: AdstockKind
  length: number
  parameters: readonly number[]
  before: number
  out: readonly number[]
}[] = [
  {
    kind: 'geometric',
    length: 8,
    parameters: [0.6],
    before: 0,
    out: [
      40.68332361, 24.40999417, 14.6459965, 29.12925971, 17.47755582, 10.48653349, 6.291920097, 85.14179928,
      50.40175596, 30.24105357,
    ],
  },
  {
    kind: 'geometric',
    length: 4,
    parameters: [0.6],
    before: 0,
    out: [
      45.95588235, 27.57352941, 16.54411765, 32.90441176, 13.78676471, 8.272058824, 4.963235294, 91.91176471,
      55.14705882, 33.08823529,
    ],
  },
  {
    kind: 'delayed',
    length: 8,
    parameters: [0.6, 2],
    before: 0,
    out: [
      5.24789278, 24.29579991, 40.49299984, 26.9197463, 17.39579273, 20.65457606, 12.15932347, 13.11984707, 48.79563788,
      80.99171145,
    ],
  },
  {
    kind: 'binomial',
    length: 8,
    parameters: [0.6],
    before: 0,
    out: [
      18.98201569, 17.3652496, 15.66930871, 23.36694549, 20.64054537, 17.7057003, 14.47098674, 48.68849559, 39.66602217,
      35.10512638,
    ],
  },
  {
    kind: 'geometric',
    length: 8,
    parameters: [0.6],
    before: 35,
    out: [
      61.44416035, 36.62733294, 21.7372365, 33.14484044, 19.647741, 11.54948134, 6.690525537, 85.14179928, 50.40175596,
      30.24105357,
    ],
  },
  {
    kind: 'geometric',
    length: Infinity,
    parameters: [0.6],
    before: 0,
    out: [100, 60, 36, 71.6, 42.96, 25.776, 15.4656, 209.27936, 125.567616, 75.3405696].map((a) => a * 0.4),
  },
  {
    kind: 'geometric',
    length: Infinity,
    parameters: [0.6],
    before: 35,
    out: [152.5, 91.5, 54.9, 82.94, 49.764, 29.8584, 17.91504, 210.749024, 126.4494144, 75.86964864].map(
      (a) => a * 0.4,
    ),
  },
]

describe('adstockOf(kind)', () => {
  it('makes every kind, with its name and parameters', () => {
    expect(adstockKinds.map((kind) => [kind, ...adstockOf(kind).parameters.map((p) => p.name)])).toEqual([
      ['none'],
      ['geometric', 'retention'],
      ['delayed', 'retention', 'delay'],
      ['binomial', 'retention'],
      ['weibull-density', 'shape', 'scale'],
      ['weibull-survival', 'shape', 'scale'],
    ])
    for (const kind of adstockKinds) expect(adstockOf(kind).kind).toBe(kind)
  })

  for (const golden of M1) {
    it(`has the ${golden.kind} weights of M1`, () => {
      const weights = new Float64Array(8)
      adstockOf(golden.kind).weightsInto(Float64Array.from(golden.parameters), 8, weights)
      golden.raw.forEach((raw, l) => expectRelative(weights[l] * golden.sum, raw))
      expectRelative(
        weights.reduce((total, w, l) => total + l * w, 0),
        golden.meanLag,
      )
    })
  }

  for (const { kind, length, parameters, before, out } of M2) {
    it(`gives the ${kind} series of M2, length ${length}, before ${before}`, () => {
      const actual = new Float64Array(M2_MEDIA.length)
      adstockOf(kind).applyInto(Float64Array.from(M2_MEDIA), before, length, Float64Array.from(parameters), actual)
      out.forEach((value, t) => expectRelative(actual[t], value))
    })
  }

  it('has the derivative of the recursion of M2', () => {
    const derivative = [0, 100, 120, 108, 136.4, 124.8, 100.656, 75.8592, 254.79488, 278.444544]
    const recursion = [100, 60, 36, 71.6, 42.96, 25.776, 15.4656, 209.27936, 125.567616, 75.3405696]
    const x = Float64Array.from(M2_MEDIA)
    const out = new Float64Array(10)
    const adstock = adstockOf('geometric')
    adstock.applyInto(x, 0, Infinity, Float64Array.of(0.6), out)
    derivative.forEach((slope, t) => {
      const gradient = new Float64Array(1)
      const unit = new Float64Array(10)
      unit[t] = 1
      adstock.pullback(x, 0, Infinity, Float64Array.of(0.6), out, unit, gradient, null, new Float64Array(10))
      expectRelative(gradient[0], 0.4 * slope - recursion[t])
    })
  })

  it('keeps all of the mass of M2 between the window and the tail after it', () => {
    const x = new Float64Array(200)
    x.set(M2_MEDIA)
    const out = new Float64Array(200)
    adstockOf('geometric').applyInto(x, 0, Infinity, Float64Array.of(0.6), out)
    expectRelative(out.subarray(0, 10).reduce((a, b) => a + b, 0) / 0.4, 761.9891456)
    expectRelative(out.subarray(10).reduce((a, b) => a + b, 0) / 0.4, 113.0108544)
  })

  it('stays finite at the ends of its parameters', () => {
    const extremes: [AdstockKind, number[]][] = [
      ['geometric', [0]],
      ['geometric', [1e-300]],
      ['geometric', [1 - 1e-15]],
      ['delayed', [0, 2]],
      ['delayed', [0, 2.5]],
      ['delayed', [1e-200, 40]],
      ['delayed', [1 - 1e-15, 3]],
      ['binomial', [0]],
      ['binomial', [1e-8]],
      ['binomial', [1 - 1e-15]],
      ['weibull-survival', [50, 1e-6]],
      ['weibull-survival', [300, 3]],
      ['weibull-survival', [1e-6, 1e6]],
      ['weibull-density', [50, 1e-9]],
      ['weibull-density', [300, 3]],
      ['weibull-density', [1e-6, 1e6]],
    ]
    for (const [kind, values] of extremes) {
      const adstock = adstockOf(kind)
      const parameters = Float64Array.from(values)
      const x = Float64Array.from(M2_MEDIA)
      const out = new Float64Array(10)
      const gradient = new Float64Array(values.length)
      const xGradient = new Float64Array(10)
      adstock.applyInto(x, 3, 8, parameters, out)
      adstock.pullback(x, 3, 8, parameters, out, x, gradient, xGradient, new Float64Array(50))
      expect(
        [...out, ...gradient, ...xGradient].filter((v) => !Number.isFinite(v)),
        `${kind} ${values}`,
      ).toEqual([])
    }
  })

  it('puts a delayed peak beyond the window at its last lag', () => {
    const weights = new Float64Array(4)
    adstockOf('delayed').weightsInto(Float64Array.of(0.5, 9), 4, weights)
    expect(weights[3]).toBeGreaterThan(0.999)
  })

  it('refuses a kernel without an end by name', () => {
    const adstock = adstockOf('delayed')
    expect(() => adstock.weightsInto(Float64Array.of(0.5, 1), Infinity, new Float64Array(3))).toThrow(
      new InputError('`length` must be a whole number of at least 1, not Infinity.'),
    )
  })

  it('does not mix up two parameter points or two lengths that follow each other', () => {
    const adstock = adstockOf('delayed')
    const weights = (length: number, ...parameters: number[]): Float64Array => {
      const out = new Float64Array(length)
      adstock.weightsInto(Float64Array.from(parameters), length, out)
      return out
    }
    const first = weights(8, 0.6, 2)
    weights(8, 0.6, 3)
    weights(5, 0.6, 2)
    expect(weights(8, 0.6, 2)).toEqual(first)
  })
})

function expectRelative(actual: number, expected: number): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    RELATIVE * Math.abs(expected),
  )
}
