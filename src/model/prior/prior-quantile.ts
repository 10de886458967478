import { findRoot } from '../../numeric/solve/root.js'
import { regularisedBeta } from '../../numeric/special/beta.js'
import { studentCdf, studentQuantile } from '../../numeric/special/distributions.js'
import { exp, expm1, log, log1p, logistic, pow } from '../../numeric/special/exp-log.js'
import { regularisedGammaP } from '../../numeric/special/gamma.js'
import { normalCdf, normalQuantile } from '../../numeric/special/normal.js'
import { cos, sin } from '../../numeric/special/trigonometry.js'
import type { Prior } from './prior.js'
import { truncatedCdf, truncatedQuantile } from './truncated-normal.js'

const HALF_PI = Math.PI / 2

/** Where a prior puts its mass, in the unit of the parameter. */
export interface PriorSummary {
  readonly median: number
  readonly q05: number
  readonly q95: number
}

/** Median and 5 % and 95 % quantiles of a prior. */
export function priorSummary(prior: Prior): PriorSummary {
  return { median: priorMedian(prior), q05: priorQuantile(prior, 0.05), q95: priorQuantile(prior, 0.95) }
}

/** Median of a prior. */
export function priorMedian(prior: Prior): number {
  return priorQuantile(prior, 0.5)
}

/** Probability that a prior gives to values of at most `x`. */
export function priorCdf(prior: Prior, x: number): number {
  switch (prior.distribution) {
    case 'normal':
      return normalCdf((x - prior.mean) / prior.sd)
    case 'half-normal':
      return x <= 0 ? 0 : 1 - 2 * normalCdf(-x / prior.sd)
    case 'truncated-normal':
      return truncatedCdf(prior, x)
    case 'uniform':
      return Math.min(1, Math.max(0, (x - prior.low) / (prior.high - prior.low)))
    case 'half-cauchy':
      return x <= 0 ? 0 : 1 - 2 * studentCdf(-x / prior.scale, 1)
    case 'student-t':
      return studentCdf((x - prior.mean) / prior.sd, prior.df)
    case 'laplace': {
      const tail = 0.5 * exp(-Math.abs(x - prior.mean) / prior.scale)
      return x < prior.mean ? tail : 1 - tail
    }
    case 'log-normal':
      return x <= 0 ? 0 : normalCdf((log(x) - prior.mu) / prior.sigma)
    case 'logit-normal':
      return x <= 0 ? 0 : x >= 1 ? 1 : normalCdf((log(x) - log1p(-x) - prior.mu) / prior.sigma)
    case 'gamma':
      return x <= 0 ? 0 : regularisedGammaP(prior.shape, prior.rate * x)
    case 'inverse-gamma':
      return x <= 0 ? 0 : 1 - regularisedGammaP(prior.shape, prior.scale / x)
    case 'exponential':
      return x <= 0 ? 0 : -expm1(-prior.rate * x)
    case 'weibull':
      return x <= 0 ? 0 : -expm1(-pow(x / prior.scale, prior.shape))
    case 'beta':
      return x <= 0 ? 0 : x >= 1 ? 1 : regularisedBeta(x, prior.a, prior.b)
  }
}

/** The value below which a prior has mass `p`, for p in (0, 1). */
export function priorQuantile(prior: Prior, p: number): number {
  switch (prior.distribution) {
    case 'normal':
      return prior.mean + prior.sd * normalQuantile(p)
    case 'half-normal':
      return -prior.sd * normalQuantile(0.5 * (1 - p))
    case 'truncated-normal':
      return truncatedQuantile(prior, p)
    case 'uniform':
      return prior.low + p * (prior.high - prior.low)
    case 'half-cauchy':
      return (prior.scale * sin(HALF_PI * p)) / cos(HALF_PI * p)
    case 'student-t':
      return prior.mean + prior.sd * studentQuantile(p, prior.df)
    case 'laplace':
      return prior.mean + prior.scale * (p < 0.5 ? log(2 * p) : -log(2 * (1 - p)))
    case 'log-normal':
      return exp(prior.mu + prior.sigma * normalQuantile(p))
    case 'logit-normal':
      return logistic(prior.mu + prior.sigma * normalQuantile(p))
    case 'gamma':
      return gammaQuantile(prior.shape, p) / prior.rate
    case 'inverse-gamma':
      return prior.scale / gammaQuantile(prior.shape, 1 - p)
    case 'exponential':
      return -log1p(-p) / prior.rate
    case 'weibull':
      return prior.scale * pow(-log1p(-p), 1 / prior.shape)
    case 'beta':
      return logistic(rootFrom((u) => regularisedBeta(logistic(u), prior.a, prior.b) - p, log(prior.a / prior.b)))
  }
}

function gammaQuantile(shape: number, p: number): number {
  return exp(rootFrom((u) => regularisedGammaP(shape, exp(u)) - p, log(shape)))
}

/** Root of an increasing function of the whole line, by doubling steps from `start` and then Brent's method. */
function rootFrom(f: (u: number) => number, start: number): number {
  const rising = f(start) < 0
  let step = 1
  let near = start
  let far = rising ? start + step : start - step
  while (f(far) < 0 === rising && step < MAX_STEP) {
    near = far
    step *= 2
    far = rising ? far + step : far - step
  }
  return rising ? findRoot(f, near, far) : findRoot(f, far, near)
}

/** Beyond e^±2000 a value is 0 or infinite anyway. */
const MAX_STEP = 1024
