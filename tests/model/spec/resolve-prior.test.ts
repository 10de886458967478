import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Prior } from '../../../src/model/prior/prior.js'
import { priorQuantile } from '../../../src/model/prior/prior-quantile.js'
import { createIssueList } from '../../../src/model/spec/issue-list.js'
import { realLine, resolvePrior, positive, unitInterval } from '../../../src/model/spec/resolve-prior.js'
import { messageOf, withLine, withTv } from '../../support/spec-text.js'

const nowhere = { value: () => ({ line: 1, column: 1 }), key: () => ({ line: 1, column: 1 }), exact: () => null }
const priorOf = (input: Parameters<typeof resolvePrior>[0], range: typeof positive) =>
  resolvePrior(input, range, ['p'], createIssueList('a.yaml', nowhere)) as Prior

describe('resolvePrior', () => {
  it('makes a log-normal of median and upper 95 % of a positive parameter', () => {
    expect(priorOf({ median: 2, upper95: 6 }, positive)).toEqual({
      distribution: 'log-normal',
      mu: Math.LN2,
      sigma: 0.6679088465180019,
    })
  })

  it('makes a normal of 5 % and 95 % of a real parameter, a negative one too', () => {
    const prior = priorOf({ q05: -3, q95: 1 }, realLine)
    expect(prior).toMatchObject({ distribution: 'normal', mean: -1 })
    expect(priorQuantile(prior, 0.95)).toBeCloseTo(1, 12)
  })

  it('keeps a distribution as it is written', () => {
    const written = { distribution: 'truncated-normal', mean: 2, sd: 1, low: 0, high: 5 } as const
    expect(priorOf(written, positive)).toEqual(written)
  })

  it('gives the distribution exactly the quantiles that are stated', () => {
    const ranges = [
      { range: positive, low: 1e-3, high: 1e3 },
      { range: unitInterval, low: 0.001, high: 0.999 },
      { range: realLine, low: -100, high: 100 },
    ]
    const pair = fc
      .constantFrom(...ranges)
      .chain(({ range, low, high }) =>
        fc
          .tuple(fc.double({ min: low, max: high, noNaN: true }), fc.double({ min: low, max: high, noNaN: true }))
          .map(([a, b]) => ({ range, low: Math.min(a, b), high: Math.max(a, b) })),
      )
    fc.assert(
      fc.property(pair, ({ range, low, high }) => {
        fc.pre(high - low > 1e-3 * Math.abs(high))
        const bounds = priorOf({ q05: low, q95: high }, range)
        expect(priorQuantile(bounds, 0.05)).toBeCloseTo(low, 8)
        expect(priorQuantile(bounds, 0.95)).toBeCloseTo(high, 8)
        const median = priorOf({ median: low, upper95: high }, range)
        expect(priorQuantile(median, 0.5)).toBeCloseTo(low, 8)
        expect(priorQuantile(median, 0.95)).toBeCloseTo(high, 8)
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'a retention above 1',
    withTv('adstock: { retention: 1.2 }'),
    'shop.yaml:5:48: `channels.tv.adstock.retention` must be between 0 and 1 (0 allowed), not 1.2.',
  ],
  [
    'a negative half-life',
    withTv('adstock: { halfLife: -1 }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must be above 0, not -1.',
  ],
  [
    'a median above the upper 95 %',
    withTv('adstock: { halfLife: { median: 5, upper95: 3 } }'),
    'shop.yaml:5:57: `channels.tv.adstock.halfLife.median` must be below `upper95` (3), not 5.',
  ],
  [
    'a median alone',
    withTv('adstock: { halfLife: { median: 5 } }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must give a distribution, or median and upper95, or q05 and q95; found median.',
  ],
  [
    'an empty prior',
    withTv('adstock: { halfLife: {} }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must give a distribution, or median and upper95, or q05 and q95; found nothing.',
  ],
  [
    'a distribution with a parameter missing',
    withTv('adstock: { halfLife: { distribution: gamma, shape: 2 } }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must give shape and rate for gamma; rate is missing.',
  ],
  [
    'a distribution with a parameter too many',
    withTv('adstock: { halfLife: { distribution: gamma, shape: 2, rate: 1, mean: 2 } }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must give shape and rate for gamma; found mean.',
  ],
  [
    "a prior that reaches below its parameter's range",
    withTv('adstock: { halfLife: { distribution: normal, mean: 2, sd: 1 } }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must lie above 0; a normal prior reaches below 0.',
  ],
  [
    "a prior that reaches above its parameter's range",
    withTv('adstock: { retention: { distribution: log-normal, mu: 0, sigma: 1 } }'),
    'shop.yaml:5:48: `channels.tv.adstock.retention` must lie between 0 and 1; a log-normal prior reaches above 1.',
  ],
  [
    'a quantile outside the range',
    withTv('adstock: { retention: { q05: 0.1, q95: 1.5 } }'),
    'shop.yaml:5:65: `channels.tv.adstock.retention.q95` must be between 0 and 1, not 1.5.',
  ],
  [
    'a negative standard deviation',
    withTv('adstock: { halfLife: { distribution: normal, mean: 2, sd: -1 } }'),
    'shop.yaml:5:84: `channels.tv.adstock.halfLife.sd` must be above 0, not -1.',
  ],
  [
    'bounds the wrong way round',
    withTv('adstock: { retention: { distribution: uniform, low: 0.8, high: 0.2 } }'),
    'shop.yaml:5:78: `channels.tv.adstock.retention.low` must be below `high` (0.2), not 0.8.',
  ],
  [
    'an exponent above 1',
    withTv('saturation: { kind: power, slope: 1.5 }'),
    'shop.yaml:5:60: `channels.tv.saturation.slope` must be between 0 and 1 (1 allowed), not 1.5.',
  ],
  [
    'a normal prior on a positive ROAS',
    withTv('prior: { roas: { distribution: normal, mean: 2, sd: 1 } }'),
    'shop.yaml:5:41: `channels.tv.prior.roas` must lie above 0; a normal prior reaches below 0.',
  ],
  [
    'a negative ROAS',
    withTv('prior: { roas: -1 }'),
    'shop.yaml:5:41: `channels.tv.prior.roas` must be above 0, not -1.',
  ],
  [
    'a prior of the linear part that is not normal',
    withLine('controls: { e: { column: e, prior: { distribution: laplace, mean: 0, scale: 1 } } }'),
    'shop.yaml:7:36: `controls.e.prior` must be a normal prior, as the linear part is integrated out exactly; found laplace.',
  ],
  [
    'a correlation of 1',
    withLine('noise: { correlation: 1 }'),
    'shop.yaml:7:23: `noise.correlation` must be between -1 and 1, not 1.',
  ],
  [
    'quantiles of a correlation',
    withLine('noise: { correlation: { q05: 0, q95: 0.5 } }'),
    'shop.yaml:7:23: `noise.correlation` must be a number or a distribution; q05 and q95 determine none between -1 and 1.',
  ],
  ['noise of 0', withLine('noise: { sigma: 0 }'), 'shop.yaml:7:17: `noise.sigma` must be above 0, not 0.'],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
