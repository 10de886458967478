import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Estimate } from '../../../../src/decision/results.js'
import { projectFolder } from '../../../support/project-files.js'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
const windows = ['--from', '2024-09', '--to', '2025-02', '--against', '2024-02..2024-08']

interface Shown {
  readonly what: string
  readonly window: { readonly from: string; readonly to: string; readonly period: string; readonly periods: number }
  readonly tables: readonly { readonly rows: readonly Record<string, unknown>[] }[]
}

beforeAll(async () => {
  writeFileSync(join(folder, 'shop.yaml'), smallSpec)
  writeFileSync(join(folder, 'shop.csv'), smallCsv)
  expect((await runCli(['fit', 'shop.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
})

beforeAll(async () => {
  const argv = ['fit', 'models/lydia-pinkham-koyck.yaml', '--draws', '40', '-o', join(folder, 'koyck')]
  expect((await runCli(argv, { cwd: projectFolder })).code).toBe(0)
})

async function show(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['show', 'fits/shop', ...argv], { cwd: folder })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function shown(...argv: string[]): Promise<Shown> {
  return JSON.parse(await show(...argv, '--format', 'json')) as Shown
}

const mean = (cell: unknown): number => (typeof cell === 'number' ? cell : (cell as Estimate).mean)

describe('mixwright show drivers', () => {
  it('prints two tables that fit the width, and names the windows', async () => {
    const text = await show('drivers', ...windows)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(text).toMatch(/^Drivers of change, 2024-09-02 to 2025-02-24 \(26 weeks\) against 2024-02-05 to 2024-08-26/)
    expect(text).toContain('Paid media’s part of it, 2024-09-02 to 2025-02-24 against 2024-02-05 to 2024-08-26')
    expect(text).toContain('4 weeks fewer')
  })

  it('prints JSON whose rows add up to the observed change, and whose splits add up to their channel', async () => {
    const { window, tables, ...rest } = await shown('drivers', ...windows)
    expect(window).toEqual({ from: '2024-09-02', to: '2025-02-24', period: 'week', periods: 26 })
    expect(rest).toMatchObject({ against: { from: '2024-02-05', to: '2024-08-26', period: 'week', periods: 30 } })
    const rows = tables[0].rows.map(({ driver, change }) => ({ driver, change: mean(change) }))
    const sum = rows.slice(0, -3).reduce((total, { change }) => total + change, 0)
    const [fitted, unexplained, observed] = rows.slice(-3).map(({ change }) => change)
    expect(sum).toBeCloseTo(fitted, 6)
    expect(fitted + unexplained).toBeCloseTo(observed, 6)
    for (const { change, spend, costPerUnit, timing } of tables[1].rows) {
      const priced = costPerUnit === null ? 0 : mean(costPerUnit)
      expect(mean(spend) + priced + mean(timing)).toBeCloseTo(mean(change), 6)
    }
  })

  it('prints CSV, a row a driver with the split in its columns', async () => {
    const [header, ...rows] = (await show('drivers', ...windows, '--format', 'csv')).trimEnd().split('\n')
    expect(header).toMatch(/^driver,kind,change_mean,.*,spend_mean,.*,costPerUnit_mean,.*,timing_mean,.*,unitCostNow$/)
    for (const row of rows) expect(row.split(',').length).toBe(header.split(',').length)
    expect(rows.map((row) => row.split(',')[0])).toContain('search')
  })

  it.each([
    [
      ['--from', '2024-09', '--to', '2024-12', '--against', '2022'],
      '--against 2022 holds no period of the fit: these are the 60 weeks of the fit, 2024-01-29 to 2025-03-17.',
    ],
    [
      ['--from', '2024-06', '--to', '2024-09', '--against', '2024-09..2024-12'],
      '--against 2024-09..2024-12 and the window 2024-06-03 to 2024-09-30 overlap; no week may be in both.',
    ],
    [
      ['--from', '2024-09', '--to', '2024-06', '--against', '2024-03'],
      '--from 2024-09 must not be after --to 2024-06.',
    ],
    [
      [],
      'Comparing the last 52 weeks with those before takes 104, and the fit has 60: name two windows with --from, --to and --against.',
    ],
  ])('refuses %j in one sentence', async (argv, message) => {
    const { code, stdout, stderr } = await runCli(['show', 'fits/shop', 'drivers', ...argv], { cwd: folder })
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `error ${message}\n` })
  })

  it.each([
    [['returns', '--against', '2024'], '--against is for drivers, not for returns.\n'],
    [['drivers', '--by', 'year'], '--by is for contributions and returns, not for drivers.\n'],
    [
      ['returns', '--by', 'week'],
      "Option '--by <unit>' argument 'week' is invalid. Allowed choices are quarter, year.\n",
    ],
  ])('calls %j wrong usage', async (argv, message) => {
    const { code, stderr } = await runCli(['show', 'fits/shop', ...argv], { cwd: folder })
    expect({ code, stderr }).toEqual({ code: 2, stderr: message })
  })

  it('compares two years of yearly data, with a lagged KPI and without a season', async () => {
    const { code, stdout } = await runCli(
      ['show', 'koyck', 'drivers', '--from', '1930', '--to', '1934', '--against', '1920..1924'],
      { cwd: folder },
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Drivers of change, 1930 to 1934 \(5 years\) against 1920 to 1924 \(5 years\)/)
    expect(stdout).toMatch(/\nbaseline /)
    expect(stdout).not.toMatch(/\nseason /)
  })
})

describe('mixwright show --by', () => {
  it.each(['contributions', 'returns'])('prints %s by quarter and year, side by side', async (what) => {
    const text = await show(what, '--by', 'quarter')
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(text).toMatch(/2024-Q1\s+\(9 weeks\)|2024-Q1 \(9/)
    expect(await show(what, '--by', 'year')).toContain('by year, 2024-01-29 to 2025-03-17')
  })

  it('has years that add up to the whole window, which --by does not change', async () => {
    const whole = (await shown('contributions')).tables[0].rows
    const years = (await shown('contributions', '--by', 'year')).tables[0].rows
    for (const { part, kind, contribution } of whole.filter((row) => row.kind !== 'group')) {
      const sum = years
        .filter((row) => row.part === part && row.kind === kind)
        .reduce((total, row) => total + mean(row.contribution), 0)
      expect(sum).toBeCloseTo(mean(contribution), 6)
    }
  })

  it('gives a quarter the returns that its window has', async () => {
    const quarter = (await shown('returns', '--from', '2024-Q3', '--to', '2024-Q3')).tables[0].rows[0]
    const long = (await shown('returns', '--by', 'quarter')).tables[0].rows
    const row = long.find((each) => each.quarter === '2024-Q3' && each.channel === 'tv')
    expect(row).toMatchObject({ roas: quarter.roas, roi: quarter.roi, complete: true, periods: 14 })
  })

  it('has no quarters of yearly data, one sentence', async () => {
    const { code, stderr } = await runCli(['show', 'koyck', 'returns', '--by', 'quarter'], { cwd: folder })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'error Figures by quarter need data of quarters or shorter periods, and these data are yearly.\n',
    })
  })
})

describe('the report that a fit writes', () => {
  it('says why there is no comparison, and has contributions by year and quarter', () => {
    const report = readFileSync(join(folder, 'fits', 'shop', 'report.html'), 'utf8')
    expect(report).toContain('Two full years (104 weeks) are needed')
    expect(report).toContain('Contributions by year, 2024-01-29 to 2025-03-17')
    expect(report).toContain('<summary>By quarter</summary>')
  })

  it('opens with the change where there are two years', () => {
    const report = readFileSync(join(folder, 'koyck', 'report.html'), 'utf8')
    expect(report.indexOf('id="chart-drivers"')).toBeGreaterThan(report.indexOf('id="answer"'))
    expect(report.indexOf('id="chart-drivers"')).toBeLessThan(report.indexOf('id="fit"'))
  })
})
