import { describe, expect, it } from 'vitest'
import { base, edit, messageOf, specOf, withLine } from '../../support/spec-text.js'

const seasonality = (period: string, line = '') =>
  specOf(`${edit('period: week', `period: ${period}`)}${line}`).baseline.seasonality

describe('the baseline', () => {
  it('is a smooth trend and a season by default, by period', () => {
    expect(specOf(base).baseline).toEqual({
      intercept: null,
      trend: 'smooth',
      smooth: { lengthScale: null, amplitude: { prior: { distribution: 'half-normal', sd: 0.1 } } },
      seasonality: { yearly: 4, weekdays: false, quarters: false },
      seasonalityPrior: null,
    })
    expect(seasonality('day')).toEqual({ yearly: 4, weekdays: true, quarters: false })
    expect(seasonality('month')).toEqual({ yearly: 3, weekdays: false, quarters: false })
    expect(seasonality('quarter')).toEqual({ yearly: 0, weekdays: false, quarters: true })
    expect(seasonality('year')).toEqual({ yearly: 0, weekdays: false, quarters: false })
  })

  it('has the season that the spec names and no other part of the default', () => {
    expect(seasonality('day', 'baseline: { seasonality: { yearly: 2 } }')).toEqual({
      yearly: 2,
      weekdays: false,
      quarters: false,
    })
    expect(seasonality('week', 'baseline: { seasonality: none }')).toEqual({
      yearly: 0,
      weekdays: false,
      quarters: false,
    })
  })

  it('holds nothing under ols that the spec does not name', () => {
    const { baseline, noise } = specOf(withLine('fit: { method: ols }'))
    expect([baseline.trend, baseline.seasonality.yearly, noise.kind]).toEqual(['none', 0, 'normal'])
    const named = specOf(
      withLine('fit: { method: ols }\nbaseline: { trend: { kind: linear }, seasonality: { yearly: 2 } }\nnoise: ar1'),
    )
    expect([named.baseline.trend, named.baseline.seasonality.yearly, named.noise.kind]).toEqual(['linear', 2, 'ar1'])
  })

  it('takes settings of the smooth trend and normal priors of the linear part', () => {
    const { baseline } = specOf(
      withLine(
        'baseline: { intercept: { median: 0.5, upper95: 1 }, smooth: { lengthScale: 20, amplitude: 0 }, seasonalityPrior: { distribution: normal, mean: 0, sd: 0.1 } }',
      ),
    )
    expect(baseline.intercept).toMatchObject({ distribution: 'normal', mean: 0.5 })
    expect(baseline.smooth).toEqual({ lengthScale: 20, amplitude: { fixed: 0 } })
    expect(baseline.seasonalityPrior).toEqual({ distribution: 'normal', mean: 0, sd: 0.1 })
  })
})

describe('noise', () => {
  it('remembers the last period by default', () => {
    expect(specOf(base).noise).toEqual({
      kind: 'ar1',
      sigma: { prior: { distribution: 'half-normal', sd: 0.2 } },
      correlation: { prior: { distribution: 'truncated-normal', mean: 0.25, sd: 0.4, low: -1, high: 1 } },
    })
  })

  it('takes a word, or parameters', () => {
    expect(specOf(withLine('noise: normal')).noise.kind).toBe('normal')
    expect(specOf(withLine('noise: { correlation: 0, sigma: 0.05 }')).noise).toEqual({
      kind: 'ar1',
      sigma: { fixed: 0.05 },
      correlation: { fixed: 0 },
    })
  })

  it('has heavy tails under bayes where it is asked to, by word or by degrees of freedom', () => {
    const bayes = '\nfit: { method: bayes }'
    expect(specOf(withLine(`noise: student${bayes}`)).noise).toMatchObject({
      kind: 'student',
      degreesOfFreedom: { prior: { distribution: 'gamma', shape: 2, rate: 0.1 } },
    })
    const { noise } = specOf(withLine(`noise: { degreesOfFreedom: 4, sigma: 0.05 }${bayes}`))
    expect([noise.kind, noise.degreesOfFreedom, noise.sigma]).toEqual(['student', { fixed: 4 }, { fixed: 0.05 }])
    expect(specOf(withLine(`noise: normal${bayes}`)).noise).not.toHaveProperty('degreesOfFreedom')
  })
})

describe('the prior on all paid media', () => {
  it('may be stated by quantiles, with its own spread', () => {
    const { paidTotal } = specOf(withLine('media: { share: { q05: 0.1, q95: 0.3 }, spread: 0.5 }'))
    expect(paidTotal.mu).toBeCloseTo(-1.522261, 6)
    expect(paidTotal.sigma).toBeCloseTo(0.4103486, 6)
    expect(paidTotal.spread).toBe(0.5)
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'settings of a trend that is off',
    withLine('baseline: { trend: linear, smooth: { lengthScale: 20 } }'),
    'shop.yaml:7:28: `baseline.smooth` must stand beside `trend: smooth`; the trend is linear.',
  ],
  [
    'too many waves',
    withLine('baseline: { seasonality: { yearly: 30 } }'),
    'shop.yaml:7:36: `baseline.seasonality.yearly` must be at most 26 for week data, as faster waves repeat slower ones, not 30.',
  ],
  [
    'weekdays of weeks',
    withLine('baseline: { seasonality: { weekdays: true } }'),
    'shop.yaml:7:38: `baseline.seasonality.weekdays` must be false for week data; only days have weekdays.',
  ],
  [
    'a correlation of independent noise',
    withLine('noise: { kind: normal, correlation: 0.2 }'),
    'shop.yaml:7:24: `noise.correlation` must stand beside `kind: ar1`; normal noise has none.',
  ],
  [
    'degrees of freedom of other noise',
    withLine('noise: { kind: ar1, degreesOfFreedom: 4 }'),
    'shop.yaml:7:21: `noise.degreesOfFreedom` must stand beside `kind: student`; ar1 noise has none.',
  ],
  [
    'degrees of freedom without a variance',
    withLine('noise: { degreesOfFreedom: 2 }\nfit: { method: bayes }'),
    'shop.yaml:7:28: `noise.degreesOfFreedom` must be above 2, not 2.',
  ],
  [
    'heavy tails under regression',
    withLine('noise: student\nfit: { method: regression }'),
    'shop.yaml:7:8: `noise: student` must go with `method: bayes`, which samples the linear part; regression takes noise to be normal or ar1.',
  ],
  [
    'a paid total that is not logit-normal',
    withLine('media: { share: { distribution: beta, a: 1, b: 3 } }'),
    'shop.yaml:7:17: `media.share` must be logit-normal, or median and upper95, or q05 and q95; found beta.',
  ],
  [
    'a paid total above 1',
    withLine('media: { share: { median: 0.15, upper95: 1.4 } }'),
    'shop.yaml:7:42: `media.share.upper95` must be between 0 and 1, not 1.4.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
