import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutcome, outcomeOf, type Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { changeDrivers, driverDraws, lastTwoYears } from '../../../src/decision/readout/change-drivers.js'
import { smallModel } from '../../support/small-model.js'
import { smallFit } from '../support/small-fit.js'

const fit = outcomeOf(smallFit())
const halves = { before: { from: 0, to: 30 }, now: { from: 30, to: 60 } }

/** Largest distance, over draws, between the sum of the rows and the change of the fitted total. */
function gap(outcome: Outcome, windows: typeof halves): number {
  const { rows, fitted } = driverDraws(outcome, windows)
  const off = fitted.now.map((now, d) =>
    Math.abs(rows.reduce((sum, { change }) => sum + change[d], 0) - (now - fitted.before[d])),
  )
  return Math.max(...off)
}

/** Four months against four, one draw: sales = 100 + 3 trend-free units of tv, bought at 2 and then at 4 a unit. */
function handMade(columns: Readonly<Record<string, readonly number[]>>): Outcome {
  const yaml = `
kpi: { column: sales, kind: units }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
channels:
  tv: { spend: cost, media: grps, adstock: none, saturation: none, before: zero }
`
  const model = smallModel(yaml, { columns, period: 'month' })
  const values = new Float64Array(model.layout.names.length)
  values[model.layout.linear] = 100
  // Media are in units of their mean active level: 3 sales a grp.
  values[model.layout.channels[0].coefficient] = 3 * model.channels[0].scale
  return createOutcome(model, { names: model.layout.names, count: 1, chains: 1, values })
}

