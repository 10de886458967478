import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../../src/decision/results.js'
import { runCli, type CliRun } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

function shop(spec = smallSpec): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'shop.yaml'), spec)
  writeFileSync(join(folder, 'shop.csv'), smallCsv)
  return folder
}

async function fit(folder: string, ...more: string[]): Promise<CliRun> {
  return runCli(['fit', 'shop.yaml', '--workers', '1', ...more], { cwd: folder })
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')
const summaryOf = (...path: string[]): Summary => JSON.parse(read(...path)) as Summary

function withoutTiming(summary: Summary): Omit<Summary, 'timing'> {
  const { timing, ...rest } = summary
  expect(timing.totalMs).toBeGreaterThanOrEqual(timing.fitMs)
  return rest
}

describe('mixwright fit', () => {
  const folder = shop()
  const run = fit(folder)

  it('prints the results and where the report is, with progress and findings on stderr', async () => {
    const { code, stdout, stderr } = await run
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Results, 2024-01-29 to 2025-03-17, 60 weeks\n/)
    expect(stdout).toMatch(/\ntv +/)
    expect(stdout).toMatch(/\nReport: fits\/shop\/report\.html\n$/)
    expect(stderr).toContain('note    shop.csv, column `revenue`: the first 4 rows are without a KPI')
    expect(stderr).toContain('Fitting Small shop: 100 %\n')
  })

  it('writes eight files and a line in the log, and nothing else', async () => {
    await run
    expect(readdirSync(join(folder, 'fits')).sort()).toEqual(['log.jsonl', 'shop'])
    expect(readdirSync(join(folder, 'fits', 'shop')).sort()).toEqual([
      'channels.csv',
      'curves.csv',
      'draws.parquet',
      'fit.json',
      'groups.csv',
      'report.html',
      'series.csv',
      'summary.json',
    ])
  })

  it('writes draws that any Parquet reader opens: a row a draw, a column a parameter', async () => {
    await run
    const bytes = readFileSync(join(folder, 'fits', 'shop', 'draws.parquet'))
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
    expect(rows).toHaveLength(20)
    expect(rows[0]).toMatchObject({ chain: 1, draw: 1 })
    const { draws } = JSON.parse(read(folder, 'fits', 'shop', 'fit.json')) as { draws: { names: string[] } }
    expect(Object.keys(rows[0])).toEqual(['chain', 'draw', ...draws.names])
  })

  it('writes a series in which baseline, treatments, controls and channels add up to fitted, in means', async () => {
    await run
    const [header, ...lines] = read(folder, 'fits', 'shop', 'series.csv').trimEnd().split(/\r?\n/)
    expect(header).toBe('period,part,mean,sd,q05,median,q95,observed')
    const rows = lines.map((line) => line.split(','))
    expect([...new Set(rows.map(([, part]) => part))]).toEqual([
      'fitted',
      'baseline',
      'price',
      'temperature',
      'tv',
      'search',
      'newsletter',
    ])
    for (const period of ['2024-01-29', '2025-03-17']) {
      const means = rows.filter((row) => row[0] === period).map((row) => Number(row[2]))
      const [fitted, ...parts] = means
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(fitted, 6)
    }
  })

  it('writes curves with a row at no spend and one at exactly today’s, within 0 to 10 times', async () => {
    await run
    const [header, ...lines] = read(folder, 'fits', 'shop', 'curves.csv').trimEnd().split(/\r?\n/)
    expect(header.split(',').slice(0, 8)).toEqual([
      'channel',
      'multiple',
      'spend',
      'kpi_mean',
      'kpi_sd',
      'kpi_q05',
      'kpi_median',
      'kpi_q95',
    ])
    const tv = lines.map((line) => line.split(',')).filter(([channel]) => channel === 'tv')
    const multiples = tv.map(([, multiple]) => Number(multiple))
    expect(multiples).toContain(0)
    expect(multiples).toContain(1)
    expect(Math.max(...multiples)).toBe(10)
    const summary = summaryOf(folder, 'fits', 'shop', 'summary.json')
    const today = tv[multiples.indexOf(1)]
    expect(Number(today[2])).toBe(summary.channels[0].spend)
    expect(Number(today[3])).toBeCloseTo(summary.channels[0].incrementalKpi.mean, 6)
  })

  it('writes a row a channel, with the figures of the summary', async () => {
    await run
    const [header, ...lines] = read(folder, 'fits', 'shop', 'channels.csv').trimEnd().split(/\r?\n/)
    const names = header.split(',')
    const summary = summaryOf(folder, 'fits', 'shop', 'summary.json')
    expect(lines.map((line) => line.split(',')[0])).toEqual(summary.channels.map(({ name }) => name))
    const roas = lines.map((line) => line.split(',')[names.indexOf('roas_mean')])
    expect(roas).toEqual(summary.channels.map((channel) => String(channel.roas?.mean ?? '')))
  })

  it('gives the same files for one worker and for two, timing apart', async () => {
    await run
    const two = await runCli(['fit', 'shop.yaml', '--workers', '2', '-o', 'two/shop'], { cwd: folder })
    expect(two.code).toBe(0)
    for (const name of ['draws.parquet', 'channels.csv', 'series.csv', 'curves.csv']) {
      expect(readFileSync(join(folder, 'two', 'shop', name))).toEqual(readFileSync(join(folder, 'fits', 'shop', name)))
    }
    const [a, b] = ['two', 'fits'].map((place) => summaryOf(folder, place, 'shop', 'summary.json'))
    expect(withoutTiming(a)).toEqual(withoutTiming(b))
  })

  it('prints exactly one JSON document with --json, the one it writes', async () => {
    const other = shop()
    const { stdout } = await fit(other, '--json')
    expect(stdout).toBe(read(other, 'fits', 'shop', 'summary.json'))
    expect(withoutTiming(JSON.parse(stdout) as Summary)).toEqual(
      withoutTiming(summaryOf(folder, 'fits', 'shop', 'summary.json')),
    )
  })

  it('takes method, seed and draws from the command line, and they are part of the fingerprint', async () => {
    const other = shop()
    await fit(other, '--draws', '24', '--seed', '5')
    const here = summaryOf(other, 'fits', 'shop', 'summary.json')
    const there = summaryOf(folder, 'fits', 'shop', 'summary.json')
    expect(here.diagnostics.draws).toBe(24)
    expect(here.fingerprint.seed).toBe(5)
    expect(here.fingerprint.spec).not.toBe(there.fingerprint.spec)
    expect(here.fingerprint.data).toBe(there.fingerprint.data)
  })
})

