import type { Fit } from '../../fit/fit.js'
import type { Outcome, Window } from '../counterfactual/outcome.js'
import type { AheadOptions } from './extend-model.js'
import { createOutcome, outcomeOf } from '../counterfactual/outcome.js'
import { planSetting, settingOf, type PlanNoise, type PlanSetting } from '../plan/plan-setting.js'
import { extendModel } from './extend-model.js'
import { predictAhead } from './predict-ahead.js'

/**
 * Prepares the valuation of plans over a window that may reach beyond the last row; inside the fit window it is `planSetting`.
 *
 * The expected KPI of periods after the last row goes on from where the data end: each draw's last residual dies away by its own correlation.
 * What is spent between the last row and the window, and in the window where a plan says nothing, is in the assumptions.
 *
 * @throws InputError as `planSetting` and `extendModel` do.
 * @example valuePlan(forecastSetting(fit, { from: 156, to: 169 }), plan).summary.predictive
 */
export function forecastSetting(
  fit: Pick<Fit, 'spec' | 'dataset' | 'frozen' | 'draws'>,
  window: Window | undefined,
  options: AheadOptions = {},
): PlanSetting {
  const fitted = outcomeOf(fit)
  const { periods } = fitted.model
  if (window === undefined || window.to <= periods) return planSetting(fit, window)
  const { model, assumptions } = extendModel(fitted.model, window.to, options)
  const setting = settingOf(createOutcome(model, fitted.draws), window, assumptions)
  const { carried, noise } = aheadOf(fitted, setting)
  const path = setting.fitted.slice()
  const ahead = window.to - periods
  for (let d = 0; d < fitted.draws.count; d++) {
    for (let h = 0; h < ahead; h++) path[d * window.to + periods + h] += carried[d * ahead + h]
  }
  return { ...setting, fitted: path, noise }
}

/** What the noise adds after the last row of a fit under the setting's media and controls. */
function aheadOf(
  fitted: Outcome,
  { outcome, window }: PlanSetting,
): { carried: Float64Array; noise: PlanNoise | null } {
  const { model } = outcome
  const { periods } = fitted.model
  const ahead = window.to - periods
  const prediction = predictAhead(fitted, {
    periods: ahead,
    media: model.channels.map(({ media }) => media.subarray(media.length - ahead)),
    linear: model.linear.map(({ values }) => values.subarray(periods, window.to)),
    totalFrom: Math.max(0, window.from - periods),
  })
  if (window.from < periods) return { carried: prediction.carried, noise: null }
  const length = window.to - window.from
  const sd = new Float64Array(fitted.draws.count * length)
  for (let d = 0; d < fitted.draws.count; d++) {
    sd.set(prediction.noise.subarray((d + 1) * ahead - length, (d + 1) * ahead), d * length)
  }
  return { carried: prediction.carried, noise: { sd, total: prediction.totalNoise } }
}
