import { describe, expect, it } from 'vitest'
import type { Driver } from '../../../src/decision/readout/drivers.js'
import { driversChart } from '../../../src/present/chart/drivers.js'
import { reportCharts } from '../../../src/present/chart/report-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'
import { driversFixture } from '../../support/readout-fixture.js'

const drivers = driversFixture()
const steps = datasetOf(driversChart(drivers, lightTheme), 'steps')

describe('driversChart', () => {
  it('goes over every driver, paid media in three, to the fitted and the observed change', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      '1 week fewer',
      'trend',
      'season',
      'price',
      'weather',
      'opening',
      'media spend',
      'cost per unit',
      'media timing',
      'newsletter',
      'fitted change',
      'not explained',
      'observed change',
    ])
  })

  it('starts every bar where the one before ended, and ends at what was fitted and observed', () => {
    steps.slice(1, -3).forEach((step, index) => expect(Number(step.start)).toBeCloseTo(Number(steps[index].end), 3))
    const [fitted, rest, observed] = steps.slice(-3).map(({ start, end }) => [Number(start), Number(end)])
    expect(Number(steps.at(-4)!.end)).toBeCloseTo(fitted[1], 3)
    expect([fitted[0], observed[0]]).toEqual([0, 0])
    expect(rest[0]).toBe(fitted[1])
    expect(rest[1]).toBeCloseTo(observed[1], 3)
  })

  it('gathers controls that hardly moved it, and all but the six that moved it most', () => {
    const control = (name: string, by: number): Driver => {
      const change = { mean: by, median: by, sd: 0, q05: by, q95: by }
      return { name, kind: 'control', before: null, now: null, change, split: null }
    }
    const names = (moves: readonly number[]): unknown[] => {
      const rows = moves.map((by, i) => control(`c${i}`, by))
      return datasetOf(driversChart({ ...drivers, rows, media: null }, lightTheme), 'steps')
        .map(({ name }) => name)
        .slice(0, -3)
    }
    expect(names([100, 0.1, -50, 0])).toEqual(['c0', 'c2', '2 other controls'])
    expect(names([100, 0.1, -50])).toEqual(['c0', 'c1', 'c2'])
    expect(names([10, 20, 30, 40, 50, 60, 70, 80])).toEqual(['c2', 'c3', 'c4', 'c5', 'c6', 'c7', '2 other controls'])
  })

  it('is the first chart of a report that has it', () => {
    const data = reportFixture({ channels: ['tv'], periods: 20 })
    expect(reportCharts({ ...data, drivers }, lightTheme)[0].name).toBe('drivers')
    expect(reportCharts({ ...data, drivers: null }, lightTheme)[0].name).toBe('actual-fitted')
  })

  it('says in words and as a table what it shows', () => {
    const { panels, table, subtitle } = driversChart(drivers, lightTheme)
    expect(panels[0].description).toMatch(/^Waterfall of the change: 1 week fewer lowered it by .* observed change /)
    expect(table.rows).toHaveLength(13)
    expect(subtitle).toContain(
      'against 2023-01-02 to 2023-07-24 (30 weeks); lines: 9 of 10 cases; spend, cost per unit',
    )
  })
})
