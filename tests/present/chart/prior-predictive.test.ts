import { expect, it } from 'vitest'
import { priorBeliefs } from '../../../src/model/identify/prior-beliefs.js'
import { priorPredictive } from '../../../src/model/identify/prior-predictive.js'
import { compileSpec } from '../../../src/present/chart/compile-spec.js'
import { priorPredictiveChart, type PriorView } from '../../../src/present/chart/prior-predictive.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { priorKpiTable, priorMediaTable } from '../../../src/present/table/prior-tables.js'
import { datasetOf } from '../../support/chart-rows.js'
import { smallModel } from '../../support/small-model.js'

function viewOf(kpi: string): PriorView {
  const columns = {
    y: Array.from({ length: 30 }, (_, t) => 100 + (t % 4)),
    x: Array.from({ length: 30 }, (_, t) => 10 + (t % 5)),
    z: Array.from({ length: 30 }, (_, t) => 1 + (t % 3)),
  }
  const model = smallModel(`kpi: ${kpi}\nchannels: { tv: { spend: x } }\norganic: { news: { media: z } }`, { columns })
  const options = { draws: 200, seed: 1 }
  return {
    name: 'small',
    period: 'week',
    kpi: { kind: model.spec.kpi.kind, currency: 'EUR' },
    beliefs: priorBeliefs(model, options)!,
    predictive: priorPredictive(model, options)!,
  }
}

const revenue = viewOf('{ column: y, kind: revenue, margin: 0.4 }')

it('priorPredictiveChart shows shares, returns and the KPI, and compiles without a complaint', async () => {
  const chart = priorPredictiveChart(revenue, lightTheme)
  expect(chart.panels.map(({ title }) => title)).toEqual(['Share of the KPI', 'ROAS', 'The KPI, drawn and observed'])
  expect(datasetOf(chart, 'rows').map(({ key }) => key)).toEqual(['0 all paid media', '1 tv', '2 news'])
  expect(datasetOf(chart, 'periods', 2)[0]).toMatchObject({ y: 100 })
  for (const { spec } of chart.panels)
    expect((await compileSpec(spec, { width: 760, interactive: false })).warnings).toEqual([])
})

it('priorPredictiveChart leaves out ROAS where the KPI has no value in money', () => {
  const units = priorPredictiveChart(viewOf('{ column: y, kind: units }'), lightTheme)
  expect(units.panels).toHaveLength(2)
})

it('priorMediaTable and priorKpiTable have medians, all media first, and say what cannot be', () => {
  const media = priorMediaTable(revenue.beliefs, revenue.predictive, revenue)
  expect(media.rows.map(({ channel }) => channel)).toEqual(['all paid media', 'tv', 'news'])
  expect(media.rows[1].share).toMatchObject({ mean: revenue.beliefs.channels[0].share.median })
  expect(media.rows[2].roas).toBeNull()
  const kpi = priorKpiTable(revenue.predictive, 'week', revenue)
  expect(kpi.rows[1]).toMatchObject({ what: 'all 30 weeks', observed: 3043 })
  const calm = priorKpiTable({ ...revenue.predictive, sentences: [] }, 'week', revenue)
  expect(calm.notes?.[1]).toBe('The priors put next to no mass on what cannot be.')
})
