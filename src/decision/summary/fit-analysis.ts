import type { Fit } from '../../fit/fit.js'
import type { PriorBeliefs } from '../../model/identify/prior-beliefs.js'
import type { IdentifiabilityReport } from '../../model/identify/identifiability.js'
import type { ChannelAnalysis } from '../analysis/channel-analysis.js'
import type { Outcome, Window } from '../counterfactual/outcome.js'
import type { PartDraws } from '../counterfactual/parts.js'
import type { ChannelTotals } from '../counterfactual/totals.js'
import { identifiability } from '../../model/identify/identifiability.js'
import { priorBeliefs } from '../../model/identify/prior-beliefs.js'
import { analyseChannel } from '../analysis/channel-analysis.js'
import { outcomeOf, wholeWindow } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'
import { channelResponse } from '../counterfactual/response.js'
import { channelTotals, windowSums } from '../counterfactual/totals.js'

/** Everything that a summary and a report are written from, computed once for one fit and one window. */
export interface FitAnalysis {
  readonly fit: Fit
  readonly outcome: Outcome
  readonly window: Window
  /** Structural mean, indexed by [draw * periods + period] of the fit window. */
  readonly fitted: PartDraws
  /** Sum of `fitted` over the window, a value a draw. */
  readonly fittedTotal: Float64Array
  /** In the order of `outcome.model.channels`. */
  readonly channels: readonly AnalysedChannel[]
  readonly identifiability: IdentifiabilityReport
  /** Null where no prior is in use. */
  readonly priorBeliefs: PriorBeliefs | null
}

export interface AnalysedChannel {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  readonly role: 'demand-capture' | null
  /** Contribution by period of the fit window, as `fitted`. */
  readonly contribution: PartDraws
  readonly totals: ChannelTotals
  /** Response and points; null for organic channels. */
  readonly analysis: ChannelAnalysis | null
}

/**
 * Analyses a fit over a window: contributions, returns, response curves and their points, and what data and priors could tell.
 *
 * @param window periods of the fit window. @defaultValue the whole fit window
 * @example buildSummary(analyseFit(fit)).channels[0].roas?.mean
 */
export function analyseFit(fit: Fit, window?: Window): FitAnalysis {
  const outcome = outcomeOf(fit)
  const { model } = outcome
  const over = window ?? wholeWindow(model)
  const fitted = fittedMean(outcome)
  return {
    fit,
    outcome,
    window: over,
    fitted,
    fittedTotal: windowSums(fitted, model.periods, over),
    channels: model.channels.map((_, c) => analysedChannel(outcome, c, over)),
    identifiability: identifiability(model),
    priorBeliefs: priorBeliefs(model, { seed: fit.fingerprint.seed }),
  }
}

function analysedChannel(outcome: Outcome, channel: number, window: Window): AnalysedChannel {
  const { name, spec } = outcome.model.channels[channel]
  const contribution = channelContribution(outcome, channel)
  return {
    name,
    kind: spec.kind,
    role: spec.role,
    contribution,
    totals: channelTotals(outcome, channel, window, contribution),
    analysis: spec.kind === 'paid' ? analyseChannel(channelResponse(outcome, channel, window), spec.role) : null,
  }
}
