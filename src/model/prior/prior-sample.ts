import type { Generator } from '../../numeric/random/generator.js'
import { betaVariate, exponentialVariate, gammaVariate, studentVariate } from '../../numeric/random/variates.js'
import { exp, logistic } from '../../numeric/special/exp-log.js'
import type { Prior } from './prior.js'
import { priorQuantile } from './prior-quantile.js'

/** One draw from a prior, in the unit of the parameter. */
export function priorSample(prior: Prior, generator: Generator): number {
  switch (prior.distribution) {
    case 'normal':
      return prior.mean + prior.sd * generator.normal()
    case 'half-normal':
      return Math.abs(prior.sd * generator.normal())
    case 'student-t':
      return prior.mean + prior.sd * studentVariate(generator, prior.df)
    case 'log-normal':
      return exp(prior.mu + prior.sigma * generator.normal())
    case 'logit-normal':
      return logistic(prior.mu + prior.sigma * generator.normal())
    case 'gamma':
      return gammaVariate(generator, prior.shape) / prior.rate
    case 'inverse-gamma':
      return prior.scale / gammaVariate(generator, prior.shape)
    case 'exponential':
      return exponentialVariate(generator) / prior.rate
    case 'beta':
      return betaVariate(generator, prior.a, prior.b)
    case 'half-cauchy':
    case 'laplace':
    case 'weibull':
    case 'uniform':
    case 'truncated-normal':
      return priorQuantile(prior, generator.uniform())
  }
}
