// The models that are calibrated: two years of weeks, two or three channels. Every scale is stated or frozen, so that no prior hangs on the KPI.

import { readTable } from '../../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../../dist/data/table/assemble-dataset.js'
import { buildModel } from '../../dist/model/design/build-model.js'
import { columnUses } from '../../dist/model/spec/column-uses.js'
import { parseSpec } from '../../dist/model/spec/parse-spec.js'

const weeks = 96

const start = `mixwright: 1
name: calibration
data: { file: calibration.csv, date: week, period: week }
currency: EUR
kpi: { column: y, kind: revenue, scale: 100 }
`

/** By name: the rest of the model file. */
const texts = {
  /** Every default but the number of waves: the joint prior on paid media, half-lives by medium, Hill, smooth trend, AR(1). */
  defaults: `channels:
  tv: { spend: tv, medium: television }
  search: { spend: search, medium: search }
  radio: { spend: radio, medium: radio, prior: { roas: { median: 1.5, upper95: 4 } } }
baseline: { seasonality: { yearly: 1 } }
`,
  /** Learned spread, an S-shaped response, a delayed peak, a marginal ROAS, a stated share, independent noise. */
  stated: `channels:
  tv: { spend: tv, adstock: { kind: delayed, length: 10 }, saturation: logistic }
  search: { spend: search }
  radio: { spend: radio, saturation: { kind: hill, slope: { median: 1.5, upper95: 2.5 } }, prior: { marginalRoas: { median: 1, upper95: 3 } } }
organic:
  mail: { media: mail, prior: { share: { distribution: beta, a: 2, b: 30 } } }
media: { spread: { distribution: half-normal, sd: 1 } }
baseline: { trend: linear, seasonality: { yearly: 1 } }
noise: normal
`,
}

export const modelNames = Object.keys(texts)

export function calibrationModel(name) {
  const spec = parseSpec(start + texts[name], { file: 'calibration.yaml' })
  const table = readTable(csv(), { file: 'calibration.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}

/** Flights of television, search that is always on, radio now and then, a letter every month; the KPI's place is held by its mean. */
function csv() {
  const day = (t) => new Date(Date.UTC(2022, 0, 3) + t * 7 * 864e5).toISOString().slice(0, 10)
  const rows = Array.from({ length: weeks }, (_, t) => {
    const tv = t % 13 < 4 ? 8 + ((7 * t) % 5) : 0
    const search = 3 + 1.5 * Math.sin(t / 5) + ((11 * t) % 7) / 7
    const radio = t % 9 < 2 ? 6 + ((5 * t) % 3) : 0
    const mail = t % 4 === 1 ? 2 + ((3 * t) % 4) : 0
    return [day(t), 100, tv, search, radio, mail].join(',')
  })
  return ['week,y,tv,search,radio,mail', ...rows].join('\n')
}
