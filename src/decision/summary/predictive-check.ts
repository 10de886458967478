import type { CheckedHistogram, CheckedStatistic, PredictiveCheck } from '../posterior-results.js'
import type { FitAnalysis } from './fit-analysis.js'
import { interval } from '../../model/identify/prior-beliefs.js'
import { drawNoiseInto } from '../../model/density/noise-path.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { mean, quantile, standardDeviation } from '../../numeric/stats/summary.js'
import { drawValue } from '../counterfactual/outcome.js'

interface Statistic extends Pick<CheckedStatistic, 'name' | 'unit'> {
  /** Of a series and its residuals. */
  readonly of: (kpi: Float64Array, residuals: Float64Array) => number
  /** What it means that the observed one is unusually low, or high. */
  readonly low: string
  readonly high: string
}

const UNUSUAL = 0.05
const FEWEST_BINS = 6
const MOST_BINS = 16

/**
 * Posterior predictive check over the window: for each draw a KPI is replicated from its structural mean and its own noise, with AR(1) or
 * Student noise where the model has them, and set against the observed one. Residuals are those from the draw's own mean.
 *
 * @returns null for a model with a lagged KPI, whose path depends on the observed one.
 */
export function predictiveCheck(analysis: FitAnalysis): PredictiveCheck | null {
  const { outcome, window } = analysis
  const { model, draws } = outcome
  if (model.layout.laggedKpi >= 0) return null
  const observed = model.kpi.subarray(window.from, window.to)
  const { means, noises } = replicate(analysis)
  const figures = statisticsOf(model.dataset.period).map((statistic) => {
    const pairs = means.map((path, d) => {
      const own = statistic.of(
        observed,
        observed.map((y, t) => y - path[t]),
      )
      const replicated = statistic.of(
        path.map((x, t) => x + noises[d][t]),
        noises[d],
      )
      return [own, replicated] as const
    })
    return checked(statistic, pairs)
  })
  const series = means.map((path, d) => path.map((x, t) => x + noises[d][t]))
  return { replications: draws.count, statistics: figures, histogram: histogramOf(observed, series) }
}

/** Structural mean and a path of noise for each draw, window periods. */
function replicate({ outcome, window, fitted, fit }: FitAnalysis): { means: Float64Array[]; noises: Float64Array[] } {
  const { model, draws } = outcome
  const { layout, periods } = model
  const generator = createGenerator(fit.fingerprint.seed, 'predictive-check')
  const whole = new Float64Array(periods)
  const noises = Array.from({ length: draws.count }, (_, d) => {
    drawNoiseInto(
      generator,
      {
        sigma: drawValue(outcome, d, layout.sigma),
        correlation: drawValue(outcome, d, layout.correlation),
        degrees: layout.degrees < 0 ? null : drawValue(outcome, d, layout.degrees),
      },
      whole,
    )
    return whole.slice(window.from, window.to)
  })
  const means = noises.map((_, d) => fitted.subarray(d * periods + window.from, d * periods + window.to))
  return { means, noises }
}

function statisticsOf(period: string): Statistic[] {
  return [
    {
      name: `lowest ${period}`,
      unit: 'kpi',
      of: (kpi) => kpi.reduce((a, b) => Math.min(a, b)),
      low: 'a fall that the model doesn’t know',
      high: 'the model expects deeper falls than there were',
    },
    {
      name: `highest ${period}`,
      unit: 'kpi',
      of: (kpi) => kpi.reduce((a, b) => Math.max(a, b)),
      low: 'the model expects higher peaks than there were',
      high: 'a peak that the model doesn’t know',
    },
    {
      name: 'spread (standard deviation)',
      unit: 'kpi',
      of: (kpi) => standardDeviation(kpi),
      low: 'the model expects more ups and downs than there were',
      high: 'ups and downs that the model doesn’t know',
    },
    {
      name: 'lag-one correlation of residuals',
      unit: 'ratio',
      of: (_, residuals) => lagOne(residuals),
      low: 'residuals change sides more often than the noise model expects',
      high: 'residuals stay on one side longer than the noise model expects: something slow is missing',
    },
    {
      name: 'largest residual, in standard deviations',
      unit: 'ratio',
      of: (_, residuals) =>
        residuals.reduce((a, b) => Math.max(a, Math.abs(b)), 0) / Math.max(standardDeviation(residuals), 1e-300),
      low: 'the noise model expects larger shocks than there were',
      high: 'a shock that the noise model hardly allows: `noise: student`, or a control, may fit better',
    },
  ]
}

function checked(
  { name, unit, low, high }: Statistic,
  pairs: readonly (readonly [number, number])[],
): CheckedStatistic {
  const p = pairs.filter(([own, replicated]) => replicated >= own).length / pairs.length
  const ok = p >= UNUSUAL && p <= 1 - UNUSUAL
  return {
    name,
    unit,
    observed: mean(Float64Array.from(pairs, ([own]) => own)),
    replicated: interval(Float64Array.from(pairs, ([, replicated]) => replicated)),
    p,
    ok,
    meaning: ok ? 'as in the replications' : p < UNUSUAL ? `high: ${high}` : `low: ${low}`,
  }
}

function lagOne(x: Float64Array): number {
  let squares = 0
  let products = 0
  for (let t = 0; t < x.length; t++) {
    squares += x[t] * x[t]
    if (t > 0) products += x[t] * x[t - 1]
  }
  return squares > 0 ? products / squares : 0
}

/** About one bin for ten periods, over the range of the observed KPI and of nine of ten replicated ones. */
function histogramOf(observed: Float64Array, series: readonly Float64Array[]): CheckedHistogram {
  const bins = Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(observed.length / 10)))
  const ends = series.map((path) => [path.reduce((a, b) => Math.min(a, b)), path.reduce((a, b) => Math.max(a, b))])
  const lows = Float64Array.from(ends, ([low]) => low)
  const highs = Float64Array.from(ends, ([, high]) => high)
  const low = Math.min(
    observed.reduce((a, b) => Math.min(a, b)),
    quantile(lows, 0.5),
  )
  const high = Math.max(
    observed.reduce((a, b) => Math.max(a, b)),
    quantile(highs, 0.5),
  )
  const width = (high - low) / bins
  const count = (path: Float64Array): Int32Array => {
    const counts = new Int32Array(bins)
    // What lies beyond the ends belongs to the outermost bins.
    for (const kpi of path) counts[Math.min(bins - 1, Math.max(0, Math.floor((kpi - low) / width)))]++
    return counts
  }
  const replicated = series.map(count)
  const at = (p: number): number[] =>
    Array.from({ length: bins }, (_, bin) =>
      quantile(
        Float64Array.from(replicated, (counts) => counts[bin]),
        p,
      ),
    )
  return {
    edges: Array.from({ length: bins + 1 }, (_, i) => low + i * width),
    observed: Array.from(count(observed)),
    median: at(0.5),
    q05: at(0.05),
    q95: at(0.95),
  }
}
