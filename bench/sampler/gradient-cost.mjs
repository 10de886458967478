// What a value and its gradient cost, for any model and for made ones of stated sizes.

import { readTable } from '../../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../../dist/data/table/assemble-dataset.js'
import { Density } from '../../dist/model/density/density.js'
import { buildModel } from '../../dist/model/design/build-model.js'
import { columnUses } from '../../dist/model/spec/column-uses.js'
import { parseSpec } from '../../dist/model/spec/parse-spec.js'
import { createGenerator } from '../../dist/numeric/random/generator.js'

/** Median microseconds of one value and gradient near the centre of the priors, at points that differ. */
export function microseconds(model) {
  const density = new Density(model)
  const generator = createGenerator(1, 'bench')
  const theta = density.priorCentre(generator)
  const gradient = new Float64Array(density.dimension)
  const run = (count) => {
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < theta.length; j++) theta[j] += 1e-3 * generator.normal()
      density.valueAndGradient(theta, gradient)
    }
  }
  run(1000)
  const times = Array.from({ length: 7 }, () => {
    const started = performance.now()
    run(400)
    return ((performance.now() - started) * 1000) / 400
  })
  return times.sort((a, b) => a - b)[3]
}

/** One size of a model changed at a time, the others as in the middle: what it is, its sizes, and microseconds at each. */
export function gradientCosts() {
  const middle = { periods: 156, channels: 6, controls: 0 }
  const sizes = {
    periods: [52, 104, 208, 416, 832].map((periods) => ({ ...middle, periods })),
    channels: [1, 3, 6, 12, 24].map((channels) => ({ ...middle, channels })),
    'integrated columns': [0, 10, 20, 40, 80].map((controls) => ({ ...middle, controls })),
  }
  return Object.entries(sizes).map(([what, models]) => ({
    what,
    points: models.map((size) => {
      const model = madeModel(size)
      const own = { periods: size.periods, channels: size.channels, 'integrated columns': model.linear.length }
      return { size: own[what], microseconds: microseconds(model) }
    }),
  }))
}

function madeModel({ periods, channels, controls }) {
  const generator = createGenerator(2, 'made')
  const media = Array.from({ length: channels }, (_, c) => `m${c}`)
  const other = Array.from({ length: controls }, (_, c) => `z${c}`)
  const yaml = `mixwright: 1
data: { file: made.csv, date: week, period: week }
currency: EUR
kpi: { column: y, kind: revenue }
channels: { ${media.map((name) => `${name}: { spend: ${name} }`).join(', ')} }
${controls === 0 ? '' : `controls: { ${other.map((name) => `${name}: ${name}`).join(', ')} }`}
`
  const day = (t) => new Date(Date.UTC(2018, 0, 1) + t * 7 * 864e5).toISOString().slice(0, 10)
  const lines = Array.from({ length: periods }, (_, t) =>
    [
      day(t),
      100 + 5 * generator.normal(),
      ...media.map(() => generator.uniform()),
      ...other.map(() => generator.normal()),
    ].join(','),
  )
  const spec = parseSpec(yaml, { file: 'made.yaml' })
  const table = readTable([['week', 'y', ...media, ...other].join(','), ...lines].join('\n'), { file: 'made.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}
