import type { ChannelSummary, PartSummary, Returns, Summary } from '../results.js'
import type { AnalysedChannel, FitAnalysis } from './fit-analysis.js'
import { mean, sum } from '../../numeric/stats/summary.js'
import { parameterCount } from '../../model/identify/identifiability.js'
import { tailPeriods } from '../analysis/adstock-curves.js'
import { drawValue } from '../counterfactual/outcome.js'
import { baselineContribution, linearOwners, ownerContribution } from '../counterfactual/parts.js'
import { returnsOf } from '../counterfactual/returns.js'
import { noTotals } from '../counterfactual/totals.js'
import { dependentFlags } from '../robustness/dependent-flags.js'
import { treatmentElasticity } from '../readout/price-elasticity.js'
import { leaveOneOutSummary } from './leave-one-out-score.js'
import { fitPlausibility } from './fit-plausibility.js'
import { predictiveBand, stationaryNoise } from './predictive-band.js'
import { isPriorDriven } from './prior-driven.js'
import { qualityOf, residualsOf, type Residuals } from './quality.js'
import { windowDraws, windowSummary } from './window-summary.js'

/**
 * The contract of `summary.json`: contributions, returns, points and quality of a fit over a window.
 *
 * Everything is taken per draw and then summarised, so means add up: baseline + treatments + controls + channels = fitted, in every period.
 *
 * @example buildSummary(analyseFit(fit)).media.roi?.mean
 */
export function buildSummary(analysis: FitAnalysis): Summary {
  const { fit, outcome, window, channels, fittedTotal } = analysis
  const { model } = outcome
  const fitted = windowDraws(analysis.fitted, model.periods, window)
  const length = window.to - window.from
  const paid = channels.filter(({ kind }) => kind === 'paid')
  const observed = model.kpi.slice(window.from, window.to)
  const labels = periodLabels(analysis)
  const part = (draws: Float64Array) => windowSummary(draws, model.periods, window)
  return {
    format: 'mixwright.summary/1',
    fingerprint: fit.fingerprint,
    method: fit.method,
    window: {
      from: labels[0],
      to: labels[length - 1],
      period: model.dataset.period,
      periods: length,
      tailPeriods: tailPeriods(outcome),
    },
    periods: labels,
    kpi: kpiSummary(analysis, observed),
    media: {
      ...returnsTogether(paid, fittedTotal),
      flags: [
        ...mediaFlags(analysis, paid),
        ...(fit.holdout?.holdout?.returns.media?.moved === true ? ['roas-unstable'] : []),
        ...dependentFlags(fit.robustness, null),
      ],
    },
    channels: channels.map((channel) => channelSummary(channel, analysis)),
    groups: groupSummaries(analysis),
    treatments: partSummaries(analysis, 'treatment').map((part) => ({
      ...part,
      ...treatmentElasticity(analysis, part.name),
    })),
    controls: partSummaries(analysis, 'control'),
    baseline: part(baselineContribution(outcome)),
    fitted: part(analysis.fitted).series,
    predictive: predictiveBand(fitted, stationaryNoise(outcome)),
    observed: Array.from(observed),
    quality: qualityOf(observed, windowResiduals(analysis), parameterCount(model)),
    diagnostics: diagnosticsOf(analysis),
    plausibility: fitPlausibility(analysis),
    holdout: fit.holdout?.holdout ?? null,
    holdoutReason: fit.holdout === undefined ? 'No hold-out was asked for.' : fit.holdout.reason,
    leaveOneOut: leaveOneOutSummary(fit.leaveOneOut),
    ...(fit.robustness === undefined ? {} : { robustness: fit.robustness }),
    flags: moneyFlags(analysis),
    timing: fit.timing,
  }
}

/** Residuals over the whole fit window, from the mean of the fitted draws; the window's part of them. */
export function windowResiduals(analysis: FitAnalysis): Residuals {
  const { outcome, window } = analysis
  const { model, draws } = outcome
  const average = (place: number): number =>
    mean(Float64Array.from({ length: draws.count }, (_, d) => drawValue(outcome, d, place)))
  const dynamics = { correlation: average(model.layout.correlation), laggedKpi: average(model.layout.laggedKpi) }
  const { structural, innovations } = residualsOf(model.kpi, meanFitted(analysis), dynamics)
  return {
    structural: structural.slice(window.from, window.to),
    innovations: innovations.slice(window.from, window.to),
  }
}

/** Mean over draws of the structural mean, one entry a period of the fit window. */
export function meanFitted({ fitted, outcome }: FitAnalysis): Float64Array {
  const { periods } = outcome.model
  const average = new Float64Array(periods)
  for (let i = 0; i < fitted.length; i++) average[i % periods] += fitted[i] / outcome.draws.count
  return average
}

function periodLabels({ outcome, window }: FitAnalysis): string[] {
  const { periods, windowStart } = outcome.model.dataset
  return periods.slice(windowStart + window.from, windowStart + window.to)
}

