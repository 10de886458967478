import { beforeAll, describe, expect, it, vi } from 'vitest'
import readExcelFile from 'read-excel-file/node'
import type { ReportData } from '../../../src/decision/results.js'
import type { SheetCell } from '../../../src/present/workbook/sheet.js'
import { buildReadout } from '../../../src/decision/readout/readout.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { buildReportData } from '../../../src/decision/summary/report-data.js'
import { reportSheets, reportWorkbook } from '../../../src/present/workbook/report-workbook.js'
import { smallFit } from '../../decision/support/small-fit.js'
import { reportFixture } from '../../support/report-fixture.js'

type Read = Awaited<ReturnType<typeof readExcelFile>>

const fit = smallFit({ rows: 120, draws: 12, groups: '{ offline: [tv], own: [newsletter], mixed: [tv, newsletter] }' })
const analysis = analyseFit(fit)
const data: ReportData = { ...buildReportData(analysis), ...buildReadout(analysis) }

/** What Excel would be given for a cell. */
function expected(cell: SheetCell): unknown {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text === '' ? null : cell.text
  if (cell.kind === 'number' && cell.format === 'yyyy-mm-dd') return new Date((cell.value - 25569) * 86_400_000)
  return Object.is(cell.value, -0) ? 0 : cell.value
}

function isSame(read: unknown, wanted: unknown): boolean {
  return read instanceof Date && wanted instanceof Date ? read.getTime() === wanted.getTime() : read === wanted
}

describe('reportWorkbook', () => {
  let sheets: Read

  beforeAll(async () => {
    sheets = await readExcelFile(Buffer.from(await reportWorkbook(data)))
  })

  const rowsOf = (name: string): unknown[][] => sheets.find(({ sheet }) => sheet === name)!.data
  /** The row of a sheet that begins with these cells, as a record by heading. */
  const record = (name: string, ...start: string[]): Record<string, unknown> => {
    const rows = rowsOf(name)
    const headings = rows[2] as string[]
    const row = rows.find((cells, i) => i > 2 && start.every((text, place) => cells[place] === text))!
    return Object.fromEntries(headings.map((heading, place) => [heading.replaceAll('\u00a0', ' '), row[place]]))
  }

  it('holds a sheet for every part of the report, definitions first, checks last', () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Definitions',
      'Drivers',
      'Drivers of media',
      'Contributions',
      'Contributions by year',
      'Contributions by quarter',
      'Returns',
      'Returns by year',
      'Returns by quarter',
      'Elasticities',
      'Next 10 %',
      'Curves',
      'Trade-off',
      'Plans',
      'Frontier',
      'Frontier marks',
      'Contributions by week',
      'Audit',
      'Assumptions',
      'Checks',
    ])
    expect(rowsOf('Definitions').map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Currency',
        'Method',
        'Data (SHA-256)',
        'Seed',
        'Window',
        'Returns',
        'ROI',
        'Elasticity',
      ]),
    )
  })

  it('carries every number through the file to the last bit', () => {
    for (const { name, rows } of reportSheets(data)) {
      const read = rowsOf(name)
      const off = rows.flatMap((row, r) =>
        row.flatMap((cell, c) => (isSame(read[r]?.[c] ?? null, expected(cell)) ? [] : [[name, r, c, read[r]?.[c]]])),
      )
      expect(off).toEqual([])
    }
  })

  it('has the returns of channels, groups and all paid media as the report has them', () => {
    const { channels, groups, media } = data.summary
    const all = [
      ...channels,
      ...groups.map((each) => ({ kind: 'group', ...each })),
      { kind: 'sum', name: 'all paid media', ...media },
    ]
    for (const each of all) {
      const row = record('Returns', each.name, each.kind)
      expect(row['Spend (EUR)']).toBe(each.spend)
      expect(row['Contribution (EUR)']).toBe(each.contribution.mean)
      expect(row['Incremental value (EUR)']).toBe(each.incrementalValue?.mean ?? null)
      expect(row['Profit, 5 %']).toBe(each.profit?.q05 ?? null)
      expect([row.ROAS, row['ROAS, 5 %'], row['ROAS, 95 %']]).toEqual(
        each.roas === null ? [null, null, null] : [each.roas.mean, each.roas.q05, each.roas.q95],
      )
      expect(row['Marginal ROI, 95 %']).toBe(each.marginalRoi?.q95 ?? null)
      expect(row['Chance of profit']).toBe(each.pProfitable)
    }
    expect(record('Returns', 'own', 'group')).toMatchObject({ 'Spend (EUR)': null, 'Profit (EUR)': null, ROAS: null })
    expect(record('Returns', 'offline', 'group')['Channels of the group']).toBe('tv')
  })

  it('has every week of every part, with formulas that add the parts up', () => {
    const { summary } = data
    const parts = [summary.baseline, ...summary.treatments, ...summary.controls, ...summary.channels]
    const rows = rowsOf('Contributions by week').slice(4, -1) as (number | Date)[][]
    expect(rows.length).toBe(120)
    rows.forEach((row, t) => {
      expect((row[0] as Date).toISOString().slice(0, 10)).toBe(summary.periods[t])
      expect(row.slice(1, 3)).toEqual([summary.observed[t], summary.fitted.mean[t]])
      expect(row.slice(3, 3 + parts.length)).toEqual(parts.map(({ series }) => series.mean[t]))
      expect(row[3 + parts.length]).toBeCloseTo(summary.fitted.mean[t], 8)
      const quantiles = [summary.fitted, summary.predictive, ...parts.map(({ series }) => series)]
      expect(row.slice(5 + parts.length)).toEqual(quantiles.flatMap(({ q05, q95 }) => [q05[t], q95[t]]))
    })
  })

  it('has elasticities, curves and plans as the report has them', () => {
    const [price] = data.summary.treatments
    expect(record('Elasticities', 'price')).toMatchObject({
      Elasticity: price.elasticity?.mean,
      'Elasticity, 95 %': price.elasticity?.q95,
      'At its mean': price.elasticityAt.treatment,
    })
    const curves = rowsOf('Curves').slice(3)
    data.curves.forEach((curve, c) =>
      curve.multiples.forEach((multiple, i) => {
        const row = curves[c * curve.multiples.length + i]
        expect(row.slice(0, 6)).toEqual([
          curve.channel,
          multiple,
          curve.spend[i],
          curve.kpi.mean[i],
          curve.kpi.q05[i],
          curve.kpi.q95[i],
        ])
      }),
    )
    const plans = rowsOf('Plans').slice(3, 3 + data.tradeOff.plans.length)
    expect(plans.map((row) => row[1])).toEqual(data.tradeOff.plans.map(({ totalSpend }) => totalSpend))
    expect(plans.map((row) => row.at(-1))).toEqual(data.tradeOff.plans.map(({ gap }) => gap))
  })

  it('has years, quarters and drivers as the report has them', () => {
    const { byYear, drivers } = data
    const year = rowsOf('Contributions by year').slice(3)
    const labels = byYear!.spans.flatMap(({ label }) => Array.from({ length: year.length }, () => label))
    expect(labels.length).toBeGreaterThan(0)
    byYear!.parts.forEach(({ name, contribution }) =>
      byYear!.spans.forEach(({ label }, place) => {
        const row = year.find((cells) => cells[0] === label && cells.includes(name))!
        expect(row).toContain(contribution[place].mean)
        expect(row).toContain(contribution[place].q95)
      }),
    )
    expect(record('Drivers', 'observed change')['Change (EUR)']).toBe(drivers!.observed.change)
    drivers!.rows.forEach(({ change }, place) => expect(rowsOf('Drivers')[3 + place]).toContain(change.mean))
  })

  it('proves by formulas that everything adds up', () => {
    const checks = rowsOf('Checks').slice(4)
    expect(checks.length).toBeGreaterThan(20)
    expect(checks.filter((row) => row[4] !== 1)).toEqual([])
    expect(checks.map(([what]) => what)).toEqual(
      expect.arrayContaining([
        'All parts of the window add up to the fitted total',
        'Drivers add up to the fitted change',
        'Fitted of every quarter adds up to the window’s',
        'All paid media: ROI x spend is the profit',
      ]),
    )
  })

  it('is the same to the byte for the same report, whatever the clock says', async () => {
    const at = async (time: string): Promise<Buffer> => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
      const bytes = await reportWorkbook(reportFixture({ channels: ['tv'], periods: 8 }))
      vi.useRealTimers()
      return Buffer.from(bytes)
    }
    expect((await at('2031-05-06T07:08:09Z')).equals(await at('2024-02-29T23:59:59Z'))).toBe(true)
  })
})

