import { log, log1p, pow } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'
import type { Prior, Support } from './prior.js'
import { truncatedMass } from './truncated-normal.js'

/** A density with its constants computed once: log p(x) and its derivative, -Infinity and 0 outside the support. */
export interface PriorDensity {
  readonly support: Support
  logDensity(x: number): number
  derivative(x: number): number
}

const HALF_LOG_TWO_PI = 0.9189385332046727
const LN_PI = 1.1447298858494002

/** Log density of a prior at `x`, in the unit of the parameter, normalised; -Infinity outside the prior's support. */
export function priorLogDensity(prior: Prior, x: number): number {
  return priorDensity(prior).logDensity(x)
}

/** Derivative of `priorLogDensity` in `x`; 0 outside the support and at the peak of a Laplace prior. */
export function priorLogDensityDerivative(prior: Prior, x: number): number {
  return priorDensity(prior).derivative(x)
}

/** Interval on which a prior has mass. */
export function priorSupport(prior: Prior): Support {
  return priorDensity(prior).support
}

/** The density of a prior, for many evaluations. Formulas: bayes.md section 1.1. */
export function priorDensity(prior: Prior): PriorDensity {
  switch (prior.distribution) {
    case 'normal':
      return { support: everywhere, ...normal(prior.mean, prior.sd, 0) }
    case 'half-normal':
      return within(positive, normal(0, prior.sd, Math.LN2))
    case 'truncated-normal': {
      const mass = truncatedMass(prior)
      return within({ low: prior.low, high: prior.high }, normal(prior.mean, prior.sd, -log(mass)))
    }
    case 'uniform': {
      const constant = -log(prior.high - prior.low)
      return within({ low: prior.low, high: prior.high }, { logDensity: () => constant, derivative: () => 0 })
    }
    case 'half-cauchy':
      return within(positive, studentT(1, 0, prior.scale, Math.LN2))
    case 'student-t':
      return { support: everywhere, ...studentT(prior.df, prior.mean, prior.sd, 0) }
    case 'laplace':
      return { support: everywhere, ...laplace(prior.mean, prior.scale) }
    case 'log-normal':
      return within(positive, logNormal(prior.mu, prior.sigma))
    case 'logit-normal':
      return within(unit, logitNormal(prior.mu, prior.sigma))
    case 'gamma':
      return within(positive, gamma(prior.shape, prior.rate))
    case 'exponential':
      return within(positive, gamma(1, prior.rate))
    case 'inverse-gamma':
      return within(positive, inverseGamma(prior.shape, prior.scale))
    case 'weibull':
      return within(positive, weibull(prior.shape, prior.scale))
    case 'beta':
      return within(unit, beta(prior.a, prior.b))
  }
}

type Formula = Pick<PriorDensity, 'logDensity' | 'derivative'>

const everywhere: Support = { low: -Infinity, high: Infinity }
const positive: Support = { low: 0, high: Infinity }
const unit: Support = { low: 0, high: 1 }

function within(support: Support, formula: Formula): PriorDensity {
  const { low, high } = support
  return {
    support,
    logDensity: (x) => (x >= low && x <= high ? formula.logDensity(x) : -Infinity),
    derivative: (x) => (x >= low && x <= high ? formula.derivative(x) : 0),
  }
}

function normal(mean: number, sd: number, extra: number): Formula {
  const constant = extra - HALF_LOG_TWO_PI - log(sd)
  return {
    logDensity: (x) => constant - (0.5 * (x - mean) * (x - mean)) / (sd * sd),
    derivative: (x) => (mean - x) / (sd * sd),
  }
}

function studentT(df: number, mean: number, scale: number, extra: number): Formula {
  const constant = extra + logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * (log(df) + LN_PI) - log(scale)
  return {
    logDensity: (x) => {
      const r = (x - mean) / scale
      return constant - 0.5 * (df + 1) * log1p((r * r) / df)
    },
    derivative: (x) => (-(df + 1) * (x - mean)) / (df * scale * scale + (x - mean) * (x - mean)),
  }
}

function laplace(mean: number, scale: number): Formula {
  const constant = -log(2 * scale)
  return {
    logDensity: (x) => constant - Math.abs(x - mean) / scale,
    derivative: (x) => -Math.sign(x - mean) / scale,
  }
}

function logNormal(mu: number, sigma: number): Formula {
  const constant = -HALF_LOG_TWO_PI - log(sigma)
  return {
    logDensity: (x) => {
      if (x === 0 || x === Infinity) return -Infinity
      const u = log(x)
      return constant - u - (0.5 * (u - mu) * (u - mu)) / (sigma * sigma)
    },
    derivative: (x) => (x === 0 ? 0 : (-1 - (log(x) - mu) / (sigma * sigma)) / x),
  }
}

function logitNormal(mu: number, sigma: number): Formula {
  const constant = -HALF_LOG_TWO_PI - log(sigma)
  return {
    logDensity: (x) => {
      if (x === 0 || x === 1) return -Infinity
      const u = log(x) - log1p(-x)
      return constant - log(x) - log1p(-x) - (0.5 * (u - mu) * (u - mu)) / (sigma * sigma)
    },
    derivative: (x) => {
      if (x === 0 || x === 1) return 0
      const u = log(x) - log1p(-x)
      return (2 * x - 1 - (u - mu) / (sigma * sigma)) / (x * (1 - x))
    },
  }
}

function gamma(shape: number, rate: number): Formula {
  const constant = shape * log(rate) - logGamma(shape)
  return {
    logDensity: (x) => constant + power(shape - 1, log(x)) - rate * x,
    derivative: (x) => power(shape - 1, 1 / x) - rate,
  }
}

function inverseGamma(shape: number, scale: number): Formula {
  const constant = shape * log(scale) - logGamma(shape)
  return {
    logDensity: (x) => (x === 0 ? -Infinity : constant - (shape + 1) * log(x) - scale / x),
    derivative: (x) => (x === 0 ? 0 : (scale / x - (shape + 1)) / x),
  }
}

function weibull(shape: number, scale: number): Formula {
  const constant = log(shape) - log(scale)
  return {
    logDensity: (x) => constant + power(shape - 1, log(x / scale)) - pow(x / scale, shape),
    derivative: (x) => power(shape - 1, 1 / x) - (shape / scale) * pow(x / scale, shape - 1),
  }
}

function beta(a: number, b: number): Formula {
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b)
  return {
    logDensity: (x) => constant + power(a - 1, log(x)) + power(b - 1, log1p(-x)),
    derivative: (x) => power(a - 1, 1 / x) - power(b - 1, 1 / (1 - x)),
  }
}

/** exponent · value, 0 for exponent 0 even where the value is infinite. */
function power(exponent: number, value: number): number {
  return exponent === 0 ? 0 : exponent * value
}
