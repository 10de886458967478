import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../../src/decision/results.js'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

describe('mixwright fit --warm-start', () => {
  const cwd = temporaryFolder()
  const rows = smallCsv.split('\n')
  writeFileSync(
    join(cwd, 'shop.yaml'),
    smallSpec.replace('method: regression, draws: 20, starts: 2', 'draws: 20, chains: 2'),
  )
  writeFileSync(join(cwd, 'shop.csv'), rows.slice(0, -4).join('\n'))
  const fit = (...more: string[]) => runCli(['fit', 'shop.yaml', '--workers', '1', ...more], { cwd })
  const early = fit('-o', 'may', '--warmup', '100')
  const warmHash = (folder: string) =>
    (JSON.parse(readFileSync(join(cwd, folder, 'summary.json'), 'utf8')) as Summary).fingerprint.warmStart

  it('begins a refit on longer data where the earlier one ended, and says so', async () => {
    expect((await early).code).toBe(0)
    expect(warmHash('may')).toBeUndefined()
    writeFileSync(join(cwd, 'shop.csv'), smallCsv)
    const { code, stderr } = await fit('-o', 'june', '--warm-start', 'may', '--warmup', '150')
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /Starting from may, which knows all \d+ parameters but failed its checks: warm-up of 150 iterations\.\n/,
    )
    expect(warmHash('june')).toMatch(/^[0-9a-f]{64}$/)
    expect(readFileSync(join(cwd, 'june', 'report.html'), 'utf8')).toContain(warmHash('june'))
  })

  it('refuses another method, and a folder that is no fit', async () => {
    await early
    const other = await fit('--method', 'laplace', '--warm-start', 'may')
    expect(other).toMatchObject({ code: 2, stdout: '' })
    expect(other.stderr).toContain('--warm-start belongs to method bayes, and the method is laplace.')
    const none = await fit('-o', 'july', '--warm-start', 'june-2')
    expect(none.code).toBe(1)
    expect(none.stderr).toContain('There is no fit at june-2: mixwright fit <spec> writes one.')
  })
})
