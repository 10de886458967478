import { describe, expect, it } from 'vitest'
import { cutModel, holdoutLength, seasonalLag } from '../../../src/fit/holdout/cut-model.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import { smallModel } from '../../support/small-model.js'

const yaml = 'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: spend } }\n'
const weekly = (more = '', weeks = 80, changes: Readonly<Record<string, readonly number[]>> = {}) =>
  smallModel(yaml + more, {
    columns: {
      y: Array.from({ length: weeks }, (_, t) => 500 + 20 * ((t * 7) % 11)),
      spend: Array.from({ length: weeks }, (_, t) => 10 + ((t * 5) % 7)),
      warm: Array.from({ length: weeks }, (_, t) => (t * 3) % 13),
      ...changes,
    },
  })
/** 0 in the first `before` of 80 weeks, 1 after them. */
const late = (before: number): number[] => Array.from({ length: 80 }, (_, t) => (t < before ? 0 : 1))

describe('cutModel', () => {
  it('holds out a quarter, and of annual data a year', () => {
    const kinds: PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year']
    expect(kinds.map(holdoutLength)).toEqual([91, 13, 3, 1, 1])
    expect(kinds.map(seasonalLag)).toEqual([364, 52, 12, 4, 1])
  })

  it('ends 13 weeks earlier, and keeps what is known of the weeks after that but the KPI', () => {
    const whole = weekly('controls: { warm: { column: warm, role: confounder } }')
    const { cut, reason } = cutModel(whole)
    expect(reason).toBeNull()
    expect(cut!.periods).toBe(67)
    expect(cut!.kpi).toEqual(whole.kpi.slice(0, 67))
    const warm = (model: typeof whole) => model.linear.find(({ name }) => name === 'warm')!.values
    expect(warm(cut!).slice(0, 80)).toEqual(warm(whole).slice(0, 80))
    expect(cut!.channels[0].media).toEqual(whole.channels[0].media.slice(0, 67))
  })

  it('is the same whatever the KPI was in the held-out weeks', () => {
    const usual = weekly()
    const other = weekly('', 80, { y: Array.from(usual.kpi, (kpi, t) => (t < 67 ? kpi : 9 * kpi)) })
    const [a, b] = [cutModel(usual).cut!, cutModel(other).cut!]
    expect(b.kpi).toEqual(a.kpi)
    expect(b.kpiScale).toBe(a.kpiScale)
    expect(b.frozen).toEqual(a.frozen)
  })

  it('takes the settings of the fit that are given', () => {
    expect(cutModel(weekly(), { draws: 7 }).cut!.spec.fit.draws).toBe(7)
  })

  it.each([
    [
      'a year',
      weekly('', 60),
      'A hold-out needs a year of data (52 weeks) before the last 13 weeks; there are 47 weeks.',
    ],
    [
      'media',
      weekly('', 80, { spend: late(67) }),
      'The media of tv don’t vary before the last 13 weeks, so a fit to the weeks before can’t learn what they do.',
    ],
    [
      'a control that varies',
      weekly('controls: { warm: { column: warm, role: confounder } }', 80, { warm: late(70) }),
      'warm doesn’t vary before the last 13 weeks, so a fit to the weeks before can’t learn what it does.',
    ],
    [
      'an event',
      weekly('events: { custom: [{ name: opening, dates: [2024-06-03] }] }'),
      'opening doesn’t vary before the last 13 weeks, so a fit to the weeks before can’t learn what it does.',
    ],
    [
      'enough rows',
      smallModel(`${yaml}baseline: { trend: linear, seasonality: { quarters: false } }`, {
        period: 'quarter',
        columns: { y: [5, 6, 7, 8, 6, 7, 9], spend: [1, 2, 1, 3, 2, 1, 2] },
      }),
      'Without the last quarter there are 6 quarters for 8 parameters: too few to fit.',
    ],
  ])('is null with the reason where no %s is left', (_, model, reason) => {
    expect(cutModel(model)).toEqual({ cut: null, reason })
  })

  it('keeps a control that began in time', () => {
    const model = weekly('controls: { warm: { column: warm, role: confounder } }', 80, { warm: late(60) })
    expect(cutModel(model).reason).toBeNull()
  })
})
