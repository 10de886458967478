import { describe, expect, it } from 'vitest'
import { smoothBasis } from '../../../src/model/design/smooth-basis.js'
import type { LinearColumn, Model } from '../../../src/model/design/model.js'
import { smallModel } from '../../support/small-model.js'

const rows = 60
const x = Array.from({ length: rows }, (_, t) => 5 + (t % 7))
const y = x.map((value, t) => 100 + value + (t % 3))
const price = Array.from({ length: rows }, (_, t) => 9 + (t % 4) / 10)
const weather = Array.from({ length: rows }, (_, t) => 10 + (t % 11))
const promotion = Array.from({ length: rows }, (_, t) => (t % 10 === 0 ? 1 : 0))
const rain = Array.from({ length: rows }, (_, t) => (t % 2 === 0 ? 0 : t % 5))
const columns = { y, x, price, weather, promotion, rain }

function model(yaml: string, period: 'week' | 'day' | 'quarter' = 'week'): Model {
  return smallModel(`kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\n${yaml}`, { columns, period })
}

function column(from: Model, name: string): LinearColumn {
  const found = from.linear.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`${name} is not among ${from.linear.map((c) => c.name).join(', ')}`)
  return found
}

describe('smoothBasis', () => {
  it('has about the squared-exponential covariance on every row it covers', () => {
    const basis = smoothBasis({ rows: 208, lengthScale: 26 })
    let worst = 0
    for (let s = 0; s < 208; s += 13) {
      for (let t = 0; t < 208; t += 13) {
        const covariance = basis.reduce((sum, values) => sum + values[s] * values[t], 0)
        const exact = Math.exp(-((s - t) ** 2) / (2 * 26 ** 2))
        if (s > 10 && s < 197 && t > 10 && t < 197) worst = Math.max(worst, Math.abs(covariance - exact))
      }
    }
    expect(worst).toBeLessThan(0.06)
    expect(basis.length).toBeLessThan(16)
  })
})

describe('baseline columns', () => {
  it('are an intercept, a line that rises by one over the window, a smooth trend and four yearly pairs on weekly data', () => {
    const names = model('').linear.map((c) => c.name)
    expect(names.slice(0, 3)).toEqual(['intercept', 'trend', 'smooth[1]'])
    expect(names.filter((name) => name.startsWith('season.'))).toHaveLength(8)
    const trend = column(model(''), 'trend').values
    expect(trend[rows - 1] - trend[0]).toBeCloseTo(1, 12)
  })

  it('cover a year after the window', () => {
    expect(column(model(''), 'season.sin1').values).toHaveLength(rows + 52)
  })

  it('repeat a season after a year and narrow its prior with the pair', () => {
    const weekly = model('')
    const sin = column(weekly, 'season.sin1').values
    expect(Math.abs(sin[0] - sin[52])).toBeLessThan(0.03)
    expect(column(weekly, 'season.cos4').priorSd).toBeCloseTo(0.1, 12)
  })

  it('hold weekdays as effects that sum to zero over a week', () => {
    const daily = model('', 'day')
    const weekdays = daily.linear.filter((c) => /monday|tuesday|wednesday|thursday|friday|saturday/.test(c.name))
    expect(weekdays).toHaveLength(6)
    for (const { values } of weekdays) expect(values.subarray(0, 7).reduce((a, b) => a + b, 0)).toBe(0)
    expect(column(daily, 'season.monday').values[0]).toBe(1)
  })

  it('hold quarters as effects, the first row in the first quarter', () => {
    const quarterly = model('', 'quarter')
    expect(Array.from(column(quarterly, 'season.q1').values.subarray(0, 4))).toEqual([1, 0, 0, -1])
    expect(Array.from(column(quarterly, 'season.q3').values.subarray(0, 4))).toEqual([0, 0, 1, -1])
  })
})

describe('treatment and control columns', () => {
  it('count a treatment against its stated reference', () => {
    const at = (reference: string) =>
      column(model(`treatments: { price: { column: price, reference: ${reference} } }`), 'price')
    expect(at('9.2').reference).toBe(9.2)
    expect(at('min').reference).toBe(9)
    expect(at('max').reference).toBe(9.3)
    expect(at('mean').reference).toBeCloseTo(9.15, 10)
    expect(at('first-year').reference).toBeCloseTo(price.slice(0, 52).reduce((a, b) => a + b) / 52, 10)
    expect(at('9.2').values[1]).toBeCloseTo(-0.1, 12)
  })

  it('count indicators and mostly-zero columns against zero, others against their mean', () => {
    const controlled = model(
      'controls: { promotion: { column: promotion }, rain: { column: rain }, weather: { column: weather } }',
    )
    expect(column(controlled, 'promotion').reference).toBe(0)
    expect(column(controlled, 'rain').reference).toBe(0)
    const mean = weather.reduce((a, b) => a + b) / rows
    expect(column(controlled, 'weather').reference).toBeCloseTo(mean, 10)
    expect(
      column(controlled, 'weather')
        .values.subarray(0, rows)
        .reduce((a, b) => a + b, 0),
    ).toBeCloseTo(0, 8)
  })

  it('leave a column with a stated scale uncentred and keep its reference as an offset', () => {
    const scaled = column(
      model('controls: { weather: { column: weather, scale: max, prior: { distribution: normal, mean: 0, sd: 2 } } }'),
      'weather',
    )
    expect(scaled.values[0]).toBeCloseTo(10 / 20, 12)
    expect(scaled.priorSd).toBe(2)
    expect(scaled.offset * 20).toBeCloseTo(scaled.reference, 12)
  })

  it('state priors on the effect of one standard deviation where no scale is given', () => {
    const weathered = model(
      'controls: { weather: { column: weather, prior: { distribution: normal, mean: 0.1, sd: 0.05 } } }',
    )
    const mean = weather.reduce((a, b) => a + b) / rows
    const sd = Math.sqrt(weather.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows)
    expect(column(weathered, 'weather').priorMean).toBeCloseTo(0.1 / sd, 10)
    expect(column(weathered, 'weather').priorSd).toBeCloseTo(0.05 / sd, 10)
    expect(column(model('controls: { weather: { column: weather } }'), 'weather').priorSd).toBeCloseTo(0.2 / sd, 10)
  })

  it('are unknown after the data', () => {
    expect(column(model('controls: { weather: { column: weather } }'), 'weather').values[rows]).toBeNaN()
  })

  it('give a custom event 1 in the periods it covers', () => {
    const yaml = 'events: { custom: [{ name: opening, dates: [2023-01-18], window: [0, 1] }] }'
    const event = column(model(yaml), 'event.opening')
    expect(Array.from(event.values.subarray(0, 6))).toEqual([0, 0, 1, 1, 0, 0])
    expect([event.owner, event.part]).toEqual(['opening', 'control'])
  })

  it('weight the events of a shipped calendar by their days in each period', () => {
    const names = model('events: { calendar: retail, country: DE }').linear.map((c) => c.name)
    const black = names.find((name) => /black/i.test(name))
    expect(black).toBeDefined()
    const { values } = column(model('events: { calendar: retail, country: DE }'), black as string)
    // Black Friday 2023 was 24 November; the window's rows begin on Monday 2023-01-02.
    expect(values.findIndex((value) => value > 0)).toBe(46)
  })

  it('leave out an event that falls outside the window', () => {
    const names = model('events: { custom: [{ name: old, dates: [2010-01-01] }] }').linear.map((c) => c.name)
    expect(names).not.toContain('event.old')
  })
})
