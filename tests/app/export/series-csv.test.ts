import { expect, it } from 'vitest'
import { seriesCsv, seriesParts } from '../../../src/app/export/series-csv.js'
import { reportFixture } from '../../support/report-fixture.js'

it('seriesCsv(summary) has a row a part and period: fitted first, then what it is made of, the KPI beside each', () => {
  const { summary } = reportFixture()
  const [header, ...rows] = seriesCsv(summary).trimEnd().split(/\r?\n/)
  const parts = seriesParts(summary).map(({ name }) => name)
  expect(header).toBe('period,part,mean,sd,q05,median,q95,observed')
  expect(parts.slice(0, 2)).toEqual(['fitted', 'baseline'])
  expect(rows).toHaveLength(parts.length * summary.periods.length)
  const { mean, sd, q05, median, q95 } = summary.fitted
  const first = [summary.periods[0], 'fitted', mean[0], sd[0], q05[0], median[0], q95[0], summary.observed[0]]
  expect(rows[0]).toBe(first.join(','))
})
