import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { forecastSetting } from '../../../src/decision/forecast/forecast-setting.js'
import { expectedAhead, predictAhead } from '../../../src/decision/forecast/predict-ahead.js'
import { editPlan } from '../../../src/decision/plan/edit-plan.js'
import { zeroPlan } from '../../../src/decision/plan/simulation.js'
import { valuePlan } from '../../../src/decision/plan/plan-value.js'
import { windowDraws } from '../../../src/decision/summary/window-summary.js'
import { smallFit } from '../support/small-fit.js'

// 60 weeks; the window is the 13 after them unless said otherwise.
const quarter = { from: 60, to: 73 }

function relative(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-300)
}

describe('forecastSetting', () => {
  const fit = smallFit()
  const setting = forecastSetting(fit, quarter)
  const { model } = setting.outcome

  it('is the setting of the fit inside its window', () => {
    const inside = forecastSetting(fit, { from: 8, to: 60 })
    expect(inside).toMatchObject({ noise: null, assumptions: [] })
    expect(inside.fitted).toEqual(fittedMean(outcomeOf(fit)))
  })

  it('expects what a prediction under the same media and controls expects', () => {
    const prediction = predictAhead(outcomeOf(fit), {
      periods: 13,
      media: model.channels.map(({ media }) => media.slice(-13)),
      linear: model.linear.map(({ values }) => values.slice(60, 73)),
    })
    const expected = expectedAhead(prediction)
    valuePlan(setting, setting.today).series.forEach((kpi, i) => expect(relative(kpi, expected[i])).toBeLessThan(1e-12))
    expect(setting.noise!.sd).toEqual(prediction.noise)
    expect(setting.noise!.total).toEqual(prediction.totalNoise)
  })

  it('keeps the fitted values bit for bit where a window spans past and future', () => {
    const spanning = forecastSetting(fit, { from: 50, to: 66 })
    const fitted = fittedMean(outcomeOf(fit))
    const { series, summary } = valuePlan(spanning, spanning.today)
    const past = windowDraws(fitted, 60, { from: 50, to: 60 })
    for (let d = 0; d < 25; d++) {
      expect(series.slice(d * 16, d * 16 + 10)).toEqual(past.slice(d * 10, d * 10 + 10))
    }
    expect(summary.predictive).toBeNull()
  })

  it('names the weeks ahead and says what it assumes of them', () => {
    expect(setting.periods[0]).toBe('2024-02-26')
    expect(setting.periods.at(-1)).toBe('2024-05-20')
    expect(setting.assumptions).toEqual([
      "After the last row, where a plan says nothing else, every channel spends what it spent 52 weeks before; a unit of media costs the last year's mean.",
      'After the last row at their mean in the same week of all years: price, weather, newsletter.',
    ])
  })

  it('spends what was spent a year before, at the last year’s cost', () => {
    const before = outcomeOf(fit).model.channels[0]
    expect(setting.today.spend.get('tv')).toEqual(before.spend!.slice(8, 21))
    const cost = before.spend!.slice(8).reduce((a, b) => a + b) / before.media.slice(8).reduce((a, b) => a + b)
    const spent = setting.today.spend.get('tv')!
    model.channels[0].media.slice(-13).forEach((media, t) => expect(media).toBeCloseTo(spent[t] / cost, 12))
  })

  it('buys less for the same money where media become dearer', () => {
    const dear = forecastSetting(fit, quarter, { inflation: 1 })
    const media = dear.outcome.model.channels[0].media.slice(-13)
    model.channels[0].media.slice(-13).forEach((units, t) => expect(media[t]).toBeCloseTo(units / 2, 12))
    expect(valuePlan(dear, dear.today).summary.profit!.mean).toBeLessThan(
      valuePlan(setting, setting.today).summary.profit!.mean,
    )
    expect(dear.assumptions[0]).toContain("a unit of media costs the last year's mean, 100 % dearer.")
  })

  it('widens: the noise of later weeks is larger, and the KPI itself less certain than its expectation', () => {
    const { noise } = setting
    for (let d = 0; d < 25; d++) {
      for (let t = 1; t < 13; t++) expect(noise!.sd[d * 13 + t]).toBeGreaterThanOrEqual(noise!.sd[d * 13 + t - 1])
    }
    expect(noise!.sd[12]).toBeGreaterThan(noise!.sd[0])
    const { series, predictive, kpi } = valuePlan(setting, setting.today).summary
    series.q05.forEach((low, t) => expect(predictive!.q05[t]).toBeLessThan(low))
    series.q95.forEach((high, t) => expect(predictive!.q95[t]).toBeGreaterThan(high))
    expect(predictive!.total.q05).toBeLessThan(kpi.q05)
    expect(predictive!.total.q95).toBeGreaterThan(kpi.q95)
  })

  it('has the noise of the window’s own sum where it begins later', () => {
    const later = forecastSetting(fit, { from: 66, to: 73 })
    const single = forecastSetting(fit, { from: 72, to: 73 })
    for (let d = 0; d < 25; d++) {
      expect(single.noise!.total[d]).toBeCloseTo(single.noise!.sd[d], 12)
      expect(later.noise!.sd[d * 7 + 6]).toBeCloseTo(single.noise!.sd[d], 12)
      expect(later.noise!.total[d]).toBeLessThan(setting.noise!.total[d])
      expect(later.noise!.total[d]).toBeGreaterThan(later.noise!.sd[d * 7])
    }
  })

  it('counts what a plan adds once, in the window and after it, and carries history into it', () => {
    const none = valuePlan(setting, zeroPlan(setting))
    const plan = valuePlan(setting, editPlan(setting.today, [{ kind: 'scale', channel: 'tv', factor: 1.4 }]))
    expect(none.draws.incrementalKpi).toEqual(new Float64Array(25))
    expect(none.summary.contribution.mean).toBeGreaterThan(0)
    for (let d = 0; d < 25; d++) {
      const carriedOut = plan.channels[0].totals.carriedOut[d] + plan.channels[1].totals.carriedOut[d]
      const inside = plan.draws.kpi[d] - none.draws.kpi[d]
      expect(relative(plan.draws.incrementalKpi[d], inside + carriedOut)).toBeLessThan(1e-10)
    }
  })

  it('goes on with a lagged KPI', () => {
    const lagged = smallFit({ more: 'dynamics: { laggedKpi: true }' })
    const ahead = forecastSetting(lagged, quarter)
    const prediction = predictAhead(outcomeOf(lagged), {
      periods: 13,
      media: ahead.outcome.model.channels.map(({ media }) => media.slice(-13)),
      linear: ahead.outcome.model.linear.map(({ values }) => values.slice(60, 73)),
    })
    const expected = expectedAhead(prediction)
    valuePlan(ahead, ahead.today).series.forEach((kpi, i) => expect(relative(kpi, expected[i])).toBeLessThan(1e-12))
  })

  it('refuses to look further than a year', () => {
    expect(() => forecastSetting(fit, { from: 60, to: 113 })).toThrow(
      'A forecast reaches at most 52 weeks, a year, beyond the last row; 53 were asked for.',
    )
    expect(() => forecastSetting(fit, quarter, { inflation: -1 })).toThrow(
      'The inflation of media cost must be above -100 % and below 1,000 %, not -1.',
    )
  })
})
