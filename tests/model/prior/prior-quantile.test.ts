import { describe, it } from 'vitest'
import { expectRelative } from '../../support/relative.js'
import { priorCdf, priorMedian, priorQuantile, priorSummary } from '../../../src/model/prior/prior-quantile.js'

describe('priorQuantile(prior, p)', () => {
  it('gives the log-normal quantiles of reference/models.md section 10', () => {
    const prior = { distribution: 'log-normal', mu: 0.2, sigma: 0.9 } as const
    expectRelative(priorMedian(prior), 1.221402758)
    expectRelative(priorQuantile(prior, 0.1), 0.3854297209)
    expectRelative(priorQuantile(prior, 0.9), 3.8705492)
    expectRelative(priorQuantile(prior, 0.025), 0.20930399)
    expectRelative(priorQuantile(prior, 0.975), 7.127550208)
    expectRelative(1 - priorCdf(prior, 1), 0.5879295521)
  })

  it('gives closed forms: Cauchy quartile, Gamma(1) and Beta(1, b)', () => {
    expectRelative(priorQuantile({ distribution: 'half-cauchy', scale: 2.5 }, 0.5), 2.5)
    expectRelative(priorQuantile({ distribution: 'gamma', shape: 1, rate: 4 }, 0.3), -Math.log(0.7) / 4)
    expectRelative(priorQuantile({ distribution: 'beta', a: 1, b: 99 }, 0.3), 1 - 0.7 ** (1 / 99))
    expectRelative(priorQuantile({ distribution: 'beta', a: 1, b: 1 }, 0.99), 0.99)
  })

  it('finds the quantiles of very skewed priors', () => {
    // P(x < q) is about q^0.01 near 0, so the median is near 0.5^100.
    const median = priorQuantile({ distribution: 'beta', a: 0.01, b: 5 }, 0.3)
    expectRelative(priorCdf({ distribution: 'beta', a: 0.01, b: 5 }, median), 0.3)
    const small = priorQuantile({ distribution: 'gamma', shape: 0.01, rate: 1 }, 0.3)
    expectRelative(priorCdf({ distribution: 'gamma', shape: 0.01, rate: 1 }, small), 0.3)
  })
})

describe('priorSummary(prior)', () => {
  it('gives the median and the 90 % interval', () => {
    // Half-normal quantiles: normal ones at 0.525, 0.75, 0.975.
    const summary = priorSummary({ distribution: 'half-normal', sd: 2 })
    expectRelative(summary.median, 2 * 0.6744897501960817)
    expectRelative(summary.q05, 2 * 0.06270677794321385)
    expectRelative(summary.q95, 2 * 1.959963984540054)
  })
})
