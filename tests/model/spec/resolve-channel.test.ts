import { describe, expect, it } from 'vitest'
import { base, edit, messageOf, specOf, withLine, withTv } from '../../support/spec-text.js'

const tvWith = (more: string) => specOf(withTv(more)).channels[0]

describe('a channel', () => {
  it('gets geometric carry-over without an end and a Hill curve, with the half-life of unknown media', () => {
    expect(specOf(base).channels[0]).toEqual({
      name: 'tv',
      kind: 'paid',
      spend: 'tv_spend',
      media: 'tv_spend',
      role: null,
      medium: null,
      adstock: {
        kind: 'geometric',
        length: null,
        parameters: { halfLife: { prior: { distribution: 'log-normal', mu: 0.25131442828090617, sigma: 0.8 } } },
      },
      saturation: {
        kind: 'hill',
        parameters: {
          halfSaturation: { prior: { distribution: 'log-normal', mu: 0, sigma: 0.7 } },
          slope: { prior: { distribution: 'log-normal', mu: 0, sigma: 0.25 } },
        },
      },
      order: 'adstock-first',
      sign: 'positive',
      before: null,
      scale: null,
      effect: { on: 'default' },
    })
  })

  it('means the same by a bare word as by its kind', () => {
    expect(tvWith('adstock: delayed, saturation: tanh')).toEqual(
      tvWith('adstock: { kind: delayed }, saturation: { kind: tanh }'),
    )
  })

  it('takes a mapping without a kind for the default kind', () => {
    expect(tvWith('adstock: { length: 8 }, saturation: { slope: 1 }')).toMatchObject({
      adstock: { kind: 'geometric', length: 8 },
      saturation: { kind: 'hill', parameters: { slope: { fixed: 1 } } },
    })
  })

  it('keeps a half-life as its own parameter, and lets a retention stand in its place', () => {
    expect(tvWith('adstock: { halfLife: 2 }').adstock.parameters).toEqual({ halfLife: { fixed: 2 } })
    expect(tvWith('adstock: { retention: 0 }').adstock.parameters).toEqual({ retention: { fixed: 0 } })
    expect(tvWith('adstock: { retention: { distribution: beta, a: 1, b: 3 } }').adstock.parameters).toEqual({
      retention: { prior: { distribution: 'beta', a: 1, b: 3 } },
    })
  })

  it('lets a rate stand in place of the half-saturation', () => {
    expect(tvWith('saturation: { kind: logistic, rate: 1.7 }').saturation.parameters).toEqual({ rate: { fixed: 1.7 } })
  })

  it('has exactly the parameters that its transforms take', () => {
    const adstocks = {
      none: [],
      geometric: ['halfLife'],
      delayed: ['halfLife', 'delay'],
      binomial: ['retention'],
      'weibull-density': ['shape', 'scale'],
      'weibull-survival': ['shape', 'scale'],
    }
    for (const [kind, names] of Object.entries(adstocks)) {
      expect(Object.keys(tvWith(`adstock: ${kind}`).adstock.parameters)).toEqual(names)
    }
    const saturations = {
      none: [],
      hill: ['halfSaturation', 'slope'],
      logistic: ['halfSaturation'],
      tanh: ['halfSaturation'],
      'michaelis-menten': ['halfSaturation'],
      power: ['slope'],
      log: ['halfSaturation'],
    }
    for (const [kind, names] of Object.entries(saturations)) {
      expect(Object.keys(tvWith(`saturation: ${kind}`).saturation.parameters)).toEqual(names)
    }
  })

  it('puts the one prior on what it names, and a number fixes it', () => {
    expect(tvWith('prior: { roas: 3 }').effect).toEqual({ on: 'roas', fixed: 3 })
    expect(tvWith('prior: { share: { q05: 0.01, q95: 0.2 } }').effect).toMatchObject({
      on: 'share',
      prior: { distribution: 'logit-normal' },
    })
    expect(tvWith('prior: { marginalRoas: { median: 1, upper95: 3 } }').effect).toMatchObject({ on: 'marginalRoas' })
  })

  it('may have a negative effect under a free sign', () => {
    const { sign, effect } = tvWith('sign: free, prior: { roas: { median: 0.5, upper95: 2 } }')
    expect([sign, effect.on]).toEqual(['free', 'roas'])
    expect(effect).toMatchObject({ prior: { distribution: 'normal', mean: 0.5 } })
  })

  it('is not transformed under ols unless the spec says so', () => {
    const text = withTv('adstock: { kind: geometric, retention: 0.5 }') + 'fit: { method: ols }\n'
    const [tv, search] = specOf(text).channels
    expect(tv.adstock).toEqual({ kind: 'geometric', length: null, parameters: { retention: { fixed: 0.5 } } })
    expect(tv.saturation).toEqual({ kind: 'none', parameters: {} })
    expect(search.adstock).toEqual({ kind: 'none', length: 1, parameters: {} })
  })
})

describe('an organic channel', () => {
  it('may be a bare column, and has no spend', () => {
    const [, , pr] = specOf(withLine('organic: { pr: mentions }')).channels
    expect([pr.kind, pr.spend, pr.media, pr.role]).toEqual(['organic', null, 'mentions', null])
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'a parameter of another adstock',
    withTv('adstock: { kind: geometric, shape: 2 }'),
    'shop.yaml:5:54: `channels.tv.adstock.shape` must not be given: geometric adstock takes length, halfLife and retention.',
  ],
  [
    'one parameter given twice',
    withTv('adstock: { halfLife: 2, retention: 0.5 }'),
    'shop.yaml:5:50: `channels.tv.adstock` must give halfLife or retention, not both: each follows from the other.',
  ],
  [
    'a delay beyond the length',
    withTv('adstock: { kind: delayed, length: 4, delay: 6 }'),
    'shop.yaml:5:70: `channels.tv.adstock.delay` must be at most length - 1 (3), not 6.',
  ],
  [
    'a parameter of another saturation',
    withTv('saturation: { kind: hill, rate: 1 }'),
    'shop.yaml:5:52: `channels.tv.saturation.rate` must not be given: hill saturation takes halfSaturation and slope.',
  ],
  [
    'a half-saturation and a rate',
    withTv('saturation: { kind: logistic, rate: 1, halfSaturation: 2 }'),
    'shop.yaml:5:56: `channels.tv.saturation` must give halfSaturation or rate, not both: each follows from the other.',
  ],
  [
    'two priors on one effect',
    withTv('prior: { roas: 2, share: 0.1 }'),
    'shop.yaml:5:33: `channels.tv.prior` must give one of roas, marginalRoas, share or coefficient; found roas and share.',
  ],
  [
    'an effect without a prior',
    withTv('prior: {}'),
    'shop.yaml:5:33: `channels.tv.prior` must give one of roas, marginalRoas, share or coefficient; found nothing.',
  ],
  [
    'a ROAS of units without a value',
    edit('kind: revenue', 'kind: units').replace('tv_spend', 'tv_spend, prior: { roas: 2 }'),
    'shop.yaml:5:41: `channels.tv.prior.roas` must not be given without `kpi.value`: units without a value in money have no return on spend.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
