import { InputError } from '../../check/errors.js'
import type { Generator } from '../../numeric/random/generator.js'
import { exp, log, logistic, softplus } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'
import type { Prior, Support } from './prior.js'
import { priorDensity, priorSupport } from './prior-density.js'
import { priorCdf, priorQuantile } from './prior-quantile.js'
import { priorSample } from './prior-sample.js'
import { supportMap, type SupportMap } from './support-map.js'
import { unconstrainedMode } from './unconstrained-mode.js'

/** A prior on the unconstrained scale u of its parameter, Jacobian included, ready for many evaluations. */
export interface CompiledPrior {
  /** Where the parameter can lie: the parameter's own support where the prior has mass. */
  readonly support: Support
  /** log p(x(u)) + log dx/du, normalised over the support; -Infinity where x rounds to where the density is 0. */
  logDensityAt(u: number): number
  gradientAt(u: number): number
  constrain(u: number): number
  /** dx / du. */
  constrainDerivative(u: number): number
  unconstrain(x: number): number
  /** Mode of the density in u: the log median for log-normal. */
  readonly centre: number
  /** Standard deviation in u by the curvature at `centre`. */
  readonly scale: number
  sampleUnconstrained(generator: Generator): number
}

const HALF_LOG_TWO_PI = 0.9189385332046727

/**
 * Joins a prior to the support of its parameter. Where the prior reaches further than the support it is cut off there and
 * renormalised; where it is narrower, the unconstrained scale is that of the narrower interval.
 *
 * @throws InputError if the prior has no mass worth naming (below 1e-9) on the support.
 */
export function compilePrior(prior: Prior, support: Support): CompiledPrior {
  const own = priorSupport(prior)
  const cut = { low: Math.max(own.low, support.low), high: Math.min(own.high, support.high) }
  const map = supportMap(cut)
  const whole = cut.low === own.low && cut.high === own.high
  if (whole) {
    if (prior.distribution === 'normal') return normalInU(prior.mean, prior.sd, map, cut)
    if (prior.distribution === 'log-normal') return normalInU(prior.mu, prior.sigma, map, cut)
    if (prior.distribution === 'logit-normal') return normalInU(prior.mu, prior.sigma, map, cut)
    if (prior.distribution === 'beta') return betaInU(prior, map, cut)
    if (prior.distribution === 'gamma') return gammaInU(prior, map, cut)
  }
  return general(prior, map, cut, whole)
}

/** Normal, log-normal and logit-normal are all normal in u. */
function normalInU(mean: number, sd: number, map: SupportMap, support: Support): CompiledPrior {
  const constant = -HALF_LOG_TWO_PI - log(sd)
  const precision = 1 / (sd * sd)
  return {
    ...map,
    support,
    logDensityAt: (u) => constant - 0.5 * precision * (u - mean) * (u - mean),
    gradientAt: (u) => precision * (mean - u),
    centre: mean,
    scale: sd,
    sampleUnconstrained: (generator) => mean + sd * generator.normal(),
  }
}

/** Beta in its logit: a log σ(u) + b log σ(-u) - log B(a, b), which no u rounds to a bound. */
function betaInU(prior: Extract<Prior, { distribution: 'beta' }>, map: SupportMap, support: Support): CompiledPrior {
  const { a, b } = prior
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b)
  return {
    ...map,
    support,
    logDensityAt: (u) => constant - a * softplus(-u) - b * softplus(u),
    gradientAt: (u) => a - (a + b) * logistic(u),
    centre: log(a / b),
    scale: Math.sqrt(1 / a + 1 / b),
    sampleUnconstrained: (generator) => bounded(map.unconstrain(priorSample(prior, generator))),
  }
}

/** Gamma in its logarithm: k u - r e^u + k log r - log Γ(k). */
function gammaInU(prior: Extract<Prior, { distribution: 'gamma' }>, map: SupportMap, support: Support): CompiledPrior {
  const { shape, rate } = prior
  const constant = shape * log(rate) - logGamma(shape)
  return {
    ...map,
    support,
    logDensityAt: (u) => constant + shape * u - rate * exp(u),
    gradientAt: (u) => shape - rate * exp(u),
    centre: log(shape / rate),
    scale: 1 / Math.sqrt(shape),
    sampleUnconstrained: (generator) => bounded(map.unconstrain(priorSample(prior, generator))),
  }
}

function general(prior: Prior, map: SupportMap, support: Support, whole: boolean): CompiledPrior {
  const density = priorDensity(prior)
  const below = whole ? 0 : priorCdf(prior, support.low)
  const mass = whole ? 1 : priorCdf(prior, support.high) - below
  if (!(support.low < support.high) || !(mass > SMALLEST_MASS)) {
    throw new InputError(
      `A ${prior.distribution} prior must have mass between ${support.low} and ${support.high}, where its parameter can lie; this one has none there.`,
    )
  }
  const logMass = whole ? 0 : log(mass)
  const logDensityAt = (u: number): number => density.logDensity(map.constrain(u)) + map.logJacobian(u) - logMass
  const gradientAt = (u: number): number =>
    density.derivative(map.constrain(u)) * map.constrainDerivative(u) + map.logJacobianDerivative(u)
  const quantileInU = (p: number): number => bounded(map.unconstrain(priorQuantile(prior, below + p * mass)))
  return {
    ...map,
    support,
    logDensityAt,
    gradientAt,
    ...unconstrainedMode({ logDensityAt, gradientAt, quantileInU }),
    sampleUnconstrained: (generator) =>
      whole ? bounded(map.unconstrain(priorSample(prior, generator))) : quantileInU(generator.uniform()),
  }
}

/** A draw that rounds to a bound is kept on the finite line. */
function bounded(u: number): number {
  return Math.min(LARGEST_U, Math.max(-LARGEST_U, u))
}

const SMALLEST_MASS = 1e-9
const LARGEST_U = 700
