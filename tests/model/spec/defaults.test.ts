import { describe, expect, it } from 'vitest'
import type { ParameterSpec } from '../../../src/model/prior/prior.js'
import type { AdstockKind } from '../../../src/model/transform/transform.js'
import { priorQuantile } from '../../../src/model/prior/prior-quantile.js'
import {
  correlationDefault,
  defaultAdstockParameters,
  defaultLength,
  defaultSaturationParameters,
  medianHalfLife,
  mediumOf,
  paidTotalDefault,
} from '../../../src/model/spec/defaults.js'
import { adstockOf } from '../../../src/model/transform/adstocks.js'
import { saturationKinds, saturationOf } from '../../../src/model/transform/saturations.js'

const quantile = (parameter: ParameterSpec, p: number) =>
  'fixed' in parameter ? parameter.fixed : priorQuantile(parameter.prior, p)

describe('mediumOf', () => {
  it('knows common words for each medium, whatever their case and hyphens', () => {
    const words = {
      TV: 'television',
      OOH: 'outdoor',
      'online-video': 'video',
      Paid_Search: 'search',
      facebook: 'social',
    }
    for (const [word, medium] of Object.entries(words)) expect(mediumOf(word)).toBe(medium)
    expect([mediumOf(null), mediumOf('skywriting')]).toEqual([null, null])
  })
})

describe('default half-lives', () => {
  it('are stated in days and converted to periods', () => {
    expect(medianHalfLife('television', 'day')).toBe(21)
    expect(medianHalfLife('television', 'week')).toBe(3)
    expect(medianHalfLife('search', 'month')).toBeCloseTo(3 / 30.4375, 12)
    expect(medianHalfLife(null, 'week')).toBeCloseTo(9 / 7, 12)
  })

  it('have log-sd 0.8: television 3 weeks, 90 % between 0.8 and 11', () => {
    const { halfLife } = defaultAdstockParameters({ kind: 'geometric', medium: 'tv', period: 'week', length: null })
    expect(quantile(halfLife, 0.5)).toBeCloseTo(3, 12)
    expect(quantile(halfLife, 0.05)).toBeCloseTo(0.805, 3)
    expect(quantile(halfLife, 0.95)).toBeCloseTo(11.184, 3)
  })

  it('give way to retention ~ Beta(1, 2) for quarters and years', () => {
    for (const period of ['quarter', 'year'] as const) {
      for (const kind of ['geometric', 'binomial'] as const) {
        expect(defaultAdstockParameters({ kind, medium: 'tv', period, length: null })).toEqual({
          retention: { prior: { distribution: 'beta', a: 1, b: 2 } },
        })
      }
    }
  })

  it('are where half of the weight is left, at the median of every family that starts at its peak', () => {
    for (const kind of ['binomial', 'weibull-survival'] as const) {
      const context = { kind, medium: 'tv', period: 'day', length: null } as const
      const parameters = defaultAdstockParameters(context)
      const weights = weightsAt(kind, parameters, 0.5, defaultLength(context, parameters) as number)
      expect(weights[21] / weights[0]).toBeCloseTo(0.5, 10)
    }
  })

  it('are the distance from the peak at which half of a delayed weight is left', () => {
    const parameters = defaultAdstockParameters({ kind: 'delayed', medium: 'tv', period: 'week', length: null })
    const weights = weightsAt('delayed', { ...parameters, delay: { fixed: 4 } }, 0.5, 12)
    expect(weights[7] / weights[4]).toBeCloseTo(0.5, 10)
    expect(weights[1] / weights[4]).toBeCloseTo(0.5, 10)
  })
})

describe('default lengths', () => {
  it('hold 99 % of the effect at the long end of the prior, and not a weight more', () => {
    for (const kind of ['delayed', 'weibull-density', 'weibull-survival'] as const) {
      const context = { kind, medium: 'radio', period: 'week', length: null } as const
      const parameters = defaultAdstockParameters(context)
      const length = defaultLength(context, parameters) as number
      const long = weightsAt(kind, parameters, 0.95, 2000)
      const heldBy = (count: number) => long.slice(0, count).reduce((sum, weight) => sum + weight, 0)
      expect(heldBy(length)).toBeGreaterThanOrEqual(0.99)
      expect(heldBy(length - 1)).toBeLessThan(0.99)
    }
  })

  it('are none for geometric carry-over, 1 without carry-over, and end at 1,000', () => {
    const context = { medium: null, period: 'day', length: null } as const
    expect(defaultLength({ ...context, kind: 'geometric' }, {})).toBeNull()
    expect(defaultLength({ ...context, kind: 'none' }, {})).toBe(1)
    const slow = { shape: { fixed: 1 }, scale: { fixed: 5000 } }
    expect(defaultLength({ ...context, kind: 'weibull-survival' }, slow)).toBe(1000)
  })

  it('follow fixed parameters', () => {
    const fixed = { retention: { fixed: 0.5 }, delay: { fixed: 3 } }
    expect(defaultLength({ kind: 'delayed', medium: null, period: 'week', length: null }, fixed)).toBe(6)
  })
})

describe('other defaults', () => {
  it('put paid media at 10 % of sales, 90 % between 1.5 and 44 %', () => {
    const prior = { distribution: 'logit-normal', mu: paidTotalDefault.mu, sigma: paidTotalDefault.sigma } as const
    expect([0.05, 0.5, 0.95].map((p) => Math.round(100 * priorQuantile(prior, p)))).toEqual([2, 10, 44])
  })

  it('cover every parameter of every saturation, with priors inside its support', () => {
    for (const kind of saturationKinds) {
      const parameters = defaultSaturationParameters(kind)
      for (const { name, support } of saturationOf(kind).parameters) {
        const parameter = parameters[name] ?? parameters.halfSaturation
        expect(quantile(parameter, 0.001)).toBeGreaterThan(support.low)
        expect(quantile(parameter, 0.999)).toBeLessThan(support.high)
      }
    }
  })

  it('centre the noise correlation on a quarter', () => {
    expect(quantile(correlationDefault, 0.5)).toBeCloseTo(0.24, 1)
    expect(quantile(correlationDefault, 0.05)).toBeGreaterThan(-0.5)
    expect(quantile(correlationDefault, 0.95)).toBeLessThan(0.9)
  })
})

function weightsAt(kind: AdstockKind, parameters: Readonly<Record<string, ParameterSpec>>, p: number, length: number) {
  const adstock = adstockOf(kind)
  const values = adstock.parameters.map(({ name }) => {
    if (name === 'retention' && parameters.halfLife) return 0.5 ** (1 / quantile(parameters.halfLife, p))
    return quantile(parameters[name], name === 'shape' ? 0.5 : p)
  })
  const weights = new Float64Array(length)
  adstock.weightsInto(Float64Array.from(values), length, weights)
  return weights
}
