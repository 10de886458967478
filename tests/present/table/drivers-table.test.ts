import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../../src/decision/results.js'
import type { Cell } from '../../../src/present/table/table.js'
import { driversTable, mediaChangeTable, wideDriversTable } from '../../../src/present/table/drivers-table.js'
import { flatTable } from '../../../src/present/table/flat-table.js'
import { tableCsv } from '../../../src/present/table/to-csv.js'
import { driversFixture } from '../../support/readout-fixture.js'

const drivers = driversFixture()
const mean = (cell: Cell | undefined): number =>
  typeof cell === 'number' ? cell : ((cell ?? { mean: 0 }) as Estimate).mean

describe('driversTable', () => {
  const { title, rows, notes } = driversTable(drivers)

  it('names both windows, and ends in what adds up', () => {
    expect(title).toBe(
      'Drivers of change, 2023-08-07 to 2024-02-19 (29 weeks) against 2023-01-02 to 2023-07-24 (30 weeks)',
    )
    expect(rows.map(({ driver }) => driver)).toEqual([
      '1 week fewer',
      'trend',
      'season',
      'price',
      'weather',
      'opening',
      'tv',
      'search',
      'newsletter',
      'fitted change',
      'not explained',
      'observed change',
    ])
    const changes = rows.map(({ change }) => mean(change))
    const [fitted, unexplained, observed] = changes.slice(-3)
    expect(changes.slice(0, -3).reduce((sum, change) => sum + change, 0)).toBeCloseTo(fitted, 8)
    expect(fitted + unexplained).toBeCloseTo(observed, 8)
    expect(mean(rows[1].share) * drivers.observed.before).toBeCloseTo(changes[1], 8)
  })

  it('says what a difference in length means, where there is one', () => {
    expect(notes?.[1]).toBe(
      'The windows differ in length: “1 week fewer” is what that alone makes; every other row compares means per week, times 29.5 weeks.',
    )
    const { window } = drivers
    expect(driversTable({ ...drivers, against: { ...drivers.against, periods: window.periods } }).notes).toHaveLength(2)
  })

  it('has no shares of a total of zero', () => {
    const observed = { before: 0, now: 1, change: 1 }
    expect(driversTable({ ...drivers, observed }).rows.every(({ share }) => share === null)).toBe(true)
  })
})

describe('mediaChangeTable', () => {
  it('has a row a paid channel, a group and all paid media, each the sum of its parts', () => {
    const { rows, columns } = mediaChangeTable(drivers)!
    expect(rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'offline', 'all paid media'])
    for (const { change, spend, costPerUnit, timing } of rows) {
      expect(mean(spend) + mean(costPerUnit) + mean(timing)).toBeCloseTo(mean(change), 8)
    }
    expect(columns.map(({ key }) => key)).toEqual([
      'channel',
      'change',
      'spend',
      'costPerUnit',
      'timing',
      'spendRatio',
      'unitCostRatio',
    ])
    // tv costs 2 a unit throughout; search is counted in money.
    expect(rows[0].unitCostRatio).toBeCloseTo(0, 12)
    expect(rows[1]).toMatchObject({ costPerUnit: null, unitCostRatio: null })
    const { money } = drivers.rows.find(({ name }) => name === 'search')!.split!
    expect(rows[1].spendRatio).toBeCloseTo(money.now / 29 / (money.before / 30) - 1, 12)
  })

  it('leaves out costs that no channel has, and itself where there is no paid media', () => {
    const money = driversFixture({ channels: '{ search: { spend: search_spend } }', groups: '{}' })
    expect(mediaChangeTable(money)!.columns.map(({ key }) => key)).not.toContain('costPerUnit')
    expect(mediaChangeTable(money)!.notes?.join(' ')).not.toContain('ost per unit')
    expect(mediaChangeTable({ ...drivers, media: null })).toBeNull()
  })
})

describe('wideDriversTable', () => {
  it('holds everything in one row a driver, observed figures too', () => {
    const { names, rows } = flatTable(wideDriversTable(drivers))
    expect(names.slice(0, 3)).toEqual(['driver', 'kind', 'change_mean'])
    expect(names).toEqual(
      expect.arrayContaining(['timing_q95', 'spendBefore', 'spendNow', 'unitCostNow', 'unitCostRatio']),
    )
    expect(rows.at(-1)).toMatchObject({ driver: 'observed change', change_mean: drivers.observed.change, change_sd: 0 })
    const tv = rows.find(({ driver }) => driver === 'tv')!
    const split = drivers.rows.find(({ name }) => name === 'tv')!.split!
    expect(tv).toMatchObject({ spend_mean: split.spend.mean, spendNow: split.money.now })
    expect(tv.unitCostNow).toBeCloseTo(2, 12)
    const lines = tableCsv(wideDriversTable(drivers)).trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines).toHaveLength(13)
  })
})
