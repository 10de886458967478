import { expect, it } from 'vitest'
import { learningChart } from '../../../src/present/chart/learning.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'

const chart = learningChart(posteriorFixture().learning, lightTheme)

it('learningChart has a panel a channel, with who decided it, densities relative to the higher peak', () => {
  expect(chart.panels.map(({ title, note }) => [title, note])).toEqual([
    ['tv', 'the data decide'],
    ['radio', 'the prior decides'],
    ['newsletter', 'prior and data conflict'],
  ])
  expect(datasetOf(chart, 'curve')[1]).toEqual({ x: 1, before: 0.333, after: 1 })
})

it('learningChart draws shares in per cent', () => {
  expect(datasetOf(chart, 'curve', 2)[1].x).toBe(100)
  expect(chart.panels[2].description).toContain('share of the KPI')
})
