import { expect, it } from 'vitest'
import { tracesChart } from '../../../src/present/chart/sampler-traces.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'
import { reportFixture } from '../../support/report-fixture.js'

const posterior = posteriorFixture()
const chart = tracesChart(posterior, reportFixture().summary, lightTheme)

it('tracesChart thins each chain to what can be seen, in time and in the unit of the panel', () => {
  const rows = datasetOf(chart, 'draws')
  expect(rows).toHaveLength(4 * 42)
  expect(rows[0]).toMatchObject({ chain: 0, at: 0.4 })
  expect(rows[0].y).toBeCloseTo(posterior.traces[0].chains[0][0] / 1e6, 3)
  expect(chart.panels[0].note).toBe('M EUR')
})

it('tracesChart has the mean of every chain as its table', () => {
  const { rows } = chart.table
  const first = posterior.traces[0].chains[0]
  expect(rows[0].chain1).toBeCloseTo(first.reduce((a, b) => a + b) / first.length, 3)
  expect(rows.map(({ quantity }) => quantity)).toEqual(['all paid media', 'tv', 'noise'])
})
