import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Backtest } from '../../../../src/decision/forecast/backtest.js'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
// The 64 weeks of the small market, all of them with a KPI, are a year and a quarter short of one week: no origin.
writeFileSync(join(folder, 'short.csv'), smallCsv)
writeFileSync(join(folder, 'short.yaml'), smallSpec.replace('shop.csv', 'short.csv'))
writeFileSync(join(folder, 'years.csv'), yearsCsv())
writeFileSync(
  join(folder, 'years.yaml'),
  `mixwright: 1
name: Years
data: { file: years.csv, date: year, period: year }
currency: EUR
kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv, adstock: none, saturation: none } }
baseline: { trend: none }
noise: normal
fit: { draws: 10, starts: 1 }
`,
)

function yearsCsv(): string {
  const rows = Array.from({ length: 30 }, (_, t) => {
    const tv = 20 + ((t * 7) % 13)
    return `${1960 + t},${300 + 4 * tv + ((t * 5) % 7)},${tv}`
  })
  return `year,sales,tv\n${rows.join('\n')}\n`
}

const run = (...argv: string[]) => runCli(['validate', ...argv, '--workers', '1'], { cwd: folder })

describe('mixwright validate', () => {
  it('prints the verdict of a backtest first, then the errors by horizon', async () => {
    const { code, stdout, stderr } = await run('years.yaml', '--backtest')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Up to a year ahead the model predicts better than seasonal-naive/)
    expect(stdout).toContain('seasonal-naive')
    expect(stderr).toContain('Backtest of Years: 100 %')
  })

  it('prints one JSON document', async () => {
    const { stdout } = await run('years.yaml', '--backtest', '--json')
    const { format, origins, verdict } = JSON.parse(stdout) as Backtest
    expect({ format, count: origins.length, beats: verdict.beatsSeasonalNaive }).toEqual({
      format: 'mixwright.backtest/1',
      count: 12,
      beats: true,
    })
  })

  it('refuses data that are too short in one sentence', async () => {
    const { code, stdout, stderr } = await run('short.yaml', '--backtest')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(
      'error A hold-out needs a year of data (52 weeks) before the last 13 weeks; there are 47 weeks.',
    )
  })

  it('needs exactly one check', async () => {
    const { code, stdout, stderr } = await run('years.yaml')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^mixwright validate needs one check \(--backtest.*\); none was given\.\n$/)
  })
})
