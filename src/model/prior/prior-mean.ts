import type { Prior } from './prior.js'

/**
 * Whether a prior has a finite mean: half-Cauchy has none, Student's t needs more than one degree of freedom, inverse-gamma a shape above 1.
 *
 * @example hasMean({ distribution: 'half-cauchy', scale: 1 })  // false
 */
export function hasMean(prior: Prior): boolean {
  switch (prior.distribution) {
    case 'half-cauchy':
      return false
    case 'student-t':
      return prior.df > 1
    case 'inverse-gamma':
      return prior.shape > 1
    default:
      return true
  }
}
