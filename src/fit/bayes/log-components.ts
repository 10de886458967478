import type { ChannelTerm } from '../../model/density/channel-term.js'
import type { Density } from '../../model/density/density.js'
import type { ParameterSlot } from '../../model/density/parameter-slot.js'
import { exp, log, log1p } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'

/**
 * The parts of a posterior at one draw: what each channel's priors say of it, and what the data do. Power-scaling weighs draws by them.
 *
 * Both are densities in the user's units, without the Jacobian of the unconstrained scale, since priors are stated there; constants are left out.
 */
export class LogComponents {
  private readonly mean: Float64Array
  private readonly gradient: Float64Array

  constructor(private readonly density: Density) {
    this.mean = new Float64Array(density.model.periods)
    this.gradient = new Float64Array(density.dimension)
  }

  /**
   * Log density of each channel's priors, one entry a channel: carry-over, saturation and effect. The joint prior on the shares of paid media
   * counts for every channel under it.
   *
   * @param theta where the density was evaluated last.
   */
  priorsInto(theta: Float64Array, out: Float64Array): void {
    const joint = this.jointPrior(theta)
    this.density.terms.forEach((term, c) => {
      const { adstock, saturation, effect } = term.slots
      let value = 0
      for (const slot of adstock) value += slotLogPrior(slot, theta)
      for (const slot of saturation) value += slotLogPrior(slot, theta)
      if (effect.kind === 'log-share') value += joint
      else if (effect.kind === 'slot') value += slotLogPrior(effect.slot, theta)
      else value += coefficientLogPrior(term, effect.slot)
      out[c] = value
    })
  }

  /** Log likelihood of the KPI at a draw, given its linear coefficients too; `row` in the layout of the model. */
  likelihood(theta: Float64Array, row: Float64Array): number {
    const { model, terms } = this.density
    const { layout, linear, kpi, kpiScale, periods } = model
    const { mean } = this
    mean.fill(0)
    for (const term of terms) term.forward(theta, mean)
    for (let t = 0; t < periods; t++) mean[t] = kpi[t] - mean[t] * kpiScale
    linear.forEach(({ values }, j) => {
      const b = row[layout.linear + j]
      for (let t = 0; t < periods; t++) mean[t] -= b * values[t]
    })
    if (layout.degrees >= 0) return studentLogLikelihood(mean, row[layout.sigma], row[layout.degrees])
    return normalLogLikelihood(mean, row[layout.sigma], layout.correlation < 0 ? 0 : row[layout.correlation])
  }

  private jointPrior(theta: Float64Array): number {
    const { paidTotal } = this.density.slots
    if (paidTotal === null) return 0
    let total = 0
    for (const { slots } of this.density.terms) {
      if (slots.effect.kind === 'log-share') total += exp(slots.effect.logShare(theta))
    }
    return paidTotal.valueAndGradient(theta, this.gradient) + log1p(-total)
  }
}

function slotLogPrior({ prior, index }: ParameterSlot, theta: Float64Array): number {
  if (prior === null) return 0
  const u = theta[index]
  return prior.logDensityAt(u) - log(Math.abs(prior.constrainDerivative(u)))
}

function coefficientLogPrior({ coefficient }: ChannelTerm, { prior }: ParameterSlot): number {
  if (prior === null) return 0
  return prior.logDensityAt(log(coefficient)) - log(coefficient)
}

/** Of stationary noise with lag-one correlation, up to a constant. */
function normalLogLikelihood(residual: Float64Array, sigma: number, correlation: number): number {
  const start = 1 - correlation * correlation
  let squares = start * residual[0] * residual[0]
  for (let t = 1; t < residual.length; t++) {
    const innovation = residual[t] - correlation * residual[t - 1]
    squares += innovation * innovation
  }
  return 0.5 * log(start) - residual.length * log(sigma) - squares / (2 * sigma * sigma)
}

/** Of independent Student noise, up to a constant. */
function studentLogLikelihood(residual: Float64Array, sigma: number, degrees: number): number {
  const each = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * log(degrees) - log(sigma)
  let value = residual.length * each
  for (const r of residual) value -= 0.5 * (degrees + 1) * log1p((r * r) / (degrees * sigma * sigma))
  return value
}
