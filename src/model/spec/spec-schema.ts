import * as z from 'zod'
import { calendarCountries, calendarNames } from '../../data/calendar/holidays/holiday-days.js'
import { channelSchema, organicSchema } from './channel-schema.js'
import { normalPriorSchema, parameterSchema, shareTotalSchema } from './prior-schema.js'
import { columnText, oneOf, scaleSchema, wholeFrom } from './value-schema.js'

/** What an analyst may write in a spec; `parseSpec` fills in the rest. Its descriptions are what editors show. */
export const specSchema = z
  .strictObject({
    mixwright: z.literal(1).describe('Version of this format: 1.'),
    name: z.string().optional().describe('Title of the model; the default is the name of the file.'),
    data: z
      .strictObject({
        file: z
          .string()
          .min(1)
          .describe(
            'Table, relative to the folder of the spec: .csv, .tsv, .txt, .json, .jsonl, .ndjson, .parquet or .xlsx.',
          ),
        sheet: z
          .union([z.string().min(1), wholeFrom(1)])
          .optional()
          .describe('Sheet of a workbook, by name or by number from 1; needed where it has several.'),
        layout: oneOf(['wide', 'long'])
          .optional()
          .describe('wide (a column a variable) or long (a row a date and variable); the default is wide.'),
        variable: columnText().optional().describe('Column of names of variables; long layout only.'),
        value: columnText().optional().describe('Column of values; long layout only.'),
        date: columnText().describe(
          'Column of dates: 2024-01-31 (day, week), 2024-01 (month), 2024-Q1 (quarter), 1907 (year).',
        ),
        period: oneOf(['day', 'week', 'month', 'quarter', 'year']).describe(
          'Length of one row; with `aggregate`, of the periods that rows are added up to.',
        ),
        aggregate: z
          .record(z.string(), oneOf(['sum', 'mean', 'first', 'last', 'min', 'max']))
          .nullish()
          .describe(
            'Adds up shorter rows, such as days, to `period`: a rule by column. KPI, spend and media are summed; all else needs one.',
          ),
        weekStarts: oneOf(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
          .optional()
          .describe(
            'First day of a week; the default is the weekday of the dates, Monday with `aggregate`. Weekly data only.',
          ),
      })
      .describe('Where the data are.'),
    currency: z.string().optional().describe('Currency of spend and money, as tables print it: EUR.'),
    kpi: z
      .strictObject({
        column: columnText().describe('Column of the outcome: a header, or an expression over columns.'),
        kind: oneOf(['revenue', 'units']).describe('Money, or a count of sales, orders, leads.'),
        value: z
          .union([z.number().gt(0), columnText()])
          .optional()
          .describe(
            'Money per unit of KPI: a number or a column. 1 for revenue; units may leave it out (then no ROAS).',
          ),
        margin: z
          .union([z.number().gt(0).lte(1), columnText()])
          .optional()
          .describe(
            'Share of that money left after variable cost, in (0, 1]: a number or a column. Without it no ROI.',
          ),
        scale: scaleSchema().optional().describe('What the KPI is divided by before the fit; the default is its mean.'),
      })
      .describe('The outcome that media are to explain.'),
    channels: z.record(z.string(), channelSchema).nullish().describe('Paid media, by name: channels with spend.'),
    organic: z
      .record(z.string(), organicSchema)
      .nullish()
      .describe('Media without spend, by name: newsletters, PR, own social. A bare text is the media column.'),
    media: z
      .strictObject({
        share: shareTotalSchema
          .optional()
          .describe(
            "Prior on all paid media's share of the KPI; the default is about 10 %, 90 % between 1.5 and 44 %.",
          ),
        spread: parameterSchema
          .optional()
          .describe(
            "Standard deviation of the channels' log ROAS about the common one; the default is 1. A prior lets the data say how alike the channels are (bayes).",
          ),
      })
      .optional()
      .describe('What is believed of all paid media together, before the data.'),
    treatments: z
      .record(
        z.string(),
        z.strictObject({
          column: columnText().describe('A header, or an expression over columns.'),
          reference: z
            .union([z.number(), oneOf(['min', 'max', 'mean', 'first-year'])])
            .describe('Level that counts as no effect: a number, min, max, mean or first-year.'),
          prior: normalPriorSchema.optional().describe('Effect of one standard deviation, in units of the mean KPI.'),
          scale: scaleSchema().optional().describe('What the column is divided by; the default standardises it.'),
        }),
      )
      .nullish()
      .describe('What the firm decides that is not media, by name: price, promotion, distribution.'),
    controls: z
      .record(
        z.string(),
        z.union([
          columnText(),
          z.strictObject({
            column: columnText().describe('A header, or an expression over columns.'),
            role: oneOf(['confounder', 'precision', 'mediator', 'collider'])
              .optional()
              .describe('confounder or precision; mediator and collider are refused, as they would bias the effects.'),
            kind: oneOf(['number', 'category']).optional().describe('category turns text levels into indicators.'),
            none: z.string().optional().describe('Text level that means nothing happened; category controls only.'),
            prior: normalPriorSchema.optional().describe('Effect of one standard deviation, in units of the mean KPI.'),
            scale: scaleSchema().optional().describe('What the column is divided by; the default standardises it.'),
          }),
        ]),
      )
      .nullish()
      .describe('What the firm does not decide, by name: weather, competitors. A bare text is the column.'),
    events: z
      .strictObject({
        calendar: oneOf([...calendarNames, 'date-holidays'])
          .optional()
          .describe(
            'retail (the days that move retail sales), public (holidays), or date-holidays (public holidays from the npm package of that name, which you install).',
          ),
        country: z
          .string()
          .optional()
          .describe(
            `Country of the calendar: ${calendarCountries.join(', ')}; date-holidays knows nearly all, and regions such as DE-BY.`,
          ),
        custom: z
          .array(
            z.strictObject({
              name: z.string().describe('Name of the event.'),
              dates: z.array(z.string()).min(1).describe('Days: 2024-03-04.'),
              window: z
                .tuple([z.int(), z.int()])
                .optional()
                .describe('First and last period around the date that the event covers; the default is [0, 0].'),
            }),
          )
          .optional()
          .describe('Events of your own.'),
      })
      .nullish()
      .describe('Holidays and other dated events.'),
    groups: z
      .record(z.string(), z.array(z.string()).min(1))
      .nullish()
      .describe('Channels to report together, by name of the group.'),
    baseline: z
      .strictObject({
        intercept: normalPriorSchema
          .optional()
          .describe('Prior, in units of the scaled KPI; the default is Normal(0, 1).'),
        trend: z
          .union([
            oneOf(['none', 'linear', 'smooth']),
            z.strictObject({ kind: oneOf(['none', 'linear', 'smooth']).describe('The default is smooth.') }),
          ])
          .optional()
          .describe('Slow demand: none, linear, or smooth (a line and a Gaussian process).'),
        smooth: z
          .strictObject({
            lengthScale: z
              .number()
              .gt(0)
              .optional()
              .describe('In periods; the default is half a year, at least 6 periods.'),
            amplitude: parameterSchema.optional().describe('How far it wanders, in units of the scaled KPI.'),
          })
          .optional()
          .describe('Settings of the smooth trend.'),
        seasonality: z
          .union([
            oneOf(['none']),
            z.strictObject({
              yearly: wholeFrom(0).optional().describe('Pairs of yearly sines and cosines; 0 is none.'),
              weekdays: z.boolean().optional().describe('Indicators of weekdays; day data only.'),
              quarters: z.boolean().optional().describe('Indicators of quarters; quarter data only.'),
            }),
          ])
          .optional()
          .describe(
            'The default is 4 yearly pairs for weeks, 4 and weekdays for days, 3 for months, indicators for quarters.',
          ),
        seasonalityPrior: normalPriorSchema
          .optional()
          .describe('Prior of every Fourier coefficient; the default is Normal(0, 0.2 / sqrt(pair)).'),
      })
      .optional()
      .describe('What sales would be without media.'),
    missing: z
      .record(z.string(), oneOf(['interpolate', 'previous', 'zero', 'mean']))
      .nullish()
      .describe('What to do with missing cells, by column; otherwise a missing cell is an error.'),
    accept: z
      .array(z.string())
      .nullish()
      .describe('Ids of findings of `mixwright check` that you have looked at and accept.'),
    noise: z
      .union([
        oneOf(['normal', 'ar1', 'student']),
        z.strictObject({
          kind: oneOf(['normal', 'ar1', 'student'])
            .optional()
            .describe('normal (independent), ar1, or student (heavy tails, bayes only); the default is ar1.'),
          sigma: parameterSchema
            .optional()
            .describe('Standard deviation of the innovations, in units of the scaled KPI; the scale of student noise.'),
          correlation: parameterSchema.optional().describe('Correlation with the period before, in (-1, 1); ar1 only.'),
          degreesOfFreedom: parameterSchema
            .optional()
            .describe('Degrees of freedom, above 2, the fewer the heavier the tails; student only.'),
        }),
      ])
      .optional()
      .describe('What the model leaves unexplained: normal, ar1 or student.'),
    dynamics: z
      .strictObject({ laggedKpi: z.boolean().describe('The KPI of the period before is a regressor (Koyck).') })
      .optional()
      .describe('Dynamic form of the regression.'),
    fit: z
      .strictObject({
        method: oneOf(['ols', 'regression', 'bayes', 'laplace'])
          .optional()
          .describe(
            'ols needs every transform given as numbers; bayes, the default, samples the posterior; laplace takes a quick look at it; regression is the default with `penalty: none`.',
          ),
        draws: wholeFrom(2)
          .lte(100_000)
          .optional()
          .describe(
            'The default is 1,000 a chain for bayes, 400 replicates for regression, 1,000 draws for ols and laplace.',
          ),
        warmup: wholeFrom(50)
          .lte(100_000)
          .optional()
          .describe('Iterations of each chain before its draws, bayes only; the default is 1,000.'),
        chains: wholeFrom(1).lte(64).optional().describe('Independent chains, bayes only; the default is 4.'),
        seed: wholeFrom(0).optional().describe('The default is 1.'),
        starts: wholeFrom(1).lte(1000).optional().describe('Starting points of the search; the default is 6.'),
        penalty: oneOf(['priors', 'none'])
          .optional()
          .describe('none is plain maximum likelihood; the default is priors.'),
      })
      .optional()
      .describe('How to fit; command-line options come first.'),
  })
  .describe('A mixwright model.')

/** A spec as written, after its structure has been checked. */
export type SpecInput = z.infer<typeof specSchema>
