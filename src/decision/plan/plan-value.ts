import type { Plan } from '../counterfactual/expected-outcome.js'
import type { ChannelTotals } from '../counterfactual/totals.js'
import type { PartDraws } from '../counterfactual/parts.js'
import type { Estimate, Returns, SeriesEstimate } from '../estimate.js'
import type { PlanNoise, PlanSetting } from './plan-setting.js'
import { mixtureQuantile } from '../../numeric/stats/normal-mixture.js'
import { summarise, summariseSeries } from '../analysis/summarise.js'
import { returnsOf } from '../counterfactual/returns.js'
import { channelContribution } from '../counterfactual/parts.js'
import { channelTotals, windowSums } from '../counterfactual/totals.js'
import { windowDraws } from '../summary/window-summary.js'
import { plannedOutcome } from './planned-outcome.js'

/** What a plan does: every figure a value a draw, jointly, and the same summarised. */
export interface PlanValue {
  readonly plan: Plan
  /** Money over the window. */
  readonly spend: number
  readonly draws: PlanDraws
  /** Expected KPI by period of the window, baseline included: [draw * length + period]. */
  readonly series: Float64Array
  /** In the order of the model's channels, organic ones too. */
  readonly channels: readonly PlannedChannel[]
  readonly summary: PlanSummary
}

/** Figures of a plan, a value a draw. */
export interface PlanDraws {
  /** Expected KPI in the window, baseline included. */
  readonly kpi: Float64Array
  /** Against no paid media in the window, tail included. */
  readonly incrementalKpi: Float64Array
  /** Money; null without a value per KPI unit. */
  readonly incrementalValue: Float64Array | null
  /** Margin times incremental value, less spend; null without a margin. */
  readonly profit: Float64Array | null
}

/** One channel under a plan. */
export interface PlannedChannel {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  readonly role: 'demand-capture' | null
  readonly totals: ChannelTotals
}

/** A plan's figures, summarised: `kpi` is the KPI in the window, the incremental figures hold the tail. */
export interface PlanSummary {
  readonly spend: number
  readonly series: SeriesEstimate
  readonly kpi: Estimate
  /** Where the KPI itself, noise included, lies in nine of ten cases; null where the window isn't wholly after the last row. */
  readonly predictive: PredictiveKpi | null
  /** KPI in the window that paid media of all times cause. */
  readonly contribution: Estimate
  readonly incrementalKpi: Estimate
  readonly incrementalValue: Estimate | null
  readonly profit: Estimate | null
  readonly roas: Estimate | null
  readonly roi: Estimate | null
  readonly marginalRoas: Estimate | null
  readonly pProfitable: number | null
  readonly channels: readonly PlanChannelSummary[]
}

/** 5 % and 95 % quantiles of the KPI itself, by period and in total, KPI units. */
export interface PredictiveKpi {
  readonly q05: readonly number[]
  readonly q95: readonly number[]
  readonly total: { readonly q05: number; readonly q95: number }
}

export interface PlanChannelSummary extends Returns {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  readonly role: 'demand-capture' | null
}

/**
 * Values a plan: the expected KPI of its window with the carry-over that earlier media bring into it, and what its spend causes, in the
 * window and after it, against no paid media in the window. Carry-over is counted once.
 *
 * Today's plan gives the fitted values and the returns of the window bit for bit: it is the same computation.
 *
 * @throws InputError if the plan doesn't fit its setting; see `plannedOutcome`.
 * @example valuePlan(setting, { window: setting.window, spend: new Map([['tv', spend]]) }).draws.profit
 */
export function valuePlan(setting: PlanSetting, plan: Plan): PlanValue {
  const { window, fitted } = setting
  const outcome = plannedOutcome(setting, plan)
  const { model } = outcome
  const total = fitted.slice()
  const channels = model.channels.map((channel, c): PlannedChannel => {
    const described = { name: channel.name, kind: channel.spec.kind, role: channel.spec.role }
    if (channel === setting.outcome.model.channels[c]) return { ...described, totals: setting.totals[c] }
    const contribution = channelContribution(outcome, c)
    addDifference(total, contribution, setting.contributions[c])
    return { ...described, totals: channelTotals(outcome, c, window, contribution) }
  })
  const kpi = windowSums(total, model.periods, window)
  const series = windowDraws(total, model.periods, window)
  const paid = channels.filter(({ kind }) => kind === 'paid').map(({ totals }) => totals)
  const spend = paid.reduce((sum, totals) => sum + (totals.spend ?? 0), 0)
  const gain = together(paid.map((totals) => totals.gain))
  const draws: PlanDraws = {
    kpi,
    incrementalKpi: together(paid.map((totals) => totals.incrementalKpi)) as Float64Array,
    incrementalValue: together(paid.map((totals) => totals.incrementalValue)),
    profit: gain === null ? null : gain.map((money) => money - spend),
  }
  return { plan, spend, draws, series, channels, summary: summaryOf(setting, { channels, paid, kpi, series }) }
}

function addDifference(total: PartDraws, planned: PartDraws, today: PartDraws): void {
  for (let i = 0; i < total.length; i++) total[i] += planned[i] - today[i]
}

/** Sum over parts, draw by draw, in the order in which returns add them up. */
function together(parts: readonly (Float64Array | null)[]): Float64Array | null {
  if (parts.some((part) => part === null)) return null
  const sum = new Float64Array((parts[0] as Float64Array).length)
  for (const part of parts as readonly Float64Array[]) for (let d = 0; d < sum.length; d++) sum[d] += part[d]
  return sum
}

interface SummaryInput {
  readonly channels: readonly PlannedChannel[]
  readonly paid: readonly ChannelTotals[]
  readonly kpi: Float64Array
  readonly series: Float64Array
}

function summaryOf({ window, noise }: PlanSetting, { channels, paid, kpi, series }: SummaryInput): PlanSummary {
  const all = returnsOf(paid, kpi)
  return {
    spend: all.spend as number,
    series: summariseSeries(series, window.to - window.from),
    kpi: summarise(kpi),
    predictive: noise === null ? null : predictiveOf(noise, kpi, series),
    contribution: all.contribution,
    incrementalKpi: all.incrementalKpi,
    incrementalValue: all.incrementalValue,
    profit: all.profit,
    roas: all.roas,
    roi: all.roi,
    marginalRoas: all.marginalRoas,
    pProfitable: all.pProfitable,
    channels: channels.map(({ totals, ...channel }) => ({ ...channel, ...returnsOf([totals], kpi) })),
  }
}

/** Quantiles of the mixture over draws of the expected KPI with its noise. */
function predictiveOf(noise: PlanNoise, kpi: Float64Array, series: Float64Array): PredictiveKpi {
  const length = series.length / kpi.length
  const columnOf = (table: Float64Array, t: number): Float64Array =>
    Float64Array.from(kpi, (_, d) => table[d * length + t])
  const periods = Array.from({ length }, (_, t) => ({ means: columnOf(series, t), sds: columnOf(noise.sd, t) }))
  const whole = { means: kpi, sds: noise.total }
  return {
    q05: periods.map((mixture) => mixtureQuantile(mixture, 0.05)),
    q95: periods.map((mixture) => mixtureQuantile(mixture, 0.95)),
    total: { q05: mixtureQuantile(whole, 0.05), q95: mixtureQuantile(whole, 0.95) },
  }
}