describe('mixwright fit into a folder that is there', () => {
  it('replaces a fit as a whole and counts the models tried', async () => {
    const folder = shop()
    await fit(folder)
    writeFileSync(join(folder, 'fits', 'shop', 'stale.txt'), 'x')
    writeFileSync(join(folder, 'shop.yaml'), smallSpec.replace('reference: 10', 'reference: 9.5'))
    await fit(folder)
    expect(existsSync(join(folder, 'fits', 'shop', 'stale.txt'))).toBe(false)
    const log = read(folder, 'fits', 'log.jsonl').trimEnd().split('\n')
    const [first, second] = log.map((line) => JSON.parse(line) as { changed: unknown; roas: Record<string, number> })
    expect(first.changed).toBeNull()
    expect(second.changed).toEqual(['treatments.price.reference'])
    expect(Object.keys(second.roas)).toEqual(['tv', 'search'])
    expect(read(folder, 'fits', 'shop', 'report.html')).toContain('2 models')
  })

  it('leaves everything as it was when it is interrupted', async () => {
    const folder = shop()
    await fit(folder)
    const before = read(folder, 'fits', 'shop', 'summary.json')
    const stop = new AbortController()
    const run = await runCli(['fit', 'shop.yaml', '--workers', '1', '--draws', '200'], {
      cwd: folder,
      signal: stop.signal,
      onProgress: (text) => {
        if (text.includes('25 %')) stop.abort()
      },
    })
    expect(run.code).toBe(130)
    expect(run.stderr).toMatch(/Interrupted: nothing was written\.\n$/)
    expect(readdirSync(join(folder, 'fits')).sort()).toEqual(['log.jsonl', 'shop'])
    expect(read(folder, 'fits', 'shop', 'summary.json')).toBe(before)
    expect(read(folder, 'fits', 'log.jsonl').trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('mixwright fit --strict', () => {
  it('ends with 3 where an answer is implausible, and says first that it must not be used', async () => {
    const greedy = smallSpec.replace(
      'medium: television }',
      'medium: television, prior: { share: { median: 0.9, upper95: 0.95 } } }',
    )
    const folder = shop(greedy)
    const { code, stdout } = await fit(folder, '--strict')
    expect(code).toBe(3)
    expect(stdout).toMatch(/^Not fit for decisions: /)
    expect((await fit(folder)).code).toBe(0)
  })

  it('ends with 0 where nothing speaks against the fit', async () => {
    const { code } = await fit(shop(), '--strict')
    expect(code).toBe(0)
  })
})
