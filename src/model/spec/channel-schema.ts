import * as z from 'zod'
import { parameterSchema } from './prior-schema.js'
import { columnText, oneOf, scaleSchema, wholeFrom } from './value-schema.js'

const adstockKinds = ['none', 'geometric', 'delayed', 'binomial', 'weibull-density', 'weibull-survival'] as const
const saturationKinds = ['none', 'hill', 'logistic', 'tanh', 'michaelis-menten', 'power', 'log'] as const

const adstockSchema = z
  .union([
    oneOf(adstockKinds),
    z.strictObject({
      kind: oneOf(adstockKinds).optional().describe('Family of weights; the default is geometric.'),
      length: wholeFrom(1)
        .lte(1000)
        .optional()
        .describe('Number of weights, lags 0 to length - 1; geometric may do without.'),
      halfLife: parameterSchema
        .optional()
        .describe(
          'Periods after which half of a weight is left: retention = 2^(-1 / halfLife). Geometric and delayed.',
        ),
      retention: parameterSchema
        .optional()
        .describe('Share of a weight that the next period keeps, in (0, 1); the shape of binomial weights, in (0, 1].'),
      delay: parameterSchema.optional().describe('Lag of the largest weight, in periods; delayed only.'),
      shape: parameterSchema.optional().describe('Shape; Weibull only.'),
      scale: parameterSchema.optional().describe('Scale in periods; Weibull only.'),
    }),
  ])
  .optional()
  .describe('Carry-over into later periods. A bare word is its kind.')

const saturationSchema = z
  .union([
    oneOf(saturationKinds),
    z.strictObject({
      kind: oneOf(saturationKinds).optional().describe('Family of curves; the default is hill.'),
      halfSaturation: parameterSchema
        .optional()
        .describe("Level of half the effect, relative to the channel's mean active adstocked level."),
      rate: parameterSchema.optional().describe('In place of halfSaturation, on the scaled input; logistic and tanh.'),
      slope: parameterSchema.optional().describe('Above 1 the curve is S-shaped; hill and power.'),
    }),
  ])
  .optional()
  .describe('Diminishing response. A bare word is its kind.')

const shared = {
  medium: z
    .string()
    .min(1)
    .optional()
    .describe('Sets the half-life prior: search, social, display, print, radio, outdoor, television, video.'),
  adstock: adstockSchema,
  saturation: saturationSchema,
  order: oneOf(['adstock-first', 'saturation-first']).optional().describe('The default is adstock-first.'),
  sign: oneOf(['positive', 'free']).optional().describe('free lets the effect be negative; the default is positive.'),
  before: oneOf(['history', 'steady', 'zero'])
    .optional()
    .describe(
      'What media were before the first period; the default is history where there is any, else steady or zero.',
    ),
  scale: scaleSchema().optional().describe('What media are divided by; the default is their mean active level.'),
}

/** A channel of `channels:`. */
export const channelSchema = z.strictObject({
  spend: columnText().describe('Column of spend, in the currency of the spec.'),
  media: columnText().optional().describe('Column that enters the model (impressions, GRPs); the default is spend.'),
  role: oneOf(['demand-capture'])
    .optional()
    .describe('demand-capture: the channel harvests demand created elsewhere, so that its return is an upper bound.'),
  ...shared,
  prior: z
    .strictObject({
      roas: parameterSchema.optional().describe('Return on ad spend over the window, value per spend.'),
      marginalRoas: parameterSchema.optional().describe('Return on the last unit of spend.'),
      share: parameterSchema.optional().describe("The channel's share of the KPI."),
      coefficient: parameterSchema
        .optional()
        .describe('Coefficient of the transformed media, in units of the scaled KPI.'),
    })
    .optional()
    .describe('What is known of the effect: one of roas, marginalRoas, share, coefficient.'),
})

/** A channel of `organic:`. */
export const organicSchema = z.union([
  columnText(),
  z.strictObject({
    media: columnText().describe('Column that enters the model.'),
    ...shared,
    prior: z
      .strictObject({
        share: parameterSchema.optional().describe("The channel's share of the KPI."),
        coefficient: parameterSchema
          .optional()
          .describe('Coefficient of the transformed media, in units of the scaled KPI.'),
      })
      .optional()
      .describe('What is known of the effect: share or coefficient.'),
  }),
])

export type ChannelInput = z.infer<typeof channelSchema>
export type OrganicInput = Exclude<z.infer<typeof organicSchema>, string>
