import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Estimate } from '../../../../src/decision/results.js'
import { projectFolder } from '../../../support/project-files.js'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
const subjects = ['contributions', 'returns', 'curves', 'tradeoff', 'frontier', 'diagnostics', 'series']

interface Shown {
  readonly format: string
  readonly what: string
  readonly window: { readonly from: string; readonly to: string; readonly periods: number }
  readonly tables: readonly {
    readonly columns: readonly { key: string }[]
    readonly rows: readonly Record<string, unknown>[]
  }[]
}

beforeAll(async () => {
  writeFileSync(join(folder, 'shop.yaml'), smallSpec)
  writeFileSync(join(folder, 'shop.csv'), smallCsv)
  expect((await runCli(['fit', 'shop.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
})

async function show(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['show', 'fits/shop', ...argv], { cwd: folder })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('mixwright show', () => {
  it.each(subjects)('prints %s as a table that fits the width', async (subject) => {
    const text = await show(subject)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(text.split('\n').length).toBeGreaterThan(5)
  })

  it.each(subjects)('prints %s as CSV, every row as long as the header', async (subject) => {
    const [header, ...rows] = (await show(subject, '--format', 'csv')).trimEnd().split(/\r?\n/)
    const cells = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, 'x').split(',').length
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(cells(row)).toBe(cells(header))
  })

  it.each(subjects)('prints %s as one JSON document that names its window', async (subject) => {
    const shown = JSON.parse(await show(subject, '--format', 'json', '--last', '12')) as Shown
    expect(shown).toMatchObject({
      format: 'mixwright.show/1',
      what: subject,
      window: { to: '2025-03-17', periods: 12 },
    })
    expect(shown.tables[0].rows.length).toBeGreaterThan(0)
  })

  it('prints returns without a subject', async () => {
    expect(await show()).toBe(await show('returns'))
  })

  it('counts a contribution once: two halves of the window add up to the whole, in means', async () => {
    const contribution = async (...window: string[]): Promise<number> => {
      const shown = JSON.parse(await show('contributions', '--format', 'json', ...window)) as Shown
      const tv = shown.tables[0].rows.find(({ part }) => part === 'tv')
      return (tv as { contribution: Estimate }).contribution.mean
    }
    const whole = await contribution()
    const first = await contribution('--to', '2024-08-25')
    const second = await contribution('--from', '2024-08-26')
    expect(first + second).toBeCloseTo(whole, 6)
  })

  it.each([
    [['--last', '99'], '--last must be at most 60, the 60 weeks of the fit, 2024-01-29 to 2025-03-17, not 99.'],
    [['--from', 'spring'], '--from must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not spring.'],
  ])('refuses the window %j in one sentence', async (window, message) => {
    const { code, stdout, stderr } = await runCli(['show', 'fits/shop', ...window], { cwd: folder })
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `error ${message}\n` })
  })
})

describe('mixwright show of a fit by least squares', () => {
  beforeAll(async () => {
    const argv = ['fit', 'models/lydia-pinkham-koyck.yaml', '-o', join(folder, 'koyck')]
    expect((await runCli(argv, { cwd: projectFolder })).code).toBe(0)
  })

  it.each(subjects)('prints %s in every format', async (subject) => {
    for (const format of ['table', 'csv', 'json']) {
      const { code, stdout } = await runCli(['show', 'koyck', subject, '--format', format], { cwd: folder })
      expect(code).toBe(0)
      expect(stdout.length).toBeGreaterThan(40)
      if (format === 'json') expect((JSON.parse(stdout) as Shown).what).toBe(subject)
    }
  })

  it('has the table of coefficients and tests in its diagnostics', async () => {
    const { stdout } = await runCli(['show', 'koyck', 'diagnostics'], { cwd: folder })
    expect(stdout).toMatch(/\nlaggedKpi +0\.75931 /)
    expect(stdout).toMatch(/\nBreusch-Godfrey LM /)
  })
})

describe('mixwright compare', () => {
  it('says that nothing moved between a fit and itself', async () => {
    const { code, stdout } = await runCli(['compare', 'fits/shop', 'fits/shop'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toContain('Spec, data, seed and version are the same, and so are the results.')
  })

  it('names the keys, cells and periods that differ, over the periods that both have', async () => {
    const rows = smallCsv.split('\n')
    const later = rows.slice(0, -3)
    later[30] = later[30].replace(/,\d+,(\d+),(\d+),/, ',7000,$1,$2,')
    writeFileSync(join(folder, 'shop.csv'), later.join('\n'))
    writeFileSync(join(folder, 'later.yaml'), smallSpec.replace('yearly: 1', 'yearly: 2'))
    expect((await runCli(['fit', 'later.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
    const { code, stdout } = await runCli(['compare', 'fits/shop', 'fits/later', '--json'], { cwd: folder })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'mixwright.compare/1',
      window: { from: '2024-01-29', to: '2025-02-24', periods: 57 },
      reasons: {
        spec: ['baseline.seasonality.yearly'],
        data: {
          added: [],
          removed: ['2025-03-03', '2025-03-10', '2025-03-17'],
          revised: [{ column: 'tv_spend', periods: 1 }],
        },
        seed: false,
      },
    })
    const { headline, sentences } = JSON.parse(stdout) as { headline: string; sentences: string[] }
    expect(headline).toContain(
      'what differs: new data (3 weeks fewer, revised tv_spend) and a changed model (baseline.seasonality.yearly).',
    )
    expect(sentences[0]).toBe('The models differ in baseline.seasonality.yearly.')
    expect(sentences.at(-1)).toContain('fit the earlier model to the later data, and compare that fit with both.')
  })
})
