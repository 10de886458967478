import { expect, it } from 'vitest'
import { curvesTable, estimateAt, shortMultiples } from '../../../src/present/table/curves-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

it('curvesTable has every point of every curve', () => {
  expect(curvesTable(data).rows).toHaveLength(5 * data.curves[0].multiples.length)
})

it('curvesTable keeps the points nearest to the multiples asked for', () => {
  const { rows } = curvesTable(data, shortMultiples)
  expect(rows.filter(({ channel }) => channel === 'tv').map(({ multiple }) => multiple)).toEqual([...shortMultiples])
})

it('curvesTable leaves ratios at zero spend empty and says which points are observed', () => {
  const [zero] = curvesTable(data).rows
  expect([zero.multiple, zero.roi, zero.observed]).toEqual([0, null, true])
  expect(curvesTable(data).rows.find(({ multiple }) => multiple === 2)?.observed).toBe(false)
})

it('curvesTable of units without value shows the KPI', () => {
  const table = curvesTable(reportFixture({ valued: false }))
  expect(table.columns.map(({ key }) => key)).toEqual(['channel', 'multiple', 'spend', 'kpi', 'observed'])
})

it('estimateAt is null where the series has no value', () => {
  const series = { mean: [null, 2], median: [null, 2], sd: [null, 1], q05: [null, 1], q95: [null, 3] }
  expect(estimateAt(series, 0)).toBeNull()
  expect(estimateAt(series, 1)).toEqual({ mean: 2, median: 2, sd: 1, q05: 1, q95: 3 })
  expect(estimateAt(series, 2)).toBeNull()
  expect(estimateAt(null, 0)).toBeNull()
})
