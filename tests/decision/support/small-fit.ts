import type { Fit } from '../../../src/fit/fit.js'
import type { Model } from '../../../src/model/design/model.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

export interface SmallFitOptions {
  /** Lines of the `kpi` key. @defaultValue revenue with margin 0.4 */
  readonly kpi?: string
  /** Further keys. */
  readonly more?: string
  readonly draws?: number
  readonly channels?: string
  readonly groups?: string
  /** The `treatments` key. @defaultValue a price against 10 */
  readonly treatments?: string
  /** Weeks. @defaultValue 60 */
  readonly rows?: number
}

const paid = `
  tv: { spend: tv_spend, media: tv_grps }
  search: { spend: search_spend, role: demand-capture }
`
const organic = `
organic:
  newsletter: { media: sends }
`

/** A weekly model of 60 rows with two paid channels, an organic one, a price, weather and an opening; draws scattered about round numbers. */
export function smallFit(options: SmallFitOptions = {}): Fit {
  const {
    kpi = '{ column: sales, kind: revenue, margin: 0.4 }',
    channels = paid + organic,
    more = '',
    draws = 25,
    groups = '{ offline: [tv] }',
    treatments = 'treatments: { price: { column: price, reference: 10 } }',
    rows = 60,
  } = options
  const yaml = `
kpi: ${kpi}
channels: ${channels}
${treatments}
controls: { weather: { column: weather, role: confounder } }
events: { custom: [{ name: opening, dates: [2023-06-12] }] }
groups: ${groups}
${more}
`
  const model = smallModel(yaml, { columns: columns(rows) })
  const result = {
    draws: { names: model.layout.names, count: draws, chains: 1, values: drawsOf(model, draws) },
    diagnostics: {
      passed: true,
      advice: [],
      chains: null,
      draws,
      divergences: null,
      rhatMax: null,
      essBulkMin: null,
      essTailMin: null,
      ebfmiMin: null,
      starts: [],
      flat: [],
      unconverged: 0,
      sampler: null,
    },
  }
  return joinFit({ model, result })
}

function columns(rows: number): Record<string, number[]> {
  const g = createGenerator(5, 'small-fit')
  const each = (value: (t: number) => number): number[] => Array.from({ length: rows }, (_, t) => value(t))
  const tv = each((t) => (t % 9 < 4 ? 50 + 30 * g.uniform() : 0))
  const search = each(() => 10 + 6 * g.uniform())
  const price = each(() => 9 + 2 * g.uniform())
  const weather = each((t) => 10 + 3 * g.normal() + (t % 13))
  const sales = each((t) => 600 + (300 * tv[t]) / (tv[t] + 60) + 5 * search[t] - 20 * (price[t] - 10) + 15 * g.normal())
  const sends = each((t) => (t % 5 === 0 ? 100 + 20 * g.uniform() : 0))
  const logPrice = price.map(Math.log)
  return {
    sales,
    tv_grps: tv,
    tv_spend: tv.map((x) => 2 * x),
    search_spend: search,
    sends,
    price,
    weather,
    'log(price)': logPrice,
  }
}

/** Every parameter about a round number, in KPI units, with a scatter of its own. */
function drawsOf({ layout, linear, channels }: Model, count: number): Float64Array {
  const g = createGenerator(6, 'small-fit')
  const width = layout.names.length
  const values = new Float64Array(count * width)
  for (let d = 0; d < count; d++) {
    const row = values.subarray(d * width, (d + 1) * width)
    linear.forEach(({ name }, j) => (row[layout.linear + j] = linearDraw(name, g.normal())))
    channels.forEach(({ name }, c) => {
      const places = layout.channels[c]
      row[places.coefficient] = (name === 'tv' ? 250 : 90) * (1 + 0.15 * g.normal())
      for (const place of places.adstock) row[place] = 0.3 + 0.2 * g.uniform()
      places.saturation.forEach((place, i) => (row[place] = i === 0 ? 0.7 + 0.4 * g.uniform() : 1 + 0.1 * g.normal()))
    })
    row[layout.sigma] = 15 + g.normal()
    if (layout.correlation >= 0) row[layout.correlation] = 0.2 + 0.1 * g.uniform()
    if (layout.amplitude >= 0) row[layout.amplitude] = 10
    if (layout.laggedKpi >= 0) row[layout.laggedKpi] = 0.3
  }
  return values
}

function linearDraw(name: string, z: number): number {
  if (name === 'intercept') return 600 + 10 * z
  if (name === 'price') return -20 + 3 * z
  return 2 * z
}
