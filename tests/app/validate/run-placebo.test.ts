import { describe, expect, it } from 'vitest'
import type { Placebo } from '../../../src/decision/planted/placebo.js'
import { runCli } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { writeYears } from '../../support/yearly-market.js'

const folder = temporaryFolder()
writeYears(folder)
const run = (...argv: string[]) => runCli(['validate', 'years.yaml', ...argv, '--workers', '1'], { cwd: folder })

describe('mixwright validate --placebo', () => {
  it('prints the verdict first, then a sentence a channel, then the table', async () => {
    const { code, stdout, stderr } = await run('--placebo')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^tv stands above what the model gives to a channel that does nothing\.\n/)
    expect(stdout).toContain('What a channel that does nothing is given')
    expect(stderr).toContain('Placebos of Years: 100 %')
  })

  it('prints one JSON document for the channels that are named', async () => {
    const { stdout } = await run('--placebo', '--channel', 'tv', '--json')
    const { format, channels } = JSON.parse(stdout) as Placebo
    expect({ format, names: channels.map(({ name }) => name) }).toEqual({
      format: 'mixwright.placebo/1',
      names: ['tv'],
    })
  })

  it('refuses a channel that the model has not, and channels of another check', async () => {
    const unknown = await run('--placebo', '--channel', 'tv', '--channel', 'tw')
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('error `--channel` must name a channel of the model (tv), not tw.')
    expect(await run('--recovery', '--channel', 'tv')).toMatchObject({
      code: 2,
      stderr: '`--channel` goes with `--placebo`, not with `--recovery`.\n',
    })
  })
})
