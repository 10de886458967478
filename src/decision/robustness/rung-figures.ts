import type { Estimate } from '../estimate.js'
import type { Rung, RungFigures, RobustnessStudy } from '../../fit/robustness/robustness.js'
import type { Model } from '../../model/design/model.js'
import { wholeWindow, type Outcome } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'
import { returnsOf } from '../counterfactual/returns.js'
import { channelTotals, windowSums, type ChannelTotals } from '../counterfactual/totals.js'

/** The answers that a study compares: each channel's return and share of the outcome over the fit window, and those of all paid media together. */
export function rungFigures(outcome: Outcome): Pick<Rung, 'channels' | 'media'> {
  const { model } = outcome
  const window = wholeWindow(model)
  const total = windowSums(fittedMean(outcome), model.periods, window)
  const totals = model.channels.map((_, c) => channelTotals(outcome, c, window, channelContribution(outcome, c)))
  const figures = (name: string, parts: readonly ChannelTotals[]): RungFigures => {
    const { spend, share, roas, incrementalKpi } = returnsOf(parts, total)
    const perSpend = spend !== null && spend > 0 ? scaled(incrementalKpi, 1 / spend) : null
    return { name, return: model.value === null ? perSpend : roas, share }
  }
  const paid = totals.filter((_, c) => model.channels[c].spec.kind === 'paid')
  return {
    channels: model.channels.map(({ name }, c) => figures(name, [totals[c]])),
    media: paid.length === 0 ? null : figures('media', paid),
  }
}

/** What `rungFigures` calls a return. */
export function measureOf({ value }: Model): RobustnessStudy['measure'] {
  return value === null ? 'kpi-per-spend' : 'roas'
}

function scaled({ mean, median, sd, q05, q95 }: Estimate, by: number): Estimate {
  return { mean: by * mean, median: by * median, sd: by * sd, q05: by * q05, q95: by * q95 }
}
