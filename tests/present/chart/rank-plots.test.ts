import { expect, it } from 'vitest'
import { rankPlotsChart } from '../../../src/present/chart/rank-plots.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'

const { sampler } = posteriorFixture()

it('rankPlotsChart draws bins two by two, the last one to its end', () => {
  const rows = datasetOf(rankPlotsChart(sampler, lightTheme)!, 'ranks').filter(({ chain }) => chain === 0)
  expect(rows).toHaveLength(11)
  expect(rows[0]).toEqual({ chain: 0, at: 0, count: 101 })
  expect(rows[10]).toEqual({ chain: 0, at: 100, count: rows[9].count })
})

it('rankPlotsChart keeps an uneven number of bins, and is null for fits without ranks', () => {
  const uneven = { ...sampler, ranks: [{ name: 'tv', counts: [[4, 5, 6]] }] }
  expect(datasetOf(rankPlotsChart(uneven, lightTheme)!, 'ranks').map(({ count }) => count)).toEqual([4, 5, 6, 6])
  expect(rankPlotsChart({ ...sampler, ranks: [] }, lightTheme)).toBeNull()
})
