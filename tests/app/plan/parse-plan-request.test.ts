import { describe, expect, it } from 'vitest'
import { parsePlanRequest, type PlanOptionTexts } from '../../../src/app/plan/parse-plan-request.js'
import { smallModel } from '../../support/small-model.js'

const columns = { y: [9, 8, 7, 9, 8, 9], a: [1, 0, 2, 3, 1, 2], b: [2, 2, 1, 1, 3, 1] }
const yaml = `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
channels: { tv: { spend: a }, "a=b": { spend: b } }
`
// Six months from 2000-01; the plan is for the last four.
const model = smallModel(yaml, { period: 'month', columns })
const read = (options: PlanOptionTexts) => parsePlanRequest(options, { model, window: { from: 2, to: 6 } })

describe('parsePlanRequest', () => {
  it('asks for nothing where nothing is said', () => {
    expect(read({})).toEqual({})
  })

  it('reads budgets, ranges and shares as numbers or in percent', () => {
    expect(read({ budget: 'free', within: '25%' })).toEqual({ budget: { kind: 'free' }, within: 0.25 })
    expect(read({ budget: '2.5e5', within: 'none' })).toEqual({
      budget: { kind: 'exact', money: 250_000 },
      within: null,
    })
    expect(read({ budgetMax: '1000' })).toEqual({ budget: { kind: 'max', money: 1000 } })
    expect(read({ bound: ['tv=0.5..1.5', 'a=b=50%..', 'c=..2'] }).bounds).toEqual(
      new Map([
        ['tv', { low: 0.5, high: 1.5 }],
        ['a=b', { low: 0.5, high: Infinity }],
        ['c', { low: 0, high: 2 }],
      ]),
    )
    expect(read({ minShare: ['tv=20%'], hurdle: '0.2', ramp: '10%', quantile: '25%' })).toEqual({
      minShare: new Map([['tv', 0.2]]),
      hurdle: 0.2,
      ramp: 0.1,
      quantile: 0.25,
    })
    expect(read({ lock: ['tv'], allowRaise: ['a=b'], objective: 'efficiency' })).toEqual({
      lock: ['tv'],
      allowRaise: ['a=b'],
      objective: 'efficiency',
    })
  })

  it('reads targets, what to keep, and pauses inside the window', () => {
    expect(read({ target: 'roas=3' }).target).toEqual({ of: 'roas', value: 3 })
    expect(read({ target: 'roi=-20%' }).target).toEqual({ of: 'roi', value: -0.2 })
    expect(read({ target: 'marginal-roas=1.2' }).target).toEqual({ of: 'marginal-roas', value: 1.2 })
    expect(read({ keep: '95%' }).keep).toEqual({ share: 0.95 })
    expect(read({ keep: '1200' }).keep).toEqual({ kpi: 1200 })
    expect(read({ pause: ['tv:2000-02:2000-04', 'a=b'] }).noSpend).toEqual([
      { channel: 'tv', from: 0, to: 2 },
      { channel: 'a=b', from: 0, to: 4 },
    ])
  })

  const refused: [PlanOptionTexts, RegExp][] = [
    [{ budget: 'lots' }, /^--budget must be today, free or an amount of money, such as 250000, not lots\.$/],
    [{ budgetMax: '-5' }, /^--budget-max must be an amount/],
    [{ within: 'some' }, /^--within must be a number of at least 0, such as 0\.3 or none, not some\.$/],
    [{ bound: ['tv'] }, /^--bound must be a name and a value/],
    [{ bound: ['tv=1.5'] }, /^--bound must be a channel or group and the least and most/],
    [{ bound: ['tv=1.5..0.5'] }, /^--bound tv=1\.5\.\.0\.5: the floor 1\.5 is above the ceiling 0\.5\.$/],
    [{ minShare: ['tv=120%'] }, /^--min-share must be/],
    [{ target: 'cpa=3' }, /^--target must be roas, roi or marginal-roas/],
    [{ target: 'roas=-1' }, /^--target roas=-1: a roas can't be that low\.$/],
    [{ keep: 'all' }, /^--keep must be/],
    [{ quantile: '1' }, /^--quantile must be a number between 0 and 1/],
    [{ pause: ['tv:2000-01'] }, /^--pause of tv lies outside the plan's window\.$/],
    [{ hurdle: 'high' }, /^--hurdle must be/],
  ]
  it.each(refused)('refuses %j in one sentence', (options, message) => {
    expect(() => read(options)).toThrow(message)
  })
})
