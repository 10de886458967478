import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Simulation } from '../../../../src/decision/plan/simulation.js'
import type { Returns } from '../../../../src/decision/results.js'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

// 60 weeks of the fit, 2024-01-29 to 2025-03-17; paid channels tv and search, organic newsletter.
const folder = temporaryFolder()

beforeAll(async () => {
  writeFileSync(join(folder, 'shop.yaml'), smallSpec)
  writeFileSync(join(folder, 'shop.csv'), smallCsv)
  expect((await runCli(['fit', 'shop.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
}, 60_000)

const run = (...argv: string[]) => runCli(['simulate', 'fits/shop', ...argv], { cwd: folder })

async function simulate(...argv: string[]): Promise<Simulation> {
  const { code, stdout, stderr } = await run(...argv, '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Simulation
}

describe('mixwright simulate', () => {
  it('gives today’s plan the very figures of show returns, over the same window', async () => {
    const shown = await runCli(['show', 'fits/shop', 'returns', '--last', '52', '--format', 'json'], { cwd: folder })
    const tables = (JSON.parse(shown.stdout) as { tables: { rows: Record<string, unknown>[] }[] }).tables
    const all = tables[0].rows.find(({ channel }) => channel === 'all paid media') as unknown as Returns
    const { spend, incrementalKpi, incrementalValue, profit, roas, roi, difference } = await simulate()
    const { mean, q05, q95 } = profit!
    expect(all).toMatchObject({ spend, incrementalKpi, incrementalValue, roas, roi })
    expect(all.profit).toMatchObject({ mean, q05, q95 })
    expect(difference.probabilityBetter).toBeNull()
  })

  it('reads back the plan that it wrote, to the last digit', async () => {
    const changed = await simulate(
      '--set',
      'tv=130%',
      '--shift',
      '100:search:tv',
      '--pause',
      'tv:2024-09',
      '-o',
      'plan.csv',
    )
    expect(readFileSync(join(folder, 'plan.csv'), 'utf8').split('\n')[0]).toBe('period,tv,search')
    const { name, ...read } = await simulate('--plan', 'plan.csv')
    expect(name).toBe('plan.csv')
    expect({ name: 'today, changed', ...read }).toEqual(changed)
  })

  it.each([[[]], [['--from', '2025-04', '--to', '2025-06']]])(
    'gives the very figures of the plan that mixwright plan %j wrote',
    async (window) => {
      const { stdout } = await runCli(['plan', 'fits/shop', ...window, '-o', 'best.csv', '--json'], { cwd: folder })
      const planned = JSON.parse(stdout) as Simulation
      const { spend, series, kpi, predictive, incrementalKpi, profit, roas, roi } = await simulate('--plan', 'best.csv')
      expect(planned).toMatchObject({ spend, series, kpi, predictive, incrementalKpi, profit, roas, roi })
    },
  )

  it('compares with another plan, and with none', async () => {
    const against = await simulate('--against', 'plan.csv')
    expect(against.against.name).toBe('plan.csv')
    const none = await simulate('--against', 'zero')
    expect(none.against).toMatchObject({ name: 'zero', spend: 0, roas: null })
    expect(none.difference.profit!.mean).toBe(none.profit!.mean)
  })

  it('prints the answer first, then the channels, then the periods if asked', async () => {
    const { stdout } = await run('--set', 'tv=50%', '--series', '--png', 'plan.png')
    expect(readFileSync(join(folder, 'plan.png')).subarray(1, 4).toString()).toBe('PNG')
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^Against today's plan, /)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(stdout).toMatch(/Plan: today, changed, 2024-03-25 to 2025-03-17, 52 weeks[\s\S]*Expected revenue by week/)
  })

  it('forecasts periods after the last row, with what it assumes', async () => {
    const ahead = await simulate('--from', '2025-04', '--to', '2025-05', '--inflation', '3%')
    expect(ahead.window).toMatchObject({ from: '2025-04-07', ahead: ahead.periods.length })
    expect(ahead.predictive!.q05).toHaveLength(ahead.periods.length)
    expect(ahead.assumptions[0]).toContain('3 % dearer')
    writeFileSync(join(folder, 'next.csv'), 'period,price,temperature\n2025-04-07,8,30\n')
    const warm = await simulate('--from', '2025-04', '--to', '2025-05', '--scenario', 'next.csv')
    expect(warm.assumptions.join(' ')).toContain('as the scenario has them: price, temperature.')
    expect(warm.series.mean[0]).not.toBe(ahead.series.mean[0])
  })

  it.each([
    [['--plan', 'none.csv'], "Can't read none.csv: there is no such file or folder."],
    [['--set', 'tvv=5'], '--set names `tvv`, which is no paid channel of the model (tv, search). Did you mean `tv`?'],
    [['--shift', '1e9:search:tv'], "search spends 31.7 k over the window, so 1 bn can't be shifted from it."],
    [['--pause', 'tv:2024-02'], "The pause of tv lies outside the plan's window."],
    [
      ['--plan', 'plan.csv', '--last', '4'],
      'plan.csv holds 2024-03-25 to 2025-03-17, but the window asked for is 2025-02-24 to 2025-03-17; leave out the window, or cut the plan to it.',
    ],
    [
      ['--against', 'plan.csv', '--last', '4'],
      'plan.csv holds 2024-03-25 to 2025-03-17, but the plan is over 2025-02-24 to 2025-03-17; both must have the same periods.',
    ],
    [
      ['--inflation', '3%'],
      '--inflation is about periods after the last row with a KPI, 2025-03-17, but the window is 2024-03-25 to 2025-03-17.',
    ],
    [
      ['--from', '2026-06'],
      '--from 2026-06 lies more than a year after the last week of the fit: a forecast reaches no further than 2026-03-16.',
    ],
  ])('refuses %j in one sentence', async (argv, message) => {
    const { code, stdout, stderr } = await run(...argv)
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `error ${message}\n` })
  })

  it.each([[['--all', '--last', '3']], [['--inflation', '3']], [['--budget', '3']]])(
    'calls %j wrong usage',
    async (argv) => {
      const { code, stdout } = await run(...argv)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    },
  )
})
