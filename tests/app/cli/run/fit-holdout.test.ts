import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../../src/decision/results.js'
import { decodeFit } from '../../../../src/fit/artefact/fit-files.js'
import { runCli } from '../../../support/run-cli.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const spec = `mixwright: 1
name: Kiosk
data: { file: kiosk.csv, date: week, period: week }
currency: EUR
kpi: { column: revenue, kind: revenue, margin: 0.4 }
channels: { tv: { spend: tv, medium: television } }
baseline: { trend: linear, seasonality: { yearly: 1 } }
fit: { method: regression, draws: 20, starts: 2 }
`
const csv = ['week,revenue,tv', ...Array.from({ length: 80 }, (_, t) => row(t))].join('\n')

function row(t: number): string {
  const week = new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10)
  const tv = t % 9 < 3 ? 1000 + 100 * (t % 7) : 0
  return `${week},${10_000 + 3 * tv + 20 * t + 90 * ((t * 7919) % 11)},${tv}`
}

function kiosk(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'kiosk.yaml'), spec)
  writeFileSync(join(folder, 'kiosk.csv'), csv)
  return folder
}

describe('mixwright fit', () => {
  const folder = kiosk()
  const run = runCli(['fit', 'kiosk.yaml', '--workers', '1'], { cwd: folder })
  const read = (name: string): string => readFileSync(join(folder, 'fits', 'kiosk', name), 'utf8')

  it('holds out the last quarter, and keeps what it found with the fit', async () => {
    const { code, stderr } = await run
    expect(code).toBe(0)
    expect(stderr).toContain('Holding out the end: 100 %\n')
    const { holdout, holdoutReason } = JSON.parse(read('summary.json')) as Summary
    expect(holdoutReason).toBeNull()
    expect([holdout!.from, holdout!.to, holdout!.fittedPeriods]).toEqual(['2025-04-14', '2025-07-07', 67])
    expect(holdout!.model.rmse).toBeLessThan(holdout!.seasonalNaive.rmse)
    const draws = new Uint8Array(readFileSync(join(folder, 'fits', 'kiosk', 'draws.parquet')))
    const fit = await decodeFit({ json: read('fit.json'), draws }, 'fits/kiosk')
    expect(fit.holdout).toEqual({ holdout, reason: null })
    expect(read('report.html')).toContain('id="chart-holdout"')
  })

  it('shows the same numbers afterwards without fitting again, in any window', async () => {
    await run
    const { holdout } = JSON.parse(read('summary.json')) as Summary
    const shown = await runCli(['show', 'fits/kiosk', 'diagnostics', '--last', '26', '--format', 'json'], {
      cwd: folder,
    })
    const { tables } = JSON.parse(shown.stdout) as { tables: { title: string; rows: Record<string, unknown>[] }[] }
    const errors = tables.find(({ title }) => title.startsWith('Hold-out: 2025-04-14'))!
    expect(errors.rows.map(({ rmse }) => rmse)).toEqual([
      holdout!.model.rmse,
      holdout!.withoutMedia.rmse,
      holdout!.seasonalNaive.rmse,
    ])
    const returns = tables.find(({ title }) => title.startsWith('ROAS with and without'))!
    expect(returns.rows.map(({ channel }) => channel)).toEqual(['tv', 'all paid media'])
  })

  it('leaves nothing when it is interrupted while the end is held out', async () => {
    const other = kiosk()
    const controller = new AbortController()
    const { code } = await runCli(['fit', 'kiosk.yaml', '--workers', '1'], {
      cwd: other,
      signal: controller.signal,
      onProgress: (text) => {
        if (text.startsWith('Holding out')) controller.abort()
      },
    })
    expect(code).toBe(130)
    expect(existsSync(join(other, 'fits', 'kiosk'))).toBe(false)
  })
})