function kpiSummary({ fit, outcome, window }: FitAnalysis, observed: Float64Array): Summary['kpi'] {
  const { value, margin, spec } = outcome.model
  const cut = (series: Float64Array | null): Float64Array | null => series?.slice(window.from, window.to) ?? null
  const values = cut(value)
  const money = values === null ? null : observed.map((kpi, t) => kpi * values[t])
  return {
    kind: spec.kpi.kind,
    currency: fit.spec.currency,
    total: sum(observed),
    value: weightedMean(values, observed),
    margin: money === null ? null : weightedMean(cut(margin), money),
  }
}

/** Mean of a series under weights; a constant series is its constant, to the digit. */
function weightedMean(series: Float64Array | null, weights: Float64Array): number | null {
  if (series === null) return null
  if (series.every((x) => x === series[0])) return series[0]
  return sum(series.map((x, t) => x * weights[t])) / sum(weights)
}

function channelSummary(channel: AnalysedChannel, analysis: FitAnalysis): ChannelSummary {
  const { name, kind, role, totals } = channel
  const points = channel.analysis?.points
  const { series } = windowSummary(channel.contribution, analysis.outcome.model.periods, analysis.window)
  return {
    name,
    kind,
    role,
    ...returnsOf([totals], analysis.fittedTotal),
    profitMax: points?.profitMax ?? null,
    roiMax: points?.roiMax ?? null,
    breakEven: points?.breakEven ?? null,
    series,
    flags: channelFlags(channel, analysis),
  }
}

function channelFlags({ name, role, contribution, analysis }: AnalysedChannel, whole: FitAnalysis): string[] {
  const { priorBeliefs, identifiability, outcome } = whole
  const { periods, kpi } = outcome.model
  const prior = priorBeliefs?.channels.find((channel) => channel.name === name)
  const total = sum(kpi)
  const share = new Float64Array(outcome.draws.count)
  for (let i = 0; i < contribution.length; i++) share[Math.floor(i / periods)] += contribution[i] / total
  const data = identifiability.channels.find((channel) => channel.name === name)?.flags ?? []
  return [
    ...(role === null ? [] : [role]),
    ...(analysis?.points.flags ?? []),
    ...(prior !== undefined && isPriorDriven(share, prior.share) ? ['prior-driven'] : []),
    ...data.filter((flag) => flag === 'baseline-confounded' || flag === 'not-separable'),
    ...(isUnstable(name, whole) ? ['roas-unstable'] : []),
    ...dependentFlags(whole.fit.robustness, name),
  ]
}

/** Whether the return leaves its interval when the last quarter is dropped. */
function isUnstable(name: string, { fit }: FitAnalysis): boolean {
  const returns = fit.holdout?.holdout?.returns.channels ?? []
  return returns.some((channel) => channel.name === name && channel.moved)
}

/** All of some channels together, jointly per draw; of no channel at all everything is 0. */
function returnsTogether(channels: readonly AnalysedChannel[], fittedTotal: Float64Array): Returns {
  const totals = channels.map((channel) => channel.totals)
  return returnsOf(totals.length > 0 ? totals : [noTotals(fittedTotal.length)], fittedTotal)
}

function groupSummaries(analysis: FitAnalysis): Summary['groups'] {
  const { outcome, channels, fittedTotal } = analysis
  return outcome.model.spec.groups.map(({ name, channels: members }) => {
    const inside = channels.filter((channel) => members.includes(channel.name))
    return { name, channels: members, ...returnsTogether(inside, fittedTotal), flags: groupFlags(analysis, inside) }
  })
}

/** Why figures of a group are null, and what its returns include. */
function groupFlags(analysis: FitAnalysis, inside: readonly AnalysedChannel[]): string[] {
  return inside.some(({ kind }) => kind === 'organic') ? ['includes-organic'] : mediaFlags(analysis, inside)
}

function partSummaries({ outcome, window }: FitAnalysis, part: 'treatment' | 'control'): PartSummary[] {
  const { linear, periods } = outcome.model
  const isPart = (owner: string): boolean => linear.some((column) => column.owner === owner && column.part === part)
  return linearOwners(outcome)
    .filter(isPart)
    .map((name) => ({ name, ...windowSummary(ownerContribution(outcome, name), periods, window) }))
}

function diagnosticsOf({ fit }: FitAnalysis): Summary['diagnostics'] {
  const { passed, advice, chains, draws, divergences, rhatMax, essBulkMin, essTailMin, ebfmiMin, paretoK } =
    fit.diagnostics
  const figures = { passed, advice, chains, draws, divergences, rhatMax, essBulkMin, essTailMin, ebfmiMin }
  return paretoK === undefined ? figures : { ...figures, paretoK }
}

function moneyFlags({ outcome }: FitAnalysis): string[] {
  const { value, margin } = outcome.model
  return value === null ? ['no-value'] : margin === null ? ['no-margin'] : []
}

function mediaFlags(analysis: FitAnalysis, paid: readonly AnalysedChannel[]): string[] {
  const captures = paid.some(({ role }) => role === 'demand-capture') ? ['demand-capture'] : []
  const spends = paid.some(({ totals }) => totals.spend !== null && totals.spend > 0)
  return [...moneyFlags(analysis), ...captures, ...(spends ? [] : ['no-spend-in-window'])]
}
