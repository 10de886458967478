import type { MonteCarloError, PosteriorEvidence } from '../posterior-results.js'
import type { FitAnalysis } from './fit-analysis.js'
import { mcseMean } from '../../inference/diagnose/convergence.js'
import { mean, standardDeviation, sum } from '../../numeric/stats/summary.js'
import { learningOf } from './learning.js'
import { predictiveCheck } from './predictive-check.js'

/**
 * The evidence on chains, on learning and on replicated KPIs.
 *
 * @returns null for methods without chains.
 */
export function posteriorEvidence(analysis: FitAnalysis): PosteriorEvidence | null {
  const { sampler } = analysis.fit.diagnostics
  if (sampler === null) return null
  return {
    sampler,
    traces: tracesOf(analysis),
    monteCarlo: monteCarloErrors(analysis),
    learning: learningOf(analysis),
    check: predictiveCheck(analysis),
  }
}

function tracesOf(analysis: FitAnalysis): PosteriorEvidence['traces'] {
  const { outcome, channels } = analysis
  const { model, draws } = outcome
  const total = (contribution: Float64Array): Float64Array =>
    Float64Array.from({ length: draws.count }, (_, d) =>
      sum(contribution.subarray(d * model.periods, (d + 1) * model.periods)),
    )
  const parameter = (place: number): Float64Array =>
    Float64Array.from({ length: draws.count }, (_, d) => draws.values[d * draws.names.length + place])
  const each = channels.map(({ name, kind, contribution }) => ({ name, kind, values: total(contribution) }))
  const paid = each.filter(({ kind }) => kind === 'paid').map(({ values }) => values)
  const all = paid.length < 2 ? [] : [{ name: 'all paid media', values: together(paid) }]
  const { sigma, amplitude } = model.layout
  const parameters = [
    { name: 'noise', values: parameter(sigma) },
    ...(amplitude < 0 ? [] : [{ name: 'trend amplitude', values: parameter(amplitude) }]),
  ]
  return [...all, ...each, ...parameters]
    .filter(({ values }) => values.some((value) => value !== values[0]))
    .map(({ name, values }) => ({ name, chains: byChain(values, draws.chains).map((chain) => Array.from(chain)) }))
}

function monteCarloErrors({ channels, outcome }: FitAnalysis): MonteCarloError[] {
  const known = channels.flatMap(({ name, totals: { spend, incrementalValue } }) =>
    spend === null || incrementalValue === null || !(spend > 0) ? [] : [{ name, spend, value: incrementalValue }],
  )
  const spend = known.reduce((total, channel) => total + channel.spend, 0)
  const all =
    known.length < 2 ? [] : [{ name: 'all paid media', spend, value: together(known.map(({ value }) => value)) }]
  return [...known, ...all].map(({ name, spend: money, value }) => {
    const roas = value.map((x) => x / money)
    const error = mcseMean(byChain(roas, outcome.draws.chains))
    return {
      channel: name,
      roas: mean(roas),
      sd: standardDeviation(roas),
      error: Number.isFinite(error) ? error : null,
    }
  })
}

function together(series: readonly Float64Array[]): Float64Array {
  return series.reduce((total, values) => total.map((x, d) => x + values[d]))
}

/** Draws that follow one another chain by chain, apart; of chains that are not equally long the first draws of each. */
function byChain(values: Float64Array, chains: number): Float64Array[] {
  const edge = (chain: number): number => Math.round((chain * values.length) / chains)
  const parts = Array.from({ length: chains }, (_, chain) => values.subarray(edge(chain), edge(chain + 1)))
  const length = Math.min(...parts.map((part) => part.length))
  return parts.map((part) => part.subarray(0, length))
}
