import { generateFiles } from '../../../simulate/generate-files.js'

/** Names of the starter's files, in the order in which they are written. */
export const starterNames = { spec: 'model.yaml', data: 'data.csv' } as const

/**
 * A commented spec and its data, by path: three years of a simulated brand. They fit as they stand, and are meant to be
 * changed line by line into one's own.
 *
 * @example [...starterFiles().keys()]  // ['model.yaml', 'data.csv']
 */
export function starterFiles(): Map<string, string> {
  const table = generateFiles('national-brand').find(({ path }) => path.endsWith('.csv'))
  return new Map([
    [starterNames.spec, starterSpec],
    [starterNames.data, table?.text ?? ''],
  ])
}

const starterSpec = `# A marketing-mix model. It fits as it stands:
#
#     mixwright check model.yaml    what the data can tell, and every default
#     mixwright fit model.yaml      the results, and a report to read
#
# Then put your own table in place of data.csv, one row a period, and change the lines below; those that begin with # are
# there to be used. \`mixwright schema\` prints what editors need to complete and explain the keys.
mixwright: 1
name: Starter

# The table and its dates: 2024-01-31 for days and weeks, also 2024-01 for months, 2024-Q1 for quarters, 1907 for years.
data: { file: data.csv, date: week, period: week } # day, week, month, quarter or year
currency: EUR

# What media are to explain. Any column may be an expression over columns: revenue - returns.
kpi:
  column: revenue
  kind: revenue # or units, with \`value: 25\` for the money that one unit brings
  margin: 0.4 # share of that money left after variable cost: without it there is ROAS, but no ROI and no profit

# Paid media. Spend says what a channel cost, media how much of it people met: the response follows the media, the return
# the money; without media the money stands for both. The medium sets what is believed of the carry-over before the data
# speak: search, social, display, print, radio, outdoor, television or video. A channel in flights counts as silent before the
# first row unless \`before: steady\` says that it ran then, too.
channels:
  tv: { spend: tv_spend, media: tv_grps, medium: television, before: steady }
  radio: { spend: radio_spend, media: radio_grps, medium: radio, before: steady }
  outdoor: { spend: outdoor_spend, medium: outdoor, before: steady }
  social: { spend: social_spend, media: social_impressions, medium: social }
  search: { spend: search_spend, media: search_clicks, medium: search }
  # brand_search: { spend: brand_search_spend, medium: search, role: demand-capture } # harvests demand created elsewhere
  # print: { spend: print_spend, medium: print, prior: { roas: { median: 2, upper95: 6 } } } # what an experiment has shown
  # display: { spend: display_spend, medium: display, sign: free } # may hurt as well as help

# Media without spend: a contribution, but no return.
# organic:
#   newsletter: { media: newsletter_sends }

# What the firm decides besides media, each against the level that counts as no effect: a number, min, max, mean or first-year.
# treatments:
#   price: { column: price, reference: 9.99 }

# What it does not decide. Nothing that media move, such as visits to the website: holding that fixed hides their effect.
# controls:
#   temperature: { column: temperature, role: confounder }
#   campaign_days: { column: events, kind: category, none: na } # text: one indicator for each level but na

# events:
#   custom: # windows are in periods, counted from the one that holds the date
#     - { name: opening, dates: [2024-03-04], window: [0, 2] }

# Channels to report together.
groups:
  offline: [tv, radio, outdoor]
  digital: [social, search]

# A missing cell is an error unless you say what to do with it: interpolate, previous, zero or mean.
# missing: { temperature: interpolate }

# All of this is the default, and so is everything that isn't here; \`mixwright check\` prints it.
# baseline: { trend: smooth, seasonality: { yearly: 4 } }
# noise: ar1
# fit: { method: bayes } # or laplace for a quick look, regression for a quicker fit, ols with every transform given as numbers
`
