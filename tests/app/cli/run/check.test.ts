import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli, type CliRun } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

interface CheckDocument {
  readonly passed: boolean
  readonly window: { readonly periods: number } | null
  readonly findings: readonly { readonly id: string; readonly severity: string }[]
  readonly identifiability: { readonly channels: readonly { readonly name: string }[] } | null
  readonly defaults: readonly { readonly what: string; readonly value: string }[]
}

async function check(spec: string, csv: string, ...more: string[]): Promise<CliRun> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'shop.yaml'), spec)
  writeFileSync(join(folder, 'shop.csv'), csv)
  const run = await runCli(['check', 'shop.yaml', ...more], { cwd: folder })
  expect(readdirSync(folder).sort()).toEqual(['shop.csv', 'shop.yaml'])
  return run
}

describe('mixwright check', () => {
  it('says on stdout what the data are, what was found, what they can tell and every setting, and writes nothing', async () => {
    const { code, stdout, stderr } = await check(smallSpec, smallCsv)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Small shop: 60 weeks from 2024-01-29 to 2025-03-17, 3 channels, \d+ parameters /)
    const titles = [
      'What the data can tell',
      'Does spend follow sales?',
      'What the model believes before the data',
      'Settings and defaults',
    ]
    const places = ['note    shop.csv, column `revenue`', ...titles].map((title) => stdout.indexOf(`\n${title}`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says what media were before the first period, by what the data have', async () => {
    const { stdout } = await check(smallSpec, smallCsv)
    expect(stdout).toMatch(/every channel: before the first +the rows before the KPI begins/)
    const { stdout: without } = await check(smallSpec, smallCsv.replace(/(\n[^,]+),,/g, '$1,6000,'))
    expect(without).toMatch(/tv: before the first period +none/)
    expect(without).toMatch(/search: before the first period +steady at 3\d\d\.?\d*, the mean of the/)
  })

  it('prints the same as one JSON document', async () => {
    const { code, stdout } = await check(smallSpec, smallCsv, '--json')
    const document = JSON.parse(stdout) as CheckDocument
    expect(code).toBe(0)
    expect(document).toMatchObject({
      format: 'mixwright.check/1',
      name: 'Small shop',
      passed: true,
      window: { periods: 60 },
    })
    expect(document.identifiability?.channels.map(({ name }) => name)).toEqual(['tv', 'search', 'newsletter'])
    expect(document.defaults.length).toBeGreaterThan(30)
  })

  it('draws a chart of the priors only where it is asked for them', async () => {
    const { code, stderr } = await check(smallSpec, smallCsv, '--png', 'prior.png')
    expect({ code, stderr }).toEqual({ code: 2, stderr: '--png goes with --prior.\n' })
  })

  it('ends with 1 and the errors on stdout where the data are wrong, as JSON too', async () => {
    const broken = smallCsv.replace(/\n2024-03-04,([\d.]+),\d+/, '\n2024-03-04,$1,lots')
    const text = await check(smallSpec, broken)
    expect(text.code).toBe(1)
    expect(text.stdout).toBe('error   shop.csv line 11, column `tv_spend`: `lots` is not a number.\n')
    const json = await check(smallSpec, broken, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ passed: false, window: null, identifiability: null })
  })

  it('lets the spec accept a warning, which becomes a note', async () => {
    const document = JSON.parse((await check(smallSpec, smallCsv, '--json')).stdout) as CheckDocument
    const warning = document.findings.find(({ severity }) => severity === 'warning')
    const accepted = `${smallSpec}accept: ['${warning?.id}']\n`
    const again = JSON.parse((await check(accepted, smallCsv, '--json')).stdout) as CheckDocument
    expect(again.findings.find(({ id }) => id === warning?.id)?.severity).toBe('note')
  })
})
