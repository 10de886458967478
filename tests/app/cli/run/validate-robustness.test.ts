import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandIo } from '../../../../src/app/cli/command-io.js'
import { readFitFolder } from '../../../../src/app/folder/fit-folder.js'
import { robustnessTarget } from '../../../../src/app/validate/robustness-target.js'
import type { Summary } from '../../../../src/decision/results.js'
import { encodeFit } from '../../../../src/fit/artefact/fit-files.js'
import { version } from '../../../../src/fit/artefact/version.js'
import type { RobustnessStudy } from '../../../../src/fit/robustness/robustness.js'
import { runCli } from '../../../support/run-cli.js'
import { folderContent } from '../../../support/shop-folder.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
const spec = `mixwright: 1
name: Months
data: { file: months.csv, date: month, period: month }
currency: EUR
kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv, adstock: none, saturation: none }, radio: { spend: radio, adstock: none, saturation: none } }
baseline: { trend: linear, seasonality: { yearly: 1 } }
noise: normal
fit: { method: ols, draws: 50 }
`

// Spend on tv climbs as demand does; radio is on and off.
function monthsCsv(): string {
  const rows = Array.from({ length: 48 }, (_, t) => {
    const month = `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`
    const tv = 20 + t + ((t * 7) % 5)
    const radio = (t * 5) % 3 === 0 ? 0 : 30 + ((t * 11) % 7)
    return `${month},${400 + 4 * t + tv + 3 * radio + ((t * 13) % 8)},${tv},${radio}`
  })
  return `month,sales,tv,radio\n${rows.join('\n')}\n`
}

const run = (...argv: string[]) => runCli(['validate', ...argv, '--workers', '1'], { cwd: folder })
const summary = () => JSON.parse(readFileSync(join(folder, 'fits', 'months', 'summary.json'), 'utf8')) as Summary

beforeAll(async () => {
  writeFileSync(join(folder, 'months.csv'), monthsCsv())
  writeFileSync(join(folder, 'months.yaml'), spec)
  writeFileSync(join(folder, 'other.yaml'), spec.replace('draws: 50', 'draws: 60'))
  expect((await runCli(['fit', 'months.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
})

describe('mixwright validate --ladder', () => {
  it('prints the verdict and the figures of a spec that has no fit, and says that nothing keeps them', async () => {
    const before = folderContent(folder)
    const { code, stdout, stderr } = await run('other.yaml', '--ladder')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Of 2 channels one is baseline-dependent: tv\.\n/)
    expect(stdout).toContain('Every rung of the ladder')
    expect(stderr).toContain('Baselines of Months: 100 %')
    expect(stderr).toContain('Not kept: fits/other holds no fit of this very model.')
    expect(folderContent(folder)).toEqual(before)
  })

  it('keeps its result in the fit of the very spec: summary, flags and report', async () => {
    expect(summary().robustness).toBeUndefined()
    const { code, stderr } = await run('months.yaml', '--ladder')
    expect(code).toBe(0)
    expect(stderr).toContain('Kept in fits/months; its report shows it: fits/months/report.html')
    const { robustness, channels } = summary()
    expect(robustness?.ladder?.against).toBe('fit')
    expect(channels.map(({ name, flags }) => [name, flags.includes('baseline-dependent')])).toEqual([
      ['tv', true],
      ['radio', false],
    ])
    const report = readFileSync(join(folder, 'fits', 'months', 'report.html'), 'utf8')
    expect(report).toContain('Other models of the same data')
    const shown = await runCli(['show', 'fits/months', 'diagnostics'], { cwd: folder })
    expect(shown.stdout).toContain('Answers under other baselines')
  })

  it('prints one JSON document', async () => {
    const { code, stdout } = await run('other.yaml', '--ladder', '--json')
    const study = JSON.parse(stdout) as RobustnessStudy & { readonly sentences: readonly string[] }
    expect({ code, format: study.format, against: study.against }).toEqual({
      code: 0,
      format: 'mixwright.ladder/1',
      against: 'refit',
    })
    expect(study.sentences[0]).toBe('Of 2 channels one is baseline-dependent: tv.')
    expect(study.rungs.map(({ label }) => label)).toEqual([
      'as specified',
      'no trend',
      'no yearly waves',
      '2 yearly waves',
      'AR(1) noise',
    ])
  })

  it('names a path that is neither a spec nor a fit', async () => {
    const { code, stdout, stderr } = await run('nowhere', '--ladder')
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error Can’t read nowhere: there is no such file or folder.\n'.replace('’', "'"),
    })
  })
})

describe('robustnessTarget', () => {
  const io: CommandIo = {
    stdout: { write: () => undefined, terminal: false, columns: 100 },
    stderr: { write: () => undefined, terminal: false, columns: 100 },
    cwd: folder,
    now: () => 0,
    signal: new AbortController().signal,
  }

  it('takes the folder of a fit as well as its spec', async () => {
    const ofFolder = await robustnessTarget(io, 'fits/months')
    const ofSpec = await robustnessTarget(io, 'months.yaml')
    expect(ofFolder.fit?.fit.fingerprint).toEqual(ofSpec.fit?.fit.fingerprint)
    expect(ofFolder.fit?.folder).toBe(ofSpec.fit?.folder)
    expect(ofFolder.model.channels.map(({ name }) => name)).toEqual(['tv', 'radio'])
  })

  it('refuses a fit of another version, whose answers differ by more than the model', async () => {
    const fit = await readFitFolder(join(folder, 'fits', 'months'))
    const { json, draws } = encodeFit({ ...fit, fingerprint: { ...fit.fingerprint, version: '0.0.1' } })
    mkdirSync(join(folder, 'old'))
    writeFileSync(join(folder, 'old', 'fit.json'), json)
    writeFileSync(join(folder, 'old', 'draws.parquet'), draws)
    await expect(robustnessTarget(io, 'old')).rejects.toThrow(
      `The fit in old was made by mixwright 0.0.1, and this is ${version}: fit the model again`,
    )
  })
})

describe('mixwright validate --forms', () => {
  it('refuses a model that estimates no form, in one sentence, and writes nothing', async () => {
    const before = folderContent(folder)
    const { code, stdout, stderr } = await run('months.yaml', '--forms')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('error No form of this model can be varied.')
    expect(folderContent(folder)).toEqual(before)
  })
})
