import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Recovery } from '../../../src/decision/planted/recovery.js'
import { runCli } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { writeYears } from '../../support/yearly-market.js'

const folder = temporaryFolder()
writeYears(folder)
const run = (...argv: string[]) => runCli(['validate', 'years.yaml', ...argv, '--workers', '1'], { cwd: folder })

describe('mixwright validate --recovery', () => {
  it('prints coverage first, then a sentence a channel, then the table, and writes nothing', async () => {
    const { code, stdout, stderr } = await run('--recovery', '--worlds', '3')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Of the effects planted in 3 worlds made of these data/)
    expect(stdout).toContain('tv’s ROAS is known ')
    expect(stdout).toContain('What 30 years of these data can find')
    expect(stderr).toContain('Recovery of Years: 100 %')
    expect(readdirSync(folder).toSorted()).toEqual(['years.csv', 'years.yaml'])
  })

  it('prints one JSON document, sentences included', async () => {
    const { stdout } = await run('--recovery', '--worlds', '3', '--json')
    const { format, planted, channels, sentences } = JSON.parse(stdout) as Recovery & { sentences: string[] }
    expect({ format, worlds: planted.worlds, names: channels.map(({ name }) => name) }).toEqual({
      format: 'mixwright.recovery/1',
      worlds: 3,
      names: ['tv'],
    })
    expect(sentences).toHaveLength(2)
  })

  it('stops at Ctrl-C and prints no result', async () => {
    const controller = new AbortController()
    const { code, stdout, stderr } = await runCli(['validate', 'years.yaml', '--recovery', '--workers', '1'], {
      cwd: folder,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toContain('Interrupted: nothing was written.')
  })

  it('refuses fewer than three worlds, and worlds of another check', async () => {
    expect(await run('--recovery', '--worlds', '2')).toMatchObject({ code: 2, stdout: '' })
    const { code, stderr } = await run('--placebo', '--worlds', '5')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '`--worlds` goes with `--recovery`, not with `--placebo`.\n',
    })
  })

  it('refuses least squares in one sentence', async () => {
    const other = temporaryFolder()
    writeYears(other, (spec) => spec.replace('fit: { draws: 200, warmup: 150 }', 'fit: { method: ols }'))
    const { code, stdout, stderr } = await runCli(['validate', 'years.yaml', '--recovery'], { cwd: other })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('error `--recovery` needs a method that estimates carry-over and saturation')
  })
})
