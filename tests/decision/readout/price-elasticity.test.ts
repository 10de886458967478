import { describe, expect, it } from 'vitest'
import type { Fit } from '../../../src/fit/fit.js'
import { fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { windowSums } from '../../../src/decision/counterfactual/totals.js'
import { treatmentElasticity } from '../../../src/decision/readout/price-elasticity.js'
import { summarise } from '../../../src/decision/analysis/summarise.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

const window = { from: 48, to: 60 }
const lagged = 'fit: { method: ols }\ndynamics: { laggedKpi: true }'

/** The same fit, with the treatment's column changed. */
function withPrice(fit: Fit, change: (price: number) => number): Fit {
  const columns = new Map(fit.dataset.columns)
  columns.set('price', (columns.get('price') as Float64Array).map(change))
  return { ...fit, dataset: { ...fit.dataset, columns } }
}

/** Expected KPI of the window in every draw. */
function totals(fit: Fit): Float64Array {
  const outcome = outcomeOf(fit)
  return windowSums(fittedMean(outcome), outcome.model.periods, window)
}

describe('treatmentElasticity', () => {
  it('is b mean(x) / mean(fitted) in every draw of a linear model, at the means that it states', () => {
    const fit = smallFit()
    const { elasticity, elasticityAt, elasticityNote } = treatmentElasticity(analyseFit(fit), 'price')
    const price = fit.dataset.columns.get('price') as Float64Array
    const level = price.reduce((a, b) => a + b) / 60
    const place = fit.draws.names.indexOf('price')
    const all = windowSums(fittedMean(outcomeOf(fit)), 60, { from: 0, to: 60 })
    const closed = all.map((total, d) => (fit.draws.values[d * fit.draws.names.length + place] * level) / (total / 60))
    const expected = summarise(closed)
    for (const name of ['mean', 'median', 'q05', 'q95'] as const)
      expect(elasticity?.[name]).toBeCloseTo(expected[name], 12)
    expect(elasticity?.mean).toBeLessThan(-0.1)
    expect(elasticityAt.column).toBe('price')
    expect(elasticityAt.treatment).toBeCloseTo(level, 12)
    expect(elasticityAt.kpi).toBeCloseTo(summarise(all).mean / 60, 9)
    expect(elasticityNote).toBeNull()
  })

  it.each([
    ['a centred column', ''],
    ['a column with a scale', 'treatments: { price: { column: price, reference: 10, scale: max } }'],
    ['a lagged KPI, whose carry-over counts', lagged],
  ])('is the relative change of the window’s expected KPI for a small relative change: %s', (_, more) => {
    const fit = smallFit(more.startsWith('treatments') ? { treatments: more } : { more })
    const { elasticity } = treatmentElasticity(analyseFit(fit, window), 'price')
    const step = 1e-5
    const [up, down] = [1 + step, 1 - step].map((factor) => totals(withPrice(fit, (price) => price * factor)))
    const slope = totals(fit).map((total, d) => (up[d] - down[d]) / (2 * step * total))
    expect(elasticity?.mean).toBeCloseTo(summarise(slope).mean, 7)
    expect(elasticity?.sd).toBeCloseTo(summarise(slope).sd, 7)
  })

  it('of an expression is that of the expression’s value, and says so', () => {
    const fit = smallFit({ treatments: 'treatments: { price: { column: "log(price)", reference: mean } }' })
    const { elasticity, elasticityAt } = treatmentElasticity(analyseFit(fit), 'price')
    expect(elasticityAt.column).toBe('log(price)')
    expect(elasticityAt.treatment).toBeCloseTo(Math.log(10), 1)
    expect(elasticity).not.toBeNull()
  })

  it('is null, with the reason, where a value is 0 or less, or the expected KPI may be', () => {
    const fit = smallFit()
    const zero = withPrice(fit, (price) => price - 10)
    expect(treatmentElasticity(analyseFit(zero), 'price')).toMatchObject({
      elasticity: null,
      elasticityNote: "price isn't above 0 in every period of the window, so a change of 1 % has no meaning",
    })
    const width = fit.draws.names.length
    const intercept = fit.draws.names.indexOf('intercept')
    const values = fit.draws.values.map((value, i) => (i === intercept ? -1e6 : value))
    expect(values.length % width).toBe(0)
    expect(treatmentElasticity(analyseFit({ ...fit, draws: { ...fit.draws, values } }), 'price')).toMatchObject({
      elasticity: null,
      elasticityNote: "the expected KPI isn't above 0 in every draw",
    })
  })
})
