import { describe, expect, it } from 'vitest'
import { createOutcome, type Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { expectedAhead, predictAhead } from '../../../src/decision/forecast/predict-ahead.js'
import { buildModel } from '../../../src/model/design/build-model.js'
import type { Model } from '../../../src/model/design/model.js'
import { smallModel } from '../../support/small-model.js'

const weeks = 60
const each = (value: (t: number) => number): number[] => Array.from({ length: weeks }, (_, t) => value(t))
const columns = {
  y: each((t) => 500 + 20 * ((t * 7) % 11)),
  spend: each((t) => (t % 4 === 0 ? 40 + t : 10)),
  warm: each((t) => (t * 5) % 13),
}

function model(more = ''): Model {
  return smallModel(
    `kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: spend } }\ncontrols: { warm: { column: warm, role: confounder } }\n${more}`,
    { columns },
  )
}

const bare = 'baseline: { trend: none, seasonality: { yearly: 0 } }'

/** The model of the rows up to `periods`; later rows stay in the data set as the future. */
function cut(whole: Model, periods: number): Model {
  return buildModel(whole.spec, { ...whole.dataset, windowEnd: periods }, whole.frozen)
}

/** One draw of a model, by parameter name; the rest is 0. */
function outcomeAt(of: Model, parameters: Readonly<Record<string, number>>): Outcome {
  const { names } = of.layout
  return createOutcome(of, {
    names,
    count: 1,
    chains: 1,
    values: Float64Array.from(names, (name) => parameters[name] ?? 0),
  })
}

const media = { 'tv.coefficient': 200, 'tv.retention': 0.6, 'tv.halfSaturation': 0.8, 'tv.slope': 1.2 }
const parameters = { ...media, intercept: 400, warm: 3, 'noise.sigma': 5 }

function heldOut(whole: Model, periods: number, more: Readonly<Record<string, number>> = {}) {
  const earlier = cut(whole, weeks - periods)
  const later = whole.channels.map((channel) => channel.media.slice(weeks - periods))
  return predictAhead(outcomeAt(earlier, { ...parameters, ...more }), { periods, media: later })
}

describe('predictAhead', () => {
  it('continues the fitted path: media of the past reach into the periods ahead, controls are those of the data', () => {
    const whole = model(bare)
    const fitted = fittedMean(outcomeAt(whole, parameters))
    const { structural } = heldOut(whole, 13)
    for (let h = 0; h < 13; h++) expect(structural[h]).toBeCloseTo(fitted[weeks - 13 + h], 9)
  })

  it('continues the path of a lagged KPI', () => {
    const whole = model(`${bare}\ndynamics: { laggedKpi: true }\nnoise: normal\nfit: { method: ols }`)
    const fitted = fittedMean(outcomeAt(whole, { ...parameters, laggedKpi: 0.5 }))
    const { structural } = heldOut(whole, 8, { laggedKpi: 0.5 })
    for (let h = 0; h < 8; h++) expect(structural[h]).toBeCloseTo(fitted[weeks - 8 + h], 9)
  })

  it('carries the last residual on by the correlation of the noise', () => {
    const whole = model(bare)
    const residual = columns.y[weeks - 4] - fittedMean(outcomeAt(whole, parameters))[weeks - 4]
    const { carried } = heldOut(whole, 3, { 'noise.correlation': 0.5 })
    expect(carried[0]).toBeCloseTo(0.5 * residual, 9)
    expect(carried[2]).toBeCloseTo(0.125 * residual, 9)
  })

  it('carries it on through a lagged KPI, so that one period ahead is the regression itself', () => {
    const whole = model(`${bare}\ndynamics: { laggedKpi: true }\nnoise: normal\nfit: { method: ols }`)
    const lagged = { ...parameters, laggedKpi: 0.5 }
    const expected = expectedAhead(heldOut(whole, 2, { laggedKpi: 0.5 }))
    const direct = (t: number): number => {
      const path = fittedMean(outcomeAt(whole, lagged))
      return path[t] - 0.5 * path[t - 1]
    }
    const first = 0.5 * columns.y[weeks - 3] + direct(weeks - 2)
    expect(expected[0]).toBeCloseTo(first, 9)
    expect(expected[1]).toBeCloseTo(0.5 * first + direct(weeks - 1), 9)
  })

  it('widens to the stationary noise, and knows that the noise of neighbours adds up', () => {
    const { noise, totalNoise } = heldOut(model(bare), 13, { 'noise.correlation': 0.6 })
    expect(noise[0]).toBeCloseTo(5, 12)
    expect(noise[1]).toBeCloseTo(5 * Math.sqrt(1.36), 12)
    expect(noise[12]).toBeCloseTo(5 / 0.8, 4)
    let variance = 0
    for (let a = 1; a <= 13; a++) {
      for (let b = 1; b <= 13; b++) {
        const shared = Math.min(a, b)
        const covariance = (25 * (1 - 0.36 ** shared) * 0.6 ** Math.abs(a - b)) / (1 - 0.36)
        variance += covariance
      }
    }
    expect(totalNoise[0]).toBeCloseTo(Math.sqrt(variance), 9)
  })

  it('takes values of linear columns that are given instead of those of the data', () => {
    const earlier = cut(model(bare), 50)
    const outcome = outcomeAt(earlier, { ...parameters, 'tv.coefficient': 0 })
    const linear = earlier.linear.map(({ name }) => Float64Array.of(name === 'intercept' ? 1 : 2))
    const { structural } = predictAhead(outcome, { periods: 1, media: [Float64Array.of(0)], linear })
    expect(structural[0]).toBe(400 + 3 * 2)
  })

  it('keeps draws apart, and the smooth trend and season within a year of the data', () => {
    const earlier = cut(model(), 50)
    const { names } = earlier.layout
    const values = Float64Array.from({ length: 2 * names.length }, (_, i) => Math.sin(i))
    values[earlier.layout.sigma] = 2
    values[names.length + earlier.layout.sigma] = 3
    for (const d of [0, 1]) values[d * names.length + earlier.layout.correlation] = 0.5
    for (const d of [0, 1]) earlier.layout.channels[0].adstock.forEach((p) => (values[d * names.length + p] = 0.5))
    for (const d of [0, 1]) earlier.layout.channels[0].saturation.forEach((p) => (values[d * names.length + p] = 1))
    const both = createOutcome(earlier, { names, count: 2, chains: 1, values })
    const alone = createOutcome(earlier, { names, count: 1, chains: 1, values: values.slice(names.length) })
    const ahead = { periods: 10, media: [new Float64Array(10).fill(0.5)] }
    expect(predictAhead(both, ahead).structural.slice(10)).toEqual(predictAhead(alone, ahead).structural)
    expect(predictAhead(both, ahead).noise[0]).toBe(2)
  })

  it('refuses what it cannot know: more than a year, media of another length, a control without a value', () => {
    const outcome = outcomeAt(model(bare), parameters)
    const one = [Float64Array.of(0)]
    expect(() => predictAhead(outcome, { periods: 53, media: one })).toThrow(
      '`periods` must be at most 52, a year after the last fitted week: the baseline reaches no further; it is 53.',
    )
    expect(() => predictAhead(outcome, { periods: 0, media: one })).toThrow(
      '`periods` must be a whole number of at least 1, not 0.',
    )
    expect(() => predictAhead(outcome, { periods: 2, media: one })).toThrow(
      '`media` must have an array of 2 values for each channel (1); it has 1 of 1 values.',
    )
    expect(() => predictAhead(outcome, { periods: 1, media: one })).toThrow(
      '`warm` has no value in 2024-02-26, which a prediction of that week needs.',
    )
  })
})
