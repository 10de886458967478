import type { Fit } from '../../src/fit/fit.js'
import type { Model } from '../../src/model/design/model.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { joinFit } from '../../src/fit/artefact/join-fit.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { buildModel } from '../../src/model/design/build-model.js'
import { columnUses } from '../../src/model/spec/column-uses.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'

/** A spec for `smallCsv`: two paid channels, one organic, a price, a temperature, a lead of media history. */
export const smallSpec = `mixwright: 1
name: Small shop
data: { file: shop.csv, date: week, period: week }
currency: EUR
kpi: { column: revenue, kind: revenue, margin: 0.4 }
channels:
  tv: { spend: tv_spend, medium: television }
  search: { spend: search_spend, media: search_clicks, medium: search, role: demand-capture }
organic:
  newsletter: { media: sends }
treatments:
  price: { column: price, reference: 10 }
controls:
  temperature: { column: temperature, role: confounder }
groups: { all: [tv, search] }
baseline: { seasonality: { yearly: 1 } }
fit: { method: regression, draws: 20, starts: 2 }
`

/** 64 weeks, the first four of them without the KPI; made by a formula, so that it is the same everywhere. */
export const smallCsv = ['week,revenue,tv_spend,search_spend,search_clicks,sends,price,temperature']
  .concat(Array.from({ length: 64 }, (_, t) => smallRow(t)))
  .join('\n')

/** The model of `smallSpec` and `smallCsv`. */
export function smallModel(specText = smallSpec): Model {
  const spec = parseSpec(specText, { file: 'shop.yaml' })
  const request = { ...spec.data, uses: columnUses(spec), missing: spec.missing }
  return buildModel(spec, assembleDataset(readTable(smallCsv, { file: 'shop.csv' }), request).dataset)
}

/** A regression fit of it, 20 draws: a real one, small enough for every test. */
export async function smallFit(specText = smallSpec): Promise<Fit> {
  const model = smallModel(specText)
  const result = await fitRegression(model, { executor: inlineExecutor(regressionTasks) })
  return joinFit({ model, result })
}

function smallRow(t: number): string {
  const week = new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10)
  const tv = t % 9 < 3 ? 1000 + 100 * (t % 7) : 0
  const clicks = 200 + 37 * ((t * 5) % 11)
  const search = Math.round(clicks * (1.5 + 0.01 * (t % 13)))
  const sends = t % 4 === 0 ? 5000 + 50 * (t % 5) : 0
  const price = 10 - 0.1 * ((t * 7) % 6)
  const temperature = 10 + ((t * 11) % 17)
  const noise = 40 * (((t * 7919) % 101) / 50 - 1)
  const revenue = 6000 + 0.9 * tv + 1.1 * search + 0.02 * sends - 90 * (price - 10) + 12 * temperature + noise
  return [week, t < 4 ? '' : revenue.toFixed(2), tv, search, clicks, sends, price.toFixed(2), temperature].join(',')
}
