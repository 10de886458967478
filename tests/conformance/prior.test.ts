import type { Prior } from '../../src/model/prior/prior.js'
import { compiledConformance, priorConformance } from './prior.js'

const priors: readonly Prior[] = [
  { distribution: 'normal', mean: 0.4, sd: 2 },
  { distribution: 'half-normal', sd: 0.1 },
  { distribution: 'half-cauchy', scale: 2.5 },
  { distribution: 'student-t', df: 4, mean: 1, sd: 0.5 },
  { distribution: 'laplace', mean: 0.3, scale: 1.2 },
  { distribution: 'log-normal', mu: 0.2, sigma: 0.9 },
  { distribution: 'logit-normal', mu: -1.7, sigma: 0.9 },
  { distribution: 'gamma', shape: 3, rate: 1 },
  { distribution: 'gamma', shape: 0.7, rate: 20 },
  { distribution: 'inverse-gamma', shape: 2.6, scale: 1 },
  { distribution: 'exponential', rate: 2 },
  { distribution: 'weibull', shape: 1.5, scale: 3 },
  { distribution: 'beta', a: 1.5, b: 2.5 },
  { distribution: 'beta', a: 1, b: 99 },
  { distribution: 'uniform', low: 0.2, high: 0.8 },
  { distribution: 'truncated-normal', mean: 0.8, sd: 0.8, low: 0.1, high: 10 },
  { distribution: 'truncated-normal', mean: -3, sd: 1, low: 5, high: Infinity },
]

for (const prior of priors) priorConformance(prior)

const unit = { low: 0, high: 1 }
const positive = { low: 0, high: Infinity }

compiledConformance({ distribution: 'normal', mean: 0.25, sd: 0.5 }, { low: -1, high: 1 })
compiledConformance({ distribution: 'normal', mean: 0.5, sd: 1 }, positive)
compiledConformance({ distribution: 'log-normal', mu: -1, sigma: 0.8 }, unit)
compiledConformance({ distribution: 'gamma', shape: 2, rate: 3 }, unit)
compiledConformance({ distribution: 'beta', a: 2, b: 3 }, { low: 0.1, high: Infinity })
compiledConformance({ distribution: 'uniform', low: -3, high: 0.7 }, unit)
compiledConformance({ distribution: 'student-t', df: 4, mean: 1, sd: 0.5 }, positive)
