import type { Estimate } from '../estimate.js'
import { wholeWindow, type Outcome } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'
import { returnsOf } from '../counterfactual/returns.js'
import { channelTotals, windowSums } from '../counterfactual/totals.js'

/**
 * What is asked of a channel: its ROAS, its incremental KPI per unit of money where the KPI has no value in money, or its share of the KPI
 * where nothing is spent on it.
 */
export type Measure = 'roas' | 'kpi-per-spend' | 'share'

/** One channel's answer over the fit window. */
export interface ChannelAnswer {
  readonly name: string
  readonly measure: Measure
  /** In the unit of `measure`. */
  readonly answer: Estimate
  /** Of the fitted KPI. */
  readonly share: Estimate
  /** Probability that the spend earns more than it costs, after margin; null without a margin. */
  readonly profitable: number | null
}

/** The answer of every channel, in model order. */
export function channelAnswers(outcome: Outcome): ChannelAnswer[] {
  const { model } = outcome
  const window = wholeWindow(model)
  const total = windowSums(fittedMean(outcome), model.periods, window)
  return model.channels.map(({ name }, c) => {
    const totals = channelTotals(outcome, c, window, channelContribution(outcome, c))
    const { spend, share, roas, incrementalKpi, pProfitable } = returnsOf([totals], total)
    if (spend === null || spend <= 0) return { name, measure: 'share', answer: share, share, profitable: null }
    if (roas === null) {
      return { name, measure: 'kpi-per-spend', answer: scaled(incrementalKpi, 1 / spend), share, profitable: null }
    }
    return { name, measure: 'roas', answer: roas, share, profitable: pProfitable }
  })
}

/** The ROAS at which spend earns what it costs, after margin; null without one. */
export function breakEvenRoas({ model: { kpi, value, margin } }: Pick<Outcome, 'model'>): number | null {
  if (value === null || margin === null) return null
  let money = 0
  let kept = 0
  for (let t = 0; t < kpi.length; t++) {
    money += kpi[t] * value[t]
    kept += kpi[t] * value[t] * margin[t]
  }
  return money / kept
}

function scaled({ mean, median, sd, q05, q95 }: Estimate, by: number): Estimate {
  return { mean: by * mean, median: by * median, sd: by * sd, q05: by * q05, q95: by * q95 }
}
