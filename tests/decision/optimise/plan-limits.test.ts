import { describe, expect, it } from 'vitest'
import { requireCompatible, spendRange } from '../../../src/decision/optimise/limit-conflicts.js'
import { limitsAt, planLimits } from '../../../src/decision/optimise/plan-limits.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'

const frame = {
  channels: [
    { name: 'tv', role: null, today: 100 },
    { name: 'radio', role: null, today: 50 },
    { name: 'brand', role: 'demand-capture' as const, today: 20 },
  ],
  groups: [
    { name: 'offline', channels: ['tv', 'radio'] },
    { name: 'loud', channels: ['tv', 'brand', 'newsletter'] },
  ],
  currency: 'EUR',
}
const rangesOf = (request: PlanRequest) =>
  planLimits(request, frame).channels.map(({ low, high }) => [low, high].map((x) => Math.round(1e6 * x) / 1e6))

describe('planLimits', () => {
  it('lets every channel move by 30 %, and demand capture never up', () => {
    expect(rangesOf({})).toEqual([
      [70, 130],
      [35, 65],
      [14, 20],
    ])
    expect(rangesOf({ within: 0 })).toEqual([
      [100, 100],
      [50, 50],
      [20, 20],
    ])
    expect(rangesOf({ within: null, allowRaise: ['brand'] })).toEqual([
      [0, Infinity],
      [0, Infinity],
      [0, Infinity],
    ])
  })

  it('puts stated ranges and locks in place of the usual one', () => {
    const bounds = new Map([
      ['tv', { low: 0.5, high: Infinity }],
      ['brand', { low: 0, high: 3 }],
    ])
    expect(rangesOf({ bounds, lock: ['radio'] })).toEqual([
      [50, Infinity],
      [50, 50],
      [0, 20],
    ])
  })

  it('limits groups in money of today, organic members left out', () => {
    const { groups } = planLimits({ bounds: new Map([['loud', { low: 0.5, high: 2 }]]) }, frame)
    expect(groups).toEqual([{ name: 'loud', channels: [0, 2], today: 120, low: 60, high: 240 }])
  })

  it('turns shares of a total into floors, also of groups without other limits', () => {
    const minShare = new Map([
      ['tv', 0.6],
      ['offline', 0.9],
    ])
    const limits = limitsAt(planLimits({ minShare }, frame), 200)
    expect(limits.channels[0].low).toBe(120)
    expect(limits.groups).toEqual([{ name: 'offline', channels: [0, 1], today: 150, low: 180, high: Infinity }])
  })

  const refused: [string, PlanRequest, RegExp][] = [
    [
      'an unknown name',
      { bounds: new Map([['tvv', { low: 0, high: 1 }]]) },
      /^--bound names `tvv`, which is none of tv, radio, brand, offline, loud\. .*tv/,
    ],
    ['a group to lock', { lock: ['offline'] }, /^--lock names `offline`/],
    [
      'a raised floor of demand capture',
      { bounds: new Map([['brand', { low: 1.2, high: 2 }]]) },
      /allow it with --allow-raise brand/,
    ],
    [
      'groups that overlap',
      { bounds: new Map([['offline', { low: 0, high: 1 }]]), minShare: new Map([['loud', 0.5]]) },
      /^The groups offline and loud are both limited and share tv/,
    ],
  ]
  it.each(refused)('refuses %s', (_, request, message) => {
    expect(() => planLimits(request, frame)).toThrow(message)
  })
})

describe('requireCompatible', () => {
  const check = (request: PlanRequest, budget: number | null): void =>
    requireCompatible(limitsAt(planLimits(request, frame), budget ?? 0), budget)

  it('says which limits conflict and by how much', () => {
    expect(() => check({}, 170)).not.toThrow()
    expect(() => check({ minShare: new Map([['tv', 0.9]]) }, 170)).toThrow(
      'tv must spend at least 153 EUR and at most 130 EUR: 23 EUR too much.',
    )
    const group = (low: number, high: number): PlanRequest => ({ bounds: new Map([['offline', { low, high }]]) })
    expect(() => check(group(0, 0.5), 170)).toThrow(
      'The group offline may spend at most 75 EUR, but its channels must spend at least 105 EUR: 30 EUR too much.',
    )
    expect(() => check(group(1.5, 2), 170)).toThrow(
      'The group offline must spend at least 225 EUR, but its channels may spend at most 195 EUR: 30 EUR too much.',
    )
    expect(() => check(group(0, 0.8), 170)).toThrow(
      'A budget of 170 EUR is above what the limits allow, at most 140 EUR (brand 20 EUR, offline 120 EUR): 30 EUR too much',
    )
  })

  it('finds the totals between which all limits can be met', () => {
    const limits = planLimits({ bounds: new Map([['offline', { low: 0.8, high: 1 }]]) }, frame)
    expect(spendRange(limits)).toEqual({ low: 134, high: 170 })
  })
})