describe('changeDrivers', () => {
  it('has rows that add up to the fitted change in every draw, whatever the windows', () => {
    expect(gap(fit, halves)).toBeLessThan(1e-9)
    const window = fc.tuple(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(window, window, ([a, n], [b, m]) => {
        const windows = { before: { from: a, to: a + n }, now: { from: 30 + b, to: Math.min(60, 30 + b + m) } }
        expect(gap(fit, windows)).toBeLessThan(1e-9)
      }),
      { seed: 4, numRuns: 12 },
    )
  })

  it('adds up with a lagged KPI, saturation before adstock, and without seasons too', () => {
    const lagged = outcomeOf(
      smallFit({
        more: 'fit: { method: ols }\ndynamics: { laggedKpi: true }',
        channels:
          '{ tv: { spend: tv_spend, media: tv_grps, adstock: { kind: geometric, retention: 0.5 }, saturation: none, order: saturation-first } }',
      }),
    )
    expect(gap(lagged, halves)).toBeLessThan(1e-9)
    expect(
      gap(outcomeOf(smallFit({ more: 'baseline: { trend: none, seasonality: { yearly: 0 } }' })), halves),
    ).toBeLessThan(1e-9)
  })

  it('adds up in means: rows to fitted, fitted and unexplained to observed, the split to its channel, channels to media', () => {
    const { rows, fitted, observed, unexplained, media, groups } = changeDrivers(fit, halves)
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
    expect(total(rows.map(({ change }) => change.mean))).toBeCloseTo(fitted.change.mean, 8)
    expect(fitted.change.mean + unexplained.mean).toBeCloseTo(observed.change, 8)
    expect(observed.now - observed.before).toBeCloseTo(observed.change, 8)
    const paid = rows.filter(({ kind }) => kind === 'paid')
    expect(paid.map(({ name }) => name)).toEqual(['tv', 'search'])
    for (const { change, split } of paid) {
      const parts = [split!.spend.mean, split!.costPerUnit?.mean ?? 0, split!.timing.mean]
      expect(total(parts)).toBeCloseTo(change.mean, 8)
    }
    expect(media!.change.mean).toBeCloseTo(total(paid.map(({ change }) => change.mean)), 8)
    expect(media!.split.spend.mean).toBeCloseTo(total(paid.map(({ split }) => split!.spend.mean)), 8)
    expect(media!.split.money.now).toBeCloseTo(total(paid.map(({ split }) => split!.money.now)), 8)
    expect(groups).toMatchObject([{ name: 'offline', channels: ['tv'], change: paid[0].change }])
  })

  it('names trend and season, treatments, controls with events, and channels', () => {
    expect(changeDrivers(fit, halves).rows.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'trend trend',
      'season season',
      'treatment price',
      'control weather',
      'control opening',
      'paid tv',
      'paid search',
      'organic newsletter',
    ])
  })

  it('turns round with the windows', () => {
    const there = changeDrivers(fit, halves)
    const back = changeDrivers(fit, { before: halves.now, now: halves.before })
    there.rows.forEach(({ change, split }, i) => {
      expect(back.rows[i].change.mean).toBeCloseTo(-change.mean, 9)
      if (split !== null) expect(back.rows[i].split!.spend.mean).toBeCloseTo(-split.spend.mean, 9)
      if (split !== null) expect(back.rows[i].split!.timing.mean).toBeCloseTo(-split.timing.mean, 9)
    })
  })

  it('splits a straight line without carry-over as its formula says', () => {
    const flat = [110, 110, 110, 110, 120, 120, 120, 120]
    const cost = [20, 0, 20, 40, 60, 60, 0, 60]
    const grps = [10, 0, 10, 20, 15, 15, 0, 15]
    const { rows, media, unexplained } = changeDrivers(handMade({ sales: flat, cost, grps }), {
      before: { from: 0, to: 4 },
      now: { from: 4, to: 8 },
    })
    // 80 EUR at 2 a grp, then 180 EUR at 4: 3 (180 - 80) (1/2 + 1/4)/2 and 3 (1/4 - 1/2) (80 + 180)/2.
    const tv = rows.find(({ name }) => name === 'tv')!
    expect(tv.change.mean).toBeCloseTo(15, 9)
    expect(tv.split!.spend.mean).toBeCloseTo(112.5, 9)
    expect(tv.split!.costPerUnit!.mean).toBeCloseTo(-97.5, 9)
    expect(tv.split!.timing.mean).toBeCloseTo(0, 9)
    expect(tv.split).toMatchObject({ money: { before: 80, now: 180 }, unitCost: { before: 2, now: 4 } })
    expect(media!.change.mean).toBeCloseTo(15, 9)
    expect(unexplained.mean).toBeCloseTo(40 - 15, 9)
  })

  it('holds media that did not change at zero: spend, cost per unit and timing', () => {
    const wave = [20, 0, 30, 10, 20, 0, 30, 10]
    const { rows } = changeDrivers(handMade({ sales: wave, cost: wave, grps: wave }), {
      before: { from: 0, to: 4 },
      now: { from: 4, to: 8 },
    })
    for (const { change } of rows) expect(change).toEqual({ mean: 0, median: 0, sd: 0, q05: 0, q95: 0 })
    const { spend, costPerUnit, timing } = rows.find(({ name }) => name === 'tv')!.split!
    expect([spend.mean, costPerUnit!.mean, timing.mean]).toEqual([0, 0, 0])
  })

  it('takes all of a channel that was off in one window for spend, where nothing is carried over', () => {
    const sales = [100, 100, 100, 100, 130, 130, 130, 130]
    const grps = [0, 0, 0, 0, 10, 10, 10, 10]
    const on = changeDrivers(handMade({ sales, cost: grps.map((x) => 2 * x), grps }), {
      before: { from: 0, to: 4 },
      now: { from: 4, to: 8 },
    })
    const tv = on.rows.find(({ name }) => name === 'tv')!
    expect(tv.split).toMatchObject({ costPerUnit: null, unitCost: null, money: { before: 0, now: 80 } })
    expect(tv.split!.spend.mean).toBeCloseTo(120, 9)
    expect(tv.split!.timing.mean).toBeCloseTo(0, 9)
  })

  it('gives longer windows a row of their own, and compares means per period otherwise', () => {
    const sales = [110, 110, 110, 110, 110, 110, 110, 110]
    const grps = [10, 0, 10, 0, 10, 0, 10, 0]
    const outcome = handMade({ sales, cost: grps, grps })
    const { rows, fitted } = changeDrivers(outcome, { before: { from: 0, to: 2 }, now: { from: 2, to: 8 } })
    expect(rows[0]).toMatchObject({ name: 'length', kind: 'length', before: null, now: null, split: null })
    expect(rows[0].change.mean).toBeCloseTo(4 * 115, 9)
    expect(fitted.change.mean).toBeCloseTo(4 * 115, 9)
    for (const { change } of rows.slice(1)) expect(change.mean).toBeCloseTo(0, 9)
  })

  it.each([
    [{ from: 0, to: 61 }, 'not `from` 0, `to` 61.'],
    [{ from: 5, to: 5 }, 'not `from` 5, `to` 5.'],
    [{ from: -1, to: 5 }, 'not `from` -1, `to` 5.'],
  ])('refuses the window %j', (window, message) => {
    expect(() => changeDrivers(fit, { before: window, now: halves.now })).toThrow(message)
  })
})

describe('lastTwoYears', () => {
  it('is the last 52 weeks and those before them, or null where there are fewer', () => {
    expect(lastTwoYears(fit)).toBeNull()
    const long = handMade({
      sales: Array.from({ length: 27 }, (_, t) => 100 + t),
      cost: Array.from({ length: 27 }, (_, t) => t % 3),
      grps: Array.from({ length: 27 }, (_, t) => t % 3),
    })
    expect(lastTwoYears(long)).toEqual({ now: { from: 15, to: 27 }, before: { from: 3, to: 15 } })
    expect(lastTwoYears(long, { from: 0, to: 24 })).toEqual({ now: { from: 12, to: 24 }, before: { from: 0, to: 12 } })
    expect(lastTwoYears(long, { from: 4, to: 27 })).toBeNull()
  })
})
