import type { Prior } from '../../model/prior/prior.js'

/**
 * A prior of about twice the spread: twice the standard deviation or scale (of log-normal and logit-normal ones on their own scale); of gamma,
 * inverse gamma and beta a quarter of the weight, which keeps the mean or mode about where it was. A uniform prior stays as it is.
 *
 * @example widerPrior({ distribution: 'log-normal', mu: 0, sigma: 0.5 })  // { distribution: 'log-normal', mu: 0, sigma: 1 }
 */
export function widerPrior(prior: Prior): Prior {
  switch (prior.distribution) {
    case 'normal':
    case 'half-normal':
    case 'student-t':
    case 'truncated-normal':
      return { ...prior, sd: 2 * prior.sd }
    case 'half-cauchy':
    case 'laplace':
      return { ...prior, scale: 2 * prior.scale }
    case 'log-normal':
    case 'logit-normal':
      return { ...prior, sigma: 2 * prior.sigma }
    case 'gamma':
      return { ...prior, shape: prior.shape / 4, rate: prior.rate / 4 }
    case 'inverse-gamma':
      return { ...prior, shape: prior.shape / 4, scale: prior.scale / 4 }
    case 'exponential':
      return { ...prior, rate: prior.rate / 2 }
    case 'weibull':
      return { ...prior, shape: prior.shape / 2 }
    case 'beta':
      return { ...prior, a: prior.a / 4, b: prior.b / 4 }
    case 'uniform':
      return prior
  }
}
