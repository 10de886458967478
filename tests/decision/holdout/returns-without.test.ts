import { describe, expect, it } from 'vitest'
import type { Fit } from '../../../src/fit/fit.js'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { returnsWithout } from '../../../src/decision/holdout/returns-without.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

/** The draws of a fit with one parameter multiplied. */
function multiplied({ draws }: Fit, name: string, by: number): Fit['draws'] {
  const place = draws.names.indexOf(name)
  return { ...draws, values: draws.values.map((x, i) => (i % draws.names.length === place ? by * x : x)) }
}

describe('returnsWithout', () => {
  const fit = smallFit()

  it('has the ROAS of the summary, and the same without where the same was learned', () => {
    const { measure, channels, media } = returnsWithout(outcomeOf(fit), fit.draws)
    const summary = buildSummary(analyseFit(fit))
    expect(measure).toBe('roas')
    expect(channels.map(({ name }) => name)).toEqual(['tv', 'search'])
    expect(channels.map(({ all }) => all)).toEqual(summary.channels.slice(0, 2).map(({ roas }) => roas))
    expect(media!.all).toEqual(summary.media.roas)
    for (const { all, without, ratio, moved } of [...channels, media!]) {
      expect(without).toEqual(all)
      expect([ratio, moved]).toEqual([1, false])
    }
  })

  it('says by how much a return moves, and when it leaves its interval', () => {
    const { channels } = returnsWithout(outcomeOf(fit), multiplied(fit, 'tv.coefficient', 2))
    expect(channels[0].ratio).toBeCloseTo(2, 12)
    expect(channels.map(({ moved }) => moved)).toEqual([true, false])
  })

  it('takes parameters by name: a refit may lack columns of the linear part', () => {
    const { names, count, values } = fit.draws
    const kept = names.filter((name) => name !== 'opening' && name !== 'event.opening')
    const cut = Float64Array.from({ length: count * kept.length }, (_, i) => {
      return values[Math.floor(i / kept.length) * names.length + names.indexOf(kept[i % kept.length])]
    })
    const all = returnsWithout(outcomeOf(fit), fit.draws)
    expect(returnsWithout(outcomeOf(fit), { ...fit.draws, names: kept, values: cut })).toEqual(all)
  })

  it('measures KPI per unit of money where the KPI has no value', () => {
    const units = smallFit({ kpi: '{ column: sales, kind: units }' })
    const { measure, channels } = returnsWithout(outcomeOf(units), units.draws)
    const [tv] = buildSummary(analyseFit(units)).channels
    expect(measure).toBe('kpi-per-spend')
    expect(channels[0].all.mean).toBeCloseTo(tv.incrementalKpi.mean / tv.spend!, 10)
  })

  it('is empty without paid channels', () => {
    const organic = smallFit({ channels: '{}\norganic:\n  newsletter: { media: sends }', groups: '{}' })
    expect(returnsWithout(outcomeOf(organic), organic.draws)).toEqual({ measure: 'roas', channels: [], media: null })
  })
})
