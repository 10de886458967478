import { describe, expect, it } from 'vitest'
import { expectedOutcome, type Plan } from '../../../src/decision/counterfactual/expected-outcome.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { windowSums } from '../../../src/decision/counterfactual/totals.js'
import { planSetting, settingOf, type PlanSetting } from '../../../src/decision/plan/plan-setting.js'
import { valuePlan, type PlanValue } from '../../../src/decision/plan/plan-value.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { windowDraws } from '../../../src/decision/summary/window-summary.js'
import type { Model } from '../../../src/model/design/model.js'
import { smallFit } from '../support/small-fit.js'

const window = { from: 12, to: 44 }

/** Today's plan with every channel's spend changed by a function of it and its period. */
function changed({ today }: PlanSetting, change: (money: number, t: number) => number): Plan {
  return { ...today, spend: new Map([...today.spend].map(([name, spend]) => [name, spend.map(change)])) }
}

function relative(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-300)
}

describe('valuePlan at history', () => {
  const fit = smallFit()
  const setting = planSetting(fit, window)

  it('reproduces the fitted values and their total bit for bit', () => {
    const value = valuePlan(setting, setting.today)
    const { outcome } = setting
    const fitted = fittedMean(outcome)
    expect(value.series).toEqual(windowDraws(fitted, outcome.model.periods, window))
    expect(value.draws.kpi).toEqual(windowSums(fitted, outcome.model.periods, window))
  })

  it('does so for a copy of history, written as text and read again', () => {
    const copy = changed(setting, (money) => Number(String(money)))
    expect(valuePlan(setting, copy).summary).toEqual(valuePlan(setting, setting.today).summary)
  })

  it('gives the returns of the window that a summary gives, bit for bit', () => {
    const { media, channels } = buildSummary(analyseFit(fit, window))
    const { summary } = valuePlan(setting, setting.today)
    const { spend, incrementalKpi, incrementalValue, profit, roas, roi, marginalRoas, pProfitable } = media
    expect(summary).toMatchObject({
      spend,
      incrementalKpi,
      incrementalValue,
      profit,
      roas,
      roi,
      marginalRoas,
      pProfitable,
    })
    for (const [c, { name, contribution, profit: own, roas: ratio }] of channels.entries()) {
      expect(summary.channels[c]).toMatchObject({ name, contribution, profit: own, roas: ratio })
    }
  })

  it('says what a varying value is after the last row, where the tail is counted', () => {
    expect(setting.assumptions).toEqual([])
    const { assumptions } = planSetting(smallFit({ kpi: '{ column: sales, kind: units, value: price }' }), window)
    expect(assumptions).toHaveLength(1)
    expect(assumptions[0]).toMatch(/^After the last row the value of a KPI unit is the last year's mean, \d+\.?\d*\.$/)
  })

  it('covers the last full year where no window is given', () => {
    expect(planSetting(fit).window).toEqual({ from: 8, to: 60 })
    expect(planSetting(fit).periods.at(-1)).toBe(fit.dataset.periods.at(-1))
  })
})

describe('valuePlan', () => {
  const fit = smallFit()
  const setting = planSetting(fit, window)

  it('counts what a plan brings, in the window and after it, as the difference of two expected outcomes', () => {
    const plan = changed(setting, (money, t) => money * (0.5 + (t % 3)))
    const none = changed(setting, () => 0)
    const value = valuePlan(setting, plan)
    const tail = 200
    const paths = [plan, none].map((one) => expectedOutcome(setting.outcome, one, tail))
    const width = setting.outcome.model.periods + tail
    for (let d = 0; d < 5; d++) {
      let sum = 0
      for (let t = d * width; t < (d + 1) * width; t++) sum += paths[0][t] - paths[1][t]
      expect(relative(value.draws.incrementalKpi[d], sum)).toBeLessThan(1e-5)
      let kpi = 0
      for (let t = window.from; t < window.to; t++) kpi += paths[0][d * width + t]
      expect(relative(value.draws.kpi[d], kpi)).toBeLessThan(1e-12)
    }
  })

  it('brings nothing, and costs nothing, without spend, but keeps what earlier spend carries into the window', () => {
    const { summary, draws } = valuePlan(
      setting,
      changed(setting, () => 0),
    )
    expect(summary).toMatchObject({ spend: 0, roas: null, roi: null })
    expect(draws.incrementalKpi).toEqual(new Float64Array(draws.kpi.length))
    expect(draws.profit).toEqual(new Float64Array(draws.kpi.length))
    expect(summary.channels[0].contribution.mean).toBeGreaterThan(0)
    expect(summary.channels[0].contribution).toEqual(summary.channels[0].carriedIn)
  })

  it('buys media at the channel’s own cost where history had none, and keeps the media that were free', () => {
    const plan = changed(setting, (money) => (money === 0 ? 100 : money))
    const value = valuePlan(setting, plan)
    const extra = [...setting.today.spend.get('tv')!].filter((money) => money === 0).length * 100
    expect(value.channels[0].totals.spend).toBeCloseTo(setting.totals[0].spend! + extra, 9)
    expect(value.channels[0].totals.incrementalKpi[0]).toBeGreaterThan(setting.totals[0].incrementalKpi[0])
  })

  it('leaves a channel that the plan does not name as it is', () => {
    const search = { ...setting.today, spend: new Map([['search', new Float64Array(32)]]) }
    const value = valuePlan(setting, search)
    expect(value.channels[0].totals).toBe(setting.totals[0])
    expect(value.spend).toBe(setting.totals[0].spend)
  })

  it('is draw by draw what it is in summary', () => {
    const { draws, summary } = valuePlan(
      setting,
      changed(setting, (money) => 1.3 * money),
    )
    const mean = (x: Float64Array | null) => x!.reduce((sum, y) => sum + y, 0) / x!.length
    expect(mean(draws.profit)).toBeCloseTo(summary.profit!.mean, 8)
    expect(mean(draws.incrementalValue) / summary.spend).toBeCloseTo(summary.roas!.mean, 10)
    expect(summary.kpi.mean).toBeCloseTo(
      summary.series.mean.reduce((sum, y) => sum + y, 0),
      6,
    )
  })

  it('has no profit without a margin, and no money at all without a value', () => {
    const noMargin = planSetting(smallFit({ kpi: '{ column: sales, kind: revenue }' }), window)
    expect(valuePlan(noMargin, noMargin.today).summary).toMatchObject({ profit: null, roi: null })
    expect(valuePlan(noMargin, noMargin.today).summary.roas).not.toBeNull()
    const units = planSetting(smallFit({ kpi: '{ column: sales, kind: units }' }), window)
    expect(valuePlan(units, units.today).summary).toMatchObject({ profit: null, roas: null, incrementalValue: null })
    expect(valuePlan(units, units.today).draws).toMatchObject({ profit: null, incrementalValue: null })
  })

  it('adds up the same with a lagged KPI: history bit for bit, the difference of plans as the returns count it', () => {
    const lagged = planSetting(smallFit({ more: 'dynamics: { laggedKpi: true }' }), { from: 0, to: 60 })
    expect(valuePlan(lagged, lagged.today).series).toEqual(fittedMean(lagged.outcome))
    const none = valuePlan(
      lagged,
      changed(lagged, () => 0),
    )
    const both = valuePlan(lagged, lagged.today)
    const carriedOut = both.channels.slice(0, 2).map(({ totals }) => totals.carriedOut)
    for (let d = 0; d < 5; d++) {
      const inside = both.draws.kpi[d] - none.draws.kpi[d]
      expect(relative(inside + carriedOut[0][d] + carriedOut[1][d], both.draws.incrementalKpi[d])).toBeLessThan(1e-9)
    }
  })
})

describe('valuePlan does not depend on', () => {
  const fit = smallFit()
  const setting = planSetting(fit, window)
  const { outcome } = setting
  const { model } = outcome
  const plan = changed(setting, (money, t) => money * (0.7 + 0.1 * (t % 5)))
  const value = valuePlan(setting, plan)

  /** The same value of the plan in a setting that another model makes. */
  function under(other: Partial<Model>, draws = outcome.draws, spend = plan.spend): PlanValue {
    const setting2 = settingOf(createOutcome({ ...model, ...other }, draws), window, [])
    return valuePlan(setting2, { window, spend })
  }

  function expectClose(a: Float64Array | null, b: Float64Array | null, factor = 1): void {
    a!.forEach((x, d) => expect(relative(x * factor, b![d])).toBeLessThan(1e-11))
  }

  it('the order of the channels', () => {
    const order = [2, 1, 0]
    const layout = { ...model.layout, channels: order.map((c) => model.layout.channels[c]) }
    const turned = under({ channels: order.map((c) => model.channels[c]), layout })
    expectClose(turned.draws.profit, value.draws.profit)
    expectClose(turned.draws.kpi, value.draws.kpi)
    expect(turned.channels[2]).toEqual(value.channels[0])
  })

  it('whether a channel stands there whole, or as two equal halves', () => {
    const [tv, ...rest] = model.channels
    const half = { ...tv, spend: tv.spend!.map((money) => money / 2) }
    const [places, ...others] = model.layout.channels
    const layout = { ...model.layout, channels: [places, places, ...others] }
    const halved = outcome.draws.values.slice()
    const width = outcome.draws.names.length
    for (let d = 0; d < outcome.draws.count; d++) halved[d * width + places.coefficient] /= 2
    const money = plan.spend.get('tv')!.map((x) => x / 2)
    const spend = new Map(plan.spend).set('tv', money).set('tv 2', money)
    const split = under(
      { channels: [half, { ...half, name: 'tv 2' }, ...rest], layout },
      { ...outcome.draws, values: halved },
      spend,
    )
    expectClose(split.draws.profit, value.draws.profit)
    expectClose(split.draws.incrementalKpi, value.draws.incrementalKpi)
    expectClose(split.draws.kpi, value.draws.kpi)
  })

  it('the currency: money scales, the KPI and ratios stay', () => {
    const channels = model.channels.map((channel) =>
      channel.spend === null ? channel : { ...channel, spend: channel.spend.map((money) => money * 100) },
    )
    const spend = new Map([...plan.spend].map(([name, money]) => [name, money.map((x) => x * 100)]))
    const cents = under({ channels, value: model.value!.map((x) => x * 100) }, outcome.draws, spend)
    expectClose(value.draws.profit, cents.draws.profit, 100)
    expectClose(value.draws.incrementalKpi, cents.draws.incrementalKpi)
    expect(cents.summary.roas!.mean).toBeCloseTo(value.summary.roas!.mean, 10)
  })
})
