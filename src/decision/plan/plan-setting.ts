import type { Fit } from '../../fit/fit.js'
import type { Outcome, Window } from '../counterfactual/outcome.js'
import type { PartDraws } from '../counterfactual/parts.js'
import type { ChannelTotals } from '../counterfactual/totals.js'
import type { Plan } from '../counterfactual/expected-outcome.js'
import { InputError } from '../../check/errors.js'
import { lastYear } from '../../model/design/horizon.js'
import { outcomeOf } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'
import { channelTotals } from '../counterfactual/totals.js'
import { moneyAssumptions } from './money-assumptions.js'

/** What every plan over one window is valued in: prepared once, so that a plan costs no more than its own media. */
export interface PlanSetting {
  /** Its model covers the window, with periods after the last row where the window has such. */
  readonly outcome: Outcome
  /** Periods `from` to `to - 1` of `outcome.model`. */
  readonly window: Window
  /** Label of every period of the window. */
  readonly periods: readonly string[]
  /** Spend per paid channel and period of the window under today's plan: history, and what is assumed after it. */
  readonly today: Plan
  /** Expected KPI under today's plan, indexed by [draw * model.periods + period]. */
  readonly fitted: PartDraws
  /** Contributions under today's plan, as `fitted`, in the order of the model's channels. */
  readonly contributions: readonly PartDraws[]
  /** Figures under today's plan, in the same order. */
  readonly totals: readonly ChannelTotals[]
  /** What had to be assumed, a sentence each. */
  readonly assumptions: readonly string[]
  /** Noise of the KPI itself about `fitted`; null where the window isn't wholly after the last row. */
  readonly noise: PlanNoise | null
}

/** Standard deviations of the KPI's noise in the periods of a window after the last row. */
export interface PlanNoise {
  /** Indexed by [draw * length + period]. */
  readonly sd: Float64Array
  /** Of the sum over the window, a value a draw. */
  readonly total: Float64Array
}

/**
 * Prepares the valuation of plans over a window of the fit.
 *
 * @param window periods of the fit window. @defaultValue the last full year, all of it if shorter
 * @throws InputError if the window is empty or not inside the fit window, or no channel is paid.
 * @example valuePlan(planSetting(fit), planSetting(fit).today).summary.profit?.mean
 */
export function planSetting(fit: Pick<Fit, 'spec' | 'dataset' | 'frozen' | 'draws'>, window?: Window): PlanSetting {
  const outcome = outcomeOf(fit)
  return settingOf(outcome, window ?? lastYear(outcome.model), moneyAssumptions(outcome.model))
}

/** The setting of an outcome whose model already covers the window. */
export function settingOf(outcome: Outcome, window: Window, assumptions: readonly string[]): PlanSetting {
  const { model } = outcome
  requireWindow(window, model.periods)
  const first = model.history + window.from
  const paid = model.channels.filter(({ spend }) => spend !== null)
  if (paid.length === 0) throw new InputError('A plan needs a paid channel, and the model has none.')
  const today = new Map(
    paid.map(({ name, spend }) => [name, (spend as Float64Array).slice(first, model.history + window.to)]),
  )
  const contributions = model.channels.map((_, c) => channelContribution(outcome, c))
  return {
    outcome,
    window,
    periods: model.dataset.periods.slice(
      model.dataset.windowStart + window.from,
      model.dataset.windowStart + window.to,
    ),
    today: { window, spend: today },
    fitted: fittedMean(outcome),
    contributions,
    totals: contributions.map((contribution, c) => channelTotals(outcome, c, window, contribution)),
    assumptions,
    noise: null,
  }
}

function requireWindow({ from, to }: Window, periods: number): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= periods) return
  throw new InputError(
    `\`window\` must be periods from 0 to ${periods} of the fit window, at least one, not ${from} to ${to}.`,
  )
}
