// Figures of a made-up market: the same bits in every engine.

import type { Estimate, NullableSeries, SeriesEstimate } from '../../src/decision/results.js'

export function seriesOf(mean: readonly number[], spread: number): SeriesEstimate {
  return seriesWith(
    mean,
    mean.map(() => spread),
  )
}

export function seriesWith(mean: readonly number[], spread: readonly number[]): SeriesEstimate {
  const each = mean.map((x, index) => estimate(x, spread[index] * Math.abs(x)))
  return {
    mean: each.map((e) => e.mean),
    median: each.map((e) => e.median),
    sd: each.map((e) => e.sd),
    q05: each.map((e) => e.q05),
    q95: each.map((e) => e.q95),
  }
}

export function nullableWith(mean: readonly (number | null)[], spread: readonly number[]): NullableSeries {
  const each = mean.map((x, index) => (x === null ? null : estimate(x, spread[index] * Math.abs(x))))
  const field = (key: keyof Estimate): (number | null)[] => each.map((e) => (e === null ? null : e[key]))
  return { mean: field('mean'), median: field('median'), sd: field('sd'), q05: field('q05'), q95: field('q95') }
}

export function shiftedSeries(series: NullableSeries, by: number): NullableSeries {
  const shift = (values: readonly (number | null)[]): (number | null)[] =>
    values.map((x) => (x === null ? null : round(x + by)))
  return {
    mean: shift(series.mean),
    median: shift(series.median),
    sd: series.sd,
    q05: shift(series.q05),
    q95: shift(series.q95),
  }
}

export function shiftedBy(series: SeriesEstimate, spend: readonly number[]): SeriesEstimate {
  const shift = (values: readonly number[]): number[] => values.map((x, index) => round(x - spend[index]))
  return {
    mean: shift(series.mean),
    median: shift(series.median),
    sd: series.sd,
    q05: shift(series.q05),
    q95: shift(series.q95),
  }
}

export function estimate(mean: number, sd: number): Estimate {
  return {
    mean: round(mean),
    median: round(mean - 0.03 * sd),
    sd: round(sd),
    q05: round(mean - 1.6 * sd),
    q95: round(mean + 1.7 * sd),
  }
}

export function scaled(e: Estimate, by: number): Estimate {
  return {
    mean: round(e.mean * by),
    median: round(e.median * by),
    sd: round(e.sd * by),
    q05: round(e.q05 * by),
    q95: round(e.q95 * by),
  }
}

export function shifted(e: Estimate, by: number): Estimate {
  return {
    mean: round(e.mean + by),
    median: round(e.median + by),
    sd: e.sd,
    q05: round(e.q05 + by),
    q95: round(e.q95 + by),
  }
}

/** Share of a symmetric triangular distribution that lies above zero: good enough for a made-up probability. */
export function probabilityAbove(mean: number, sd: number): number {
  const z = Math.max(-2.4, Math.min(2.4, mean / sd)) / 2.4
  return z < 0 ? (1 + z) ** 2 / 2 : 1 - (1 - z) ** 2 / 2
}

/** Slope 1 and 1.8 only, by square roots, so that every engine gives the same bits. */
export function hill(x: number, half: number, slope: number): number {
  const power = (y: number): number => (slope === 1 ? y : y * Math.sqrt(y) * Math.sqrt(Math.sqrt(y)))
  return power(x) / (power(x) + power(half))
}

/** A wave of period 1 between -1 and 1, from a parabola. */
export function wave(x: number): number {
  const phase = x - Math.floor(x)
  const y = phase < 0.5 ? 4 * phase * (2 - 4 * phase) : -(4 * phase - 2) * (4 - 4 * phase)
  return Math.max(-1, Math.min(1, y))
}

export function weeks(count: number): string[] {
  return range(0, count - 1).map((t) => new Date(Date.UTC(2023, 0, 2 + 7 * t)).toISOString().slice(0, 10))
}

export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

export function round(value: number): number {
  return Number(value.toPrecision(8))
}

export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 4294967296
  }
}

/** Sum of twelve uniforms: near enough to a Normal. */
export function normal(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}
