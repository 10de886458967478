import { describe, expect, it } from 'vitest'
import { formVariants } from '../../../src/decision/robustness/form-variants.js'
import { smallModel } from '../../support/small-model.js'

const weeks = Array.from({ length: 60 }, (_, t) => t)
const columns = {
  sales: weeks.map((t) => 100 + 3 * (t % 4) + ((t * 7) % 5)),
  tv: weeks.map((t) => (t % 4 === 0 ? 0 : 10 + (t % 7))),
  mail: weeks.map((t) => (t % 3 === 0 ? 5 : 0)),
}

function forms(yaml: string) {
  const { variants, leftOut } = formVariants(smallModel(yaml, { columns }))
  const variant = (id: string) => variants.find((each) => each.id === id)!
  return { labels: variants.map(({ label }) => label), variant, leftOut }
}

const money = 'kpi: { column: sales, kind: revenue, margin: 0.4 }'

describe('formVariants', () => {
  it('tries every other family, a sceptical prior at break-even, and wider priors', () => {
    const { labels, leftOut } = forms(`${money}\nchannels: { tv: { spend: tv } }`)
    expect(labels).toEqual([
      'delayed adstock',
      'weibull-survival adstock',
      'no carry-over',
      'michaelis-menten saturation',
      'logistic saturation',
      'power saturation',
      'every ROAS expected at 2.5 (break-even)',
      'twice as wide priors on effects',
    ])
    expect(leftOut).toEqual([])
  })

  it('carries a stated half-life over to the other families', () => {
    const yaml = `${money}\nchannels: { tv: { spend: tv, adstock: { halfLife: { median: 4, upper95: 8 } } } }`
    const { variant } = forms(yaml)
    const { adstock } = variant('adstock-delayed').spec.channels[0]
    const own = forms(yaml).variant('sceptical-prior').spec.channels[0].adstock.parameters.halfLife
    if (!('prior' in own) || own.prior.distribution !== 'log-normal') throw new Error('a log-normal half-life')
    expect(adstock.parameters.halfLife).toEqual({
      prior: { distribution: 'log-normal', mu: 2 * own.prior.mu, sigma: 2 * own.prior.sigma },
    })
    const weibull = variant('adstock-weibull-survival').spec.channels[0].adstock.parameters.scale
    if (!('prior' in weibull) || weibull.prior.distribution !== 'log-normal') throw new Error('a log-normal scale')
    // Weights of shape 1 halve after scale x log 2.
    expect(Math.exp(weibull.prior.mu) * Math.LN2).toBeCloseTo(4, 10)
  })

  it('leaves what the spec fixes as it is', () => {
    const { labels, variant, leftOut } = forms(
      `${money}\nchannels:\n  tv: { spend: tv, adstock: { retention: 0.5 }, saturation: none }\n  mail: { spend: mail, adstock: none }`,
    )
    expect(labels.slice(0, 3)).toEqual(['michaelis-menten saturation', 'logistic saturation', 'power saturation'])
    expect(variant('saturation-power').spec.channels.map(({ saturation }) => saturation.kind)).toEqual([
      'none',
      'power',
    ])
    expect(leftOut).toEqual(['No other adstock: the spec fixes them all.'])
  })

  it('centres the sceptical prior on break-even, with three times that at its upper 95 %', () => {
    const { variant } = forms(`${money}\nchannels: { tv: { spend: tv, prior: { roas: { median: 9, upper95: 12 } } } }`)
    const { effect } = variant('sceptical-prior').spec.channels[0]
    if (!('prior' in effect) || effect.prior.distribution !== 'log-normal') throw new Error('a log-normal ROAS')
    expect(effect.on).toBe('roas')
    expect(Math.exp(effect.prior.mu)).toBeCloseTo(2.5, 10)
    expect(Math.exp(effect.prior.mu + 1.6448536269514722 * effect.prior.sigma)).toBeCloseTo(7.5, 10)
  })

  it('lets a channel of free sign be sceptical of both sides', () => {
    const { variant } = forms(`${money}\nchannels: { tv: { spend: tv, sign: free } }`)
    const { effect } = variant('sceptical-prior').spec.channels[0]
    expect(effect).toMatchObject({ on: 'roas', prior: { distribution: 'normal', mean: expect.closeTo(2.5, 10) } })
  })

  it('expects a ROAS of 1 without a margin, and half as much of all media without a value in money', () => {
    const bare = forms('kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv } }')
    expect(bare.labels).toContain('every ROAS expected at 1')
    const units = forms(
      'kpi: { column: sales, kind: units }\nchannels: { tv: { spend: tv } }\nmedia: { share: { median: 0.2, upper95: 0.5 } }',
    )
    const { mu } = units.variant('sceptical-prior').spec.paidTotal
    expect(1 / (1 + Math.exp(-mu))).toBeCloseTo(0.1, 10)
  })

  it('widens stated priors and the joint one', () => {
    const { variant } = forms(
      `${money}\nchannels: { tv: { spend: tv }, mail: { spend: mail, prior: { coefficient: { distribution: half-normal, sd: 2 } } } }\nmedia: { share: { distribution: logit-normal, mu: -2, sigma: 0.9 }, spread: 1 }`,
    )
    const { spec } = variant('wider-priors')
    expect(spec.channels[1].effect).toEqual({ on: 'coefficient', prior: { distribution: 'half-normal', sd: 4 } })
    expect(spec.paidTotal).toMatchObject({ sigma: 1.8, spread: 2 })
  })

  it('has no priors to vary where none is in use', () => {
    const { labels, leftOut } = forms(
      `${money}\nchannels: { tv: { spend: tv, adstock: { retention: 0.5 }, saturation: none } }\nfit: { method: ols }`,
    )
    expect(labels).toEqual([])
    expect(leftOut).toContain('No other priors: this model is fitted without any.')
  })
})
