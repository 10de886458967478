import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runPriorCheck, type PriorCheckOptions } from '../../../../src/app/cli/run/check-prior.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

async function checkPrior(options: Partial<PriorCheckOptions> = {}, spec = smallSpec, csv = smallCsv) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'shop.yaml'), spec)
  writeFileSync(join(folder, 'shop.csv'), csv)
  let stdout = ''
  const output = { write: (text: string) => void (stdout += text), terminal: false, columns: 100 }
  const signal = new AbortController().signal
  const io = { stdout: output, stderr: output, cwd: folder, now: () => 0, signal }
  const code = await runPriorCheck(io, { spec: 'shop.yaml', json: false, png: null, ...options })
  return { code, stdout, folder }
}

describe('mixwright check --prior', () => {
  it('prints what the priors believe of media and of the KPI, and draws it', async () => {
    const { code, stdout, folder } = await checkPrior({ png: 'charts/prior.png' })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Small shop: 1000 draws from the priors \(seed \d+\), on the media of 60 weeks from/)
    expect(stdout).toMatch(/\nall paid media +\d/)
    expect(stdout).toMatch(/\nKPI of one week +-?\d/)
    expect(stdout).toMatch(/\nChart: charts\/prior\.png\n$/)
    expect(
      readFileSync(join(folder, 'charts', 'prior.png'))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('prints the same as one JSON document', async () => {
    const { stdout } = await checkPrior({ json: true })
    const document = JSON.parse(stdout) as { media: { channels: object[] }; kpi: { observed: number[] } }
    expect(document).toMatchObject({ format: 'mixwright.prior/1', name: 'Small shop', passed: true, period: 'week' })
    expect(document.media.channels).toHaveLength(3)
    expect(document.kpi.observed).toHaveLength(60)
  })

  it('refuses a model without priors, and data with errors', async () => {
    const free = smallSpec.includes('\nfit:') ? smallSpec.replace(/\nfit:.*/, '') : smallSpec
    await expect(checkPrior({}, `${free.trimEnd()}\nfit: { method: regression, penalty: none }\n`)).rejects.toThrow(
      '`penalty: none` uses no priors, so there is nothing to draw from',
    )
    const broken = smallCsv.replace(/\n2024-03-04,([\d.]+),\d+/, '\n2024-03-04,$1,lots')
    const { code, stdout } = await checkPrior({ json: true }, smallSpec, broken)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ passed: false })
  })
})
