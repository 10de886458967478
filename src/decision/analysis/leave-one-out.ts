import { InputError } from '../../check/errors.js'
import { leaveOneOut, type LeaveOneOut } from '../../inference/diagnose/leave-one-out.js'
import type { LinearBlock } from '../../model/density/linear-block.js'
import { linearPart } from '../../model/density/linear-part.js'
import { log, log1p } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'
import { drawValue, type Outcome } from '../counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../counterfactual/parts.js'

/**
 * How well the model predicts the KPI of each period of the fit window from all other periods, log density in KPI units.
 *
 * Under Normal and AR(1) noise each period is predicted given its neighbours' noise, the linear part integrated out in closed form; only
 * media, noise and amplitude are weighted. It says how well a gap is filled in and which period the model can't explain, not how well the
 * future is forecast: rank models by forecasts.
 *
 * @throws InputError for least squares, whose draws are of an estimate's distribution and no posterior.
 * @example leaveOneOutOf(outcomeOf(fit)).elpd
 */
export function leaveOneOutOf(outcome: Outcome): LeaveOneOut {
  const { spec, layout, periods } = outcome.model
  if (spec.fit.method === 'ols' || layout.laggedKpi >= 0) {
    throw new InputError('Leave-one-out needs a posterior: `fit.method` must be bayes, laplace or regression, not ols.')
  }
  const values = layout.degrees < 0 ? normalDensities(outcome) : studentDensities(outcome)
  return leaveOneOut({ values, observations: periods })
}

function normalDensities(outcome: Outcome): Float64Array {
  const { model, draws } = outcome
  const { periods, layout, kpi, kpiScale } = model
  const block = linearPart(model, model.spec.fit.penalty) as LinearBlock
  const media = mediaTotal(outcome)
  const rest = new Float64Array(periods)
  const values = new Float64Array(draws.count * periods)
  for (let d = 0; d < draws.count; d++) {
    for (let t = 0; t < periods; t++) rest[t] = (kpi[t] - media[d * periods + t]) / kpiScale
    const sigma = drawValue(outcome, d, layout.sigma) / kpiScale
    const amplitude = layout.amplitude < 0 ? 1 : drawValue(outcome, d, layout.amplitude) / kpiScale
    block.setHyper(sigma, drawValue(outcome, d, layout.correlation), amplitude)
    block.evaluate(rest)
    block.leaveOneOutInto(values.subarray(d * periods, (d + 1) * periods))
  }
  const unit = log(kpiScale)
  return values.map((value) => value - unit)
}

/** Under Student noise periods are independent given the parameters, the linear coefficients among them. */
function studentDensities(outcome: Outcome): Float64Array {
  const { model, draws } = outcome
  const { periods, layout, kpi } = model
  const values = fittedMean(outcome)
  for (let d = 0; d < draws.count; d++) {
    const sigma = drawValue(outcome, d, layout.sigma)
    const degrees = drawValue(outcome, d, layout.degrees)
    const peak = logGamma(0.5 * degrees + 0.5) - logGamma(0.5 * degrees) - 0.5 * log(degrees * Math.PI) - log(sigma)
    for (let t = 0; t < periods; t++) {
      const z = (kpi[t] - values[d * periods + t]) / sigma
      values[d * periods + t] = peak - 0.5 * (degrees + 1) * log1p((z * z) / degrees)
    }
  }
  return values
}

function mediaTotal(outcome: Outcome): Float64Array {
  const total = new Float64Array(outcome.draws.count * outcome.model.periods)
  outcome.model.channels.forEach((_, c) => {
    const part = channelContribution(outcome, c)
    for (let i = 0; i < total.length; i++) total[i] += part[i]
  })
  return total
}
