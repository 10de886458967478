import * as z from 'zod'
import { oneOf } from './value-schema.js'

/** Parameters of each distribution, in the order in which messages list them. */
export const distributionParameters = {
  normal: ['mean', 'sd'],
  'half-normal': ['sd'],
  'half-cauchy': ['scale'],
  'student-t': ['df', 'mean', 'sd'],
  laplace: ['mean', 'scale'],
  'log-normal': ['mu', 'sigma'],
  'logit-normal': ['mu', 'sigma'],
  gamma: ['shape', 'rate'],
  'inverse-gamma': ['shape', 'scale'],
  exponential: ['rate'],
  weibull: ['shape', 'scale'],
  beta: ['a', 'b'],
  uniform: ['low', 'high'],
  'truncated-normal': ['mean', 'sd', 'low', 'high'],
} as const

type DistributionName = keyof typeof distributionParameters

const distributionNames = Object.keys(distributionParameters) as [DistributionName, ...DistributionName[]]

const number = () => z.number().optional()

/** One flat mapping for all forms of a prior, so that an editor offers every key; `resolvePrior` checks which go together. */
export const priorSchema = z
  .strictObject({
    distribution: oneOf(distributionNames)
      .optional()
      .describe('Name of the distribution; its parameters stand beside it.'),
    median: number().describe('Half of the belief lies below; goes with upper95.'),
    upper95: number().describe('95 % of the belief lies below; goes with median.'),
    q05: number().describe('5 % of the belief lies below; goes with q95.'),
    q95: number().describe('95 % of the belief lies below; goes with q05.'),
    mean: number().describe('Mean (normal, student-t, laplace, truncated-normal).'),
    sd: number().describe('Standard deviation, or scale of student-t; above 0.'),
    df: number().describe('Degrees of freedom (student-t); above 0.'),
    mu: number().describe('Mean of the log (log-normal) or of the log odds (logit-normal).'),
    sigma: number().describe('Standard deviation of the log or of the log odds; above 0.'),
    shape: number().describe('Shape (gamma, inverse-gamma, weibull); above 0.'),
    rate: number().describe('Rate (gamma, exponential); above 0.'),
    scale: number().describe('Scale (half-cauchy, laplace, inverse-gamma, weibull); above 0.'),
    a: number().describe('First shape of beta; above 0.'),
    b: number().describe('Second shape of beta; above 0.'),
    low: number().describe('Lower bound (uniform, truncated-normal).'),
    high: number().describe('Upper bound (uniform, truncated-normal).'),
  })
  .meta({ id: 'prior', description: 'A distribution, or median and upper95, or q05 and q95.' })

/** A prior of the linear block, which must come out as a normal distribution. */
export const normalPriorSchema = priorSchema

/** Prior on the paid total, which must come out as a logit-normal distribution. */
export const shareTotalSchema = priorSchema

/** A number fixes a parameter, a mapping is its prior. */
export const parameterSchema = z
  .union([z.number(), priorSchema])
  .meta({ id: 'parameter', description: 'A number fixes the parameter, a mapping is its prior.' })

export type PriorInput = z.infer<typeof priorSchema>
export type ParameterInput = z.infer<typeof parameterSchema>
