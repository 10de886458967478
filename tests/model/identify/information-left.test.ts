import { Matrix, inverse } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import type { Model } from '../../../src/model/design/model.js'
import { informationLeft } from '../../../src/model/identify/information-left.js'
import { expectRelative } from '../../support/relative.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 80
const generator = createGenerator(21, 'information')
const noise = Array.from({ length: WEEKS }, () => generator.normal())
const control = Array.from({ length: WEEKS }, () => generator.normal())
const sales = noise.map((value) => 100 + value)
const tv = Array.from({ length: WEEKS }, () => Math.max(0, 1 + generator.normal()))

function modelWith(baseline: string, noise: string): Model {
  const yaml = `kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv } }
controls: { heat: { column: control } }
baseline: ${baseline}
noise: ${noise}
`
  return smallModel(yaml, { columns: { sales, tv, control } })
}

const full = modelWith('{ trend: smooth, seasonality: { yearly: 2 } }', '{ kind: ar1, sigma: 0.1, correlation: 0.5 }')

describe('informationLeft(model, series)', () => {
  it('agrees with its formula in dense matrices', () => {
    const walk = cumulative(noise)
    const sine = noise.map((_, t) => Math.sin((2 * Math.PI * t) / 52) + 0.3 * tv[t])
    const series = [tv, walk, sine].map((values) => Float64Array.from(values))
    const computed = informationLeft(full, series)
    series.forEach((values, i) =>
      expectRelative(computed[i].left as number, denseInformation(full, [...values], 0.5), 1e-9),
    )
  })

  it('is all of it for white media where nothing else moves and noise is independent', () => {
    const model = modelWith('{ trend: none, seasonality: { yearly: 0 } }', 'normal')
    const { left, takenBy } = informationLeft(model, [Float64Array.from(tv)])[0]
    // Only the control, independent of tv, takes a chance share of about 1 / 80.
    expect(left).toBeGreaterThan(0.95)
    expect(takenBy['slow demand']).toBeNull()
    expect(takenBy.season).toBeNull()
    expect(1 - (takenBy.controls as number)).toBeCloseTo(left as number, 12)
  })

  it('is next to nothing for media that are the season, the trend or a control', () => {
    const season = noise.map((_, t) => 1 + Math.sin((2 * Math.PI * (full.dataset.startDays[t] + 3.5)) / 365.25))
    const trend = noise.map((_, t) => t)
    const [ofSeason, ofTrend, ofControl] = informationLeft(
      full,
      [season, trend, control].map((values) => Float64Array.from(values)),
    )
    expect(ofSeason.left).toBeLessThan(0.02)
    expect(ofTrend.left).toBeLessThan(0.02)
    expect(ofControl.left).toBeLessThan(0.02)
    expect(ofSeason.takenBy.season).toBeGreaterThan(0.98)
    expect(ofTrend.takenBy['slow demand']).toBeGreaterThan(0.98)
    expect(ofControl.takenBy.controls).toBeGreaterThan(0.98)
  })

  it('counts slow variation less where noise is sticky, and fast variation no more than fully', () => {
    const slow = Float64Array.from(noise, (_, t) => Math.floor(t / 20) % 2)
    const fast = Float64Array.from(noise, (_, t) => t % 2)
    const at = (correlation: number): (number | null)[] => {
      const model = modelWith(
        '{ trend: none, seasonality: { yearly: 0 } }',
        `{ kind: ar1, correlation: ${correlation} }`,
      )
      return informationLeft(model, [slow, fast]).map(({ left }) => left)
    }
    const [slowAtTwo, fastAtTwo] = at(0.2)
    const [slowAtEight, fastAtEight] = at(0.8)
    expect(slowAtEight).toBeLessThan(0.7 * (slowAtTwo as number))
    // The control takes a chance share of a few per cent.
    expect(fastAtTwo).toBeGreaterThan(0.9)
    expect(fastAtEight).toBeGreaterThan(0.9)
  })

  it('is unchanged by the unit and the level of the media', () => {
    const [a, b] = informationLeft(full, [Float64Array.from(tv), Float64Array.from(tv, (x) => 1e6 * x + 5e6)])
    expectRelative(b.left as number, a.left as number, 1e-9)
  })

  it('is unknown for media that do not vary', () => {
    expect(informationLeft(full, [new Float64Array(WEEKS).fill(3)])[0].left).toBeNull()
  })
})

/** The docstring's formula with explicit matrices; smooth amplitude equal to the noise's stationary sd. */
function denseInformation(model: Model, values: number[], rho: number): number {
  const n = model.periods
  const mean = values.reduce((a, b) => a + b, 0) / n
  const x = Matrix.columnVector(values.map((value) => value - mean))
  const s2 = 0.1 ** 2 / (1 - rho ** 2)
  const smooth = model.linear.filter((column) => column.smooth)
  const others = model.linear.filter((column) => !column.smooth)
  const columns = (list: typeof smooth): Matrix =>
    new Matrix(list.map(({ values }) => [...values.subarray(0, n)])).transpose()
  const r = new Matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => rho ** Math.abs(i - j))))
  const b = columns(smooth)
  const quadratic = (covariance: Matrix, list: typeof smooth): number => {
    const precision = inverse(covariance)
    const prior = Matrix.diag(list.map(({ priorSd }) => 1 / priorSd ** 2))
    const weighted = precision.mmul(columns(list))
    const inner = inverse(Matrix.add(prior, columns(list).transpose().mmul(weighted)))
    const m = Matrix.sub(precision, weighted.mmul(inner).mmul(weighted.transpose()))
    return s2 * x.transpose().mmul(m).mmul(x).get(0, 0)
  }
  const left = quadratic(Matrix.add(r, b.mmul(b.transpose())).mul(s2), others)
  const most = quadratic(Matrix.mul(r, s2), others.slice(0, 1))
  return left / Math.max(x.transpose().mmul(x).get(0, 0), most)
}

function cumulative(steps: readonly number[]): number[] {
  let level = 0
  return steps.map((step) => (level += step))
}
