import { expect, it } from 'vitest'
import { mediaPlan } from '../../src/simulate/media-plan.js'
import { dayNumber } from '../../src/simulate/week.js'
import type { ChannelWorld } from '../../src/simulate/world.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'

const length = 26 + 156
const mondays = Array.from({ length }, (_, t) => dayNumber('2022-07-04') + 7 * t)
const around = { mondays, season: new Float64Array(length), amounts: new Map(), demand: null }
const tv = nationalBrand.channels[0]

it('mediaPlan spends each year’s budget, to the rounding of its weeks', () => {
  const { spend } = mediaPlan(tv, nationalBrand, around)
  tv.budgets.forEach((budget, year) => {
    const spent = spend!.slice(26 + 52 * year, 26 + 52 * (year + 1)).reduce((sum, money) => sum + money, 0)
    expect(Math.abs(spent - budget)).toBeLessThan(52 * 250)
  })
  expect(spend!.every((money) => money % 500 === 0)).toBe(true)
})

it('mediaPlan buys media at the cost per unit, which rises with the years and before Christmas', () => {
  const delivery = { column: 'grps', decimals: 1, costPerUnit: 1000, inflation: 0.1, lastQuarter: 0.2, sd: 0 }
  const channel: ChannelWorld = {
    ...tv,
    delivery,
    pattern: { kind: 'always-on', season: 0, monthSd: 0, sd: 0, pausesPerYear: 0 },
  }
  const { spend, media } = mediaPlan(channel, nationalBrand, around)
  const cost = (t: number): number => spend![t] / media[t]
  expect(cost(26)).toBeCloseTo(1000, -1)
  expect(cost(26 + 104)).toBeCloseTo(1210, -1)
  expect(cost(26 + 45) / cost(26 + 38)).toBeGreaterThan(1.19)
})

it('mediaPlan lets the money be the media where delivery is not measured', () => {
  const { spend, media } = mediaPlan({ ...tv, delivery: null }, nationalBrand, around)
  expect(media).toEqual(spend)
})

it('mediaPlan gives organic channels media and no spend', () => {
  const { spend, media } = mediaPlan({ ...tv, kind: 'organic', budgets: [52_000], roundTo: 1 }, nationalBrand, around)
  expect(spend).toBeNull()
  expect(media.slice(26, 78).reduce((sum, sent) => sum + sent, 0)).toBeCloseTo(52_000, -2)
})

it('mediaPlan spends a share of sales as money, without a budget', () => {
  const demand = { sales: new Float64Array(length).fill(1000), expected: new Float64Array(length).fill(1000) }
  const pattern = { kind: 'share-of-sales', share: 0.07, foresight: 1, memory: 4, sd: 0 } as const
  const channel: ChannelWorld = { ...tv, pattern, budgets: [], roundTo: 1 }
  const { spend } = mediaPlan(channel, nationalBrand, { ...around, demand })
  expect(spend!.every((money) => money === 70)).toBe(true)
})
