import { expect, it } from 'vitest'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { autoregression, baseDemand } from '../../src/simulate/base-demand.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'
import { dayNumber } from '../../src/simulate/week.js'

const mondays = Array.from({ length: 182 }, (_, t) => dayNumber('2022-07-04') + 7 * t)

it('baseDemand without season and wandering is a straight line through the level in the middle of the series', () => {
  const base = { level: 1000, growth: 0.1, wander: { sd: 0, halfLife: 10 }, season: [] }
  const { kpi, season } = baseDemand({ ...nationalBrand, base }, mondays)
  expect((kpi[26 + 77] + kpi[26 + 78]) / 2).toBeCloseTo(1000, 9)
  expect(kpi[60] - kpi[59]).toBeCloseTo((1000 * 0.1 * 7) / 365.25, 9)
  expect(season.every((value) => value === 0)).toBe(true)
})

it('baseDemand peaks in the week of the year that the season names', () => {
  const base = {
    level: 1,
    growth: 0,
    wander: { sd: 0, halfLife: 10 },
    season: [{ perYear: 1, amplitude: 0.2, peak: 49 }],
  }
  const { kpi, season } = baseDemand({ ...nationalBrand, base }, mondays)
  const peak = kpi.slice(0, 52).indexOf(Math.max(...kpi.slice(0, 52)))
  expect(mondays[peak]).toBeGreaterThan(dayNumber('2022-11-28'))
  expect(mondays[peak]).toBeLessThan(dayNumber('2022-12-19'))
  expect(Math.max(...season)).toBeCloseTo(1, 2)
})

it('baseDemand steps up and down for good where the world says so, and only there', () => {
  const steps = [
    { week: 10, change: 0.2 },
    { week: 50, change: -0.1 },
  ]
  const flat = { ...nationalBrand, base: { ...nationalBrand.base, steps: [] } }
  const before = baseDemand(flat, mondays).kpi
  const after = baseDemand({ ...flat, base: { ...flat.base, steps } }, mondays).kpi
  const shift = (t: number): number => (after[26 + t] - before[26 + t]) / nationalBrand.base.level
  const found = [-26, 9, 10, 49, 50, 155].map((t) => Math.round(1e9 * shift(t)) / 1e9)
  expect(found).toEqual([0, 0, 0.2, 0.2, 0.1, 0.1])
})

it('autoregression has the standard deviation and the lag-one correlation it is asked for', () => {
  const series = autoregression(createGenerator(1, 'test'), 3, 0.6, 40_000)
  const variance = series.reduce((sum, value) => sum + value * value, 0) / series.length
  const lagged = series.subarray(1).reduce((sum, value, t) => sum + value * series[t], 0) / series.length
  expect(Math.sqrt(variance)).toBeCloseTo(3, 1)
  expect(lagged / variance).toBeCloseTo(0.6, 1)
})