describe('reportSheets', () => {
  it.each([
    ['no margin', { margin: null }],
    ['units without a value', { valued: false }],
    ['organic channels alone', { channels: [], organic: ['newsletter'] }],
    ['a fit that failed', { passed: false }],
  ])('has sheets with names and cells that Excel takes: %s', async (_, options) => {
    const made = reportFixture({ channels: ['tv'], periods: 8, ...options })
    const sheets = reportSheets(made)
    const names = sheets.map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const { rows, widths } of sheets) {
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(widths.length)
      const values = rows.flatMap((row) =>
        row.flatMap((cell) => (cell === null || cell.kind === 'text' ? [] : cell.value)),
      )
      expect(values.every(Number.isFinite)).toBe(true)
    }
    const read = await readExcelFile(Buffer.from(await reportWorkbook(made)))
    expect(read.map(({ sheet }) => sheet)).toEqual(names)
  })

  it('has the hold-out of a fit that has one', () => {
    const made = reportFixture()
    const holdout = made.summary.holdout!
    const sheet = reportSheets(made).find(({ name }) => name === 'Hold-out by week')!
    const values = sheet.rows.flatMap((row) => row.flatMap((cell) => (cell?.kind === 'number' ? [cell.value] : [])))
    for (const number of [
      ...holdout.observed,
      ...holdout.model.mean,
      ...holdout.model.q95!,
      ...holdout.seasonalNaive.mean,
    ])
      expect(values).toContain(number)
  })

  it('keeps every text as text, whatever it begins with, in any script', async () => {
    const names = ['=1+1', '+cmd', '@SUM(A1)', '-2', '広告<&>"', 'إعلان']
    const made = reportFixture({ channels: names.slice(0, 3), organic: names.slice(3), periods: 8 })
    for (const { rows } of reportSheets(made))
      for (const row of rows)
        for (const cell of row) {
          if (cell?.kind === 'formula') expect(names.filter((name) => cell.formula.includes(name))).toEqual([])
        }
    const read = await readExcelFile(Buffer.from(await reportWorkbook(made)))
    const returns = read.find(({ sheet }) => sheet === 'Returns')!.data
    expect(returns.slice(3, 9).map(([name]) => name)).toEqual(names)
  })
})
