import { describe, expect, it } from 'vitest'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { fitPlausibility } from '../../../src/decision/summary/fit-plausibility.js'
import { smallFit } from '../support/small-fit.js'

describe('fitPlausibility', () => {
  it('checks baseline, paid share, ceilings, price and priors of a fit', () => {
    const checks = fitPlausibility(analyseFit(smallFit()))
    expect(checks.map(({ id }) => id)).toEqual([
      'negative-baseline',
      'paid-media-share',
      'ceiling-above-sales',
      'price-sign',
      'roas-at-prior-edge',
    ])
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('fails where draws say that a price raises sales, or media are nearly all of them', () => {
    const fit = smallFit()
    const { names } = fit.draws
    const changed = (name: string, value: number) => ({
      ...fit,
      draws: { ...fit.draws, values: fit.draws.values.map((x, i) => (names[i % names.length] === name ? value : x)) },
    })
    const failing = (name: string, value: number): string[] =>
      fitPlausibility(analyseFit(changed(name, value)))
        .filter(({ ok }) => !ok)
        .map(({ id }) => id)
    expect(failing('price', 5)).toEqual(['price-sign'])
    expect(failing('intercept', -700)).toContain('negative-baseline')
    expect(failing(names[analyseFit(fit).outcome.model.layout.channels[0].coefficient], 9000)).toEqual(
      expect.arrayContaining(['paid-media-share', 'ceiling-above-sales', 'roas-at-prior-edge']),
    )
  })

  it('takes no high return of a demand-capture channel for a misfit', () => {
    const fit = smallFit()
    const place = analyseFit(fit).outcome.model.layout.channels[1].coefficient
    const width = fit.draws.names.length
    const values = fit.draws.values.map((x, i) => (i % width === place ? 100 * x : x))
    const checks = fitPlausibility(analyseFit({ ...fit, draws: { ...fit.draws, values } }))
    expect(checks.find(({ id }) => id === 'roas-at-prior-edge')?.ok).toBe(true)
  })

  it('leaves the prior out of part of the window', () => {
    const checks = fitPlausibility(analyseFit(smallFit(), { from: 30, to: 60 }))
    expect(checks.map(({ id }) => id)).not.toContain('roas-at-prior-edge')
  })
})
