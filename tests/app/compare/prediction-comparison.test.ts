import { describe, expect, it } from 'vitest'
import { comparePredictions } from '../../../src/app/compare/prediction-comparison.js'
import type { Fit } from '../../../src/fit/fit.js'
import type { Holdout } from '../../../src/fit/holdout/holdout.js'
import { smallFit } from '../../support/small-market.js'

const plain = await smallFit()
const periods = plain.dataset.windowEnd - plain.dataset.windowStart

/** The fit as if its hold-out and leave-one-out score had come to this; the scores of periods alternate about it. */
function fitWith({ crps, elpd, spread = 0.1 }: { crps?: number; elpd?: number; spread?: number }): Fit {
  const around = (mean: number, count: number) =>
    Array.from({ length: count }, (_, t) => mean + (t % 2 === 0 ? spread : -spread) * mean)
  const scored = crps === undefined ? {} : { holdout: { holdout: holdout(crps, around(crps, 12)), reason: null } }
  const pointwise = elpd === undefined ? [] : around(elpd / periods, periods)
  const score = { elpd: elpd ?? 0, se: 4, pLoo: 9, worstK: 0.3, worstPeriod: '', unreliable: 0, reliableK: 0.63 }
  return { ...plain, ...scored, ...(elpd === undefined ? {} : { leaveOneOut: { ...score, pointwise } }) }
}

function holdout(crps: number, crpsByPeriod: number[]): Holdout {
  const names = crpsByPeriod.map((_, t) => `w${t}`)
  const model = { crps, crpsByPeriod }
  return { from: 'w0', to: 'w11', periods: names, observed: names.map(() => 1), model } as unknown as Holdout
}

describe('comparePredictions(before, after)', () => {
  it('ranks by the hold-out, though leave-one-out says the opposite', () => {
    const found = comparePredictions(fitWith({ crps: 50, elpd: -300 }), fitWith({ crps: 40, elpd: -330 }))
    expect(found).toMatchObject({ better: 'after', by: 'holdout' })
    expect(found?.holdout).toMatchObject({ before: 50, after: 40, difference: -10 })
    expect(found?.holdout?.se).toBeCloseTo(Math.sqrt(12 / 11 / 12), 9)
    expect(found?.leaveOneOut?.difference).toBeCloseTo(-30, 9)
    expect(found?.sentence).toBe(
      'The later fit predicts better: its score of w0 to w11, which its refit had not seen, is 20 % lower. Leave-one-out, which fills gaps in and forecasts nothing, says the opposite, and does not count against it.',
    )
  })

  it('falls back on leave-one-out where the hold-out can’t tell, and says what that is worth', () => {
    const found = comparePredictions(fitWith({ crps: 50, elpd: -330 }), fitWith({ crps: 50.01, elpd: -300 }))
    expect(found).toMatchObject({ better: 'after', by: 'leave-one-out' })
    expect(found?.sentence).toBe(
      'The hold-out can’t tell which predicts better; leave-one-out prefers the later fit, but it fills gaps in from both sides and forecasts nothing.',
    )
  })

  it('calls a difference in elpd below 4 small whatever its standard error', () => {
    const found = comparePredictions(fitWith({ elpd: -300 }), fitWith({ elpd: -303.9 }))
    expect(found?.leaveOneOut?.se).toBeLessThan(1)
    expect(found).toMatchObject({ holdout: null, better: null, by: null })
    expect(found?.sentence).toBe(
      'There is no hold-out of the same periods that could rank the models, and leave-one-out can’t tell them apart.',
    )
  })

  it('compares nothing where the fits predict different things', () => {
    expect(comparePredictions(plain, plain)).toBe(null)
    const { dataset } = plain
    const kpi = (dataset.columns.get('revenue') as Float64Array).map((x) => 2 * x)
    const doubled = { ...dataset, columns: new Map([...dataset.columns, ['revenue', kpi]]) }
    expect(comparePredictions(fitWith({ elpd: -300 }), { ...fitWith({ elpd: -300 }), dataset: doubled })).toBe(null)
  })

  it('tells hold-outs without scores by period apart from a tenth on', () => {
    const without = (crps: number): Fit => {
      const fit = fitWith({ crps })
      const scored = fit.holdout?.holdout as Holdout
      const { crpsByPeriod: _, ...model } = scored.model
      return { ...fit, holdout: { holdout: { ...scored, model }, reason: null } }
    }
    expect(comparePredictions(without(50), without(46))).toMatchObject({ better: null, holdout: { se: null } })
    expect(comparePredictions(without(50), without(44))?.better).toBe('after')
  })
})
