import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '../../../../src/decision/optimise/plan-document.js'
import type { LearningDocument } from '../../../../src/decision/optimise/value-of-learning.js'
import type { Simulation } from '../../../../src/decision/plan/simulation.js'
import { encodeFit } from '../../../../src/fit/artefact/fit-files.js'
import { smallFit } from '../../../decision/support/small-fit.js'
import { runCli } from '../../../support/run-cli.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
writeFit('shop', {})
writeFit('units', { kpi: '{ column: sales, kind: units }' })

/** A made fit, as mixwright fit would write it: 60 weeks from 2023-01-02, channels tv, search (demand capture) and mail. */
function writeFit(name: string, options: Parameters<typeof smallFit>[0]): void {
  const channels = `
  tv: { spend: tv_spend, media: tv_grps }
  search: { spend: search_spend, role: demand-capture }
  mail: { spend: sends }
`
  const { json, draws } = encodeFit(smallFit({ channels, groups: '{ direct: [search, mail] }', ...options }))
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'fit.json'), json)
  writeFileSync(join(folder, name, 'draws.parquet'), draws)
}

const run = (...argv: string[]) => runCli(['plan', ...argv], { cwd: folder })

async function planned(...argv: string[]): Promise<PlanDocument & { learning?: LearningDocument }> {
  const { code, stdout, stderr } = await run(...argv, '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as PlanDocument & { learning?: LearningDocument }
}

describe('mixwright plan', () => {
  it('splits today’s budget of the last year, within 30 % and without raising demand capture', async () => {
    const plan = await planned('shop')
    expect(plan.format).toBe('mixwright.plan/1')
    expect([plan.objective, plan.pattern, plan.status, plan.bound]).toEqual(['profit', 'history', 'optimal', 0])
    expect(plan.window.periods).toBe(52)
    expect(plan.spend).toBeCloseTo(plan.today.spend, 6)
    for (const { today, min, max, spend, role } of plan.channels) {
      expect(min).toBeCloseTo(0.7 * today, 9)
      expect(max).toBeCloseTo((role === 'demand-capture' ? 1 : 1.3) * today, 9)
      expect(spend).toBeGreaterThanOrEqual(min * (1 - 1e-9))
      expect(spend).toBeLessThanOrEqual(max! * (1 + 1e-9))
    }
    expect(plan.difference.probabilityBetter).toBeGreaterThanOrEqual(0)
  })

  it('writes a plan that simulate reads and values the same, to the last digit', async () => {
    const plan = await planned('shop', '--within', '0.6', '--budget', '6000', '-o', 'plan.csv')
    const simulated = await runCli(['simulate', 'shop', '--plan', 'plan.csv', '--json'], { cwd: folder })
    const simulation = JSON.parse(simulated.stdout) as Simulation
    expect(readFileSync(join(folder, 'plan.csv'), 'utf8').split('\n')[0]).toBe('period,tv,search,mail')
    expect(simulation.profit).toEqual(plan.profit)
    expect(simulation.series).toEqual(plan.series)
    expect(simulation.roas).toEqual(plan.roas)
    expect(simulation.against.profit).toEqual(plan.today.profit)
    expect(Math.abs(simulation.spend - 6000)).toBeLessThan(6000e-9)
  })

  it('plans periods after the last row, and simulate agrees', async () => {
    const plan = await planned('shop', '--from', '2024-03-04', '--to', '2024-04-22', '-o', 'ahead.csv')
    const simulated = await runCli(['simulate', 'shop', '--plan', 'ahead.csv', '--json'], { cwd: folder })
    const simulation = JSON.parse(simulated.stdout) as Simulation
    expect(plan.window).toMatchObject({ periods: 8, ahead: 8 })
    expect(simulation.profit).toEqual(plan.profit)
    expect(simulation.kpi).toEqual(plan.kpi)
    expect(plan.assumptions.length).toBeGreaterThan(0)
    const dearer = await planned('shop', '--from', '2024-03-04', '--to', '2024-04-22', '--inflation', '10%')
    expect(dearer.profit!.mean).toBeLessThan(plan.profit!.mean)
  })

  it('says in its first line whether to follow the plan, and prints what limits it', async () => {
    const { stdout, code } = await run('shop')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^(Follow the plan: it brings|Too close to call: keep today’s plan\.)/)
    expect(stdout).toContain('One more EUR of budget brings')
    expect(stdout).toContain('Plan for the most profit, 2023-02-27 to 2024-02-19, 52 weeks')
    const same = await run('shop', '--within', '0')
    expect(same.stdout).toMatch(/^Today’s plan is the best plan within these limits\.\n/)
  })

  it('decides every period when asked, and says what that takes for granted', async () => {
    const { stdout } = await run('shop', '--pattern', 'free', '--last', '12', '--ramp', '0.5')
    expect(stdout.replaceAll('\n', ' ')).toContain('as if media worked equally well in every one of them')
    const plan = await planned('shop', '--pattern', 'free', '--last', '12')
    expect([plan.pattern, plan.status]).toEqual(['free', 'bounded'])
    expect(plan.bound).toBeGreaterThanOrEqual(0)
  })

  it('takes the shape of a file as the pattern', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, t) => `${new Date(Date.UTC(2023, 11, 4 + 7 * t)).toISOString().slice(0, 10)},1,2,${t}`,
    )
    writeFileSync(join(folder, 'weights.csv'), `period,tv,search,mail\n${rows.join('\n')}\n`)
    const plan = await planned('shop', '--pattern', 'weights.csv', '--last', '12', '-o', 'shaped.csv')
    expect(plan.pattern).toBe('weights')
    const tv = readFileSync(join(folder, 'shaped.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1])
    expect(new Set(tv).size).toBe(1)
    const other = await run('shop', '--pattern', 'weights.csv', '--last', '20')
    expect([other.code, other.stderr]).toEqual([
      1,
      expect.stringMatching(/weights\.csv holds 12 periods .*both must have the same periods/),
    ])
  })

  it('values knowledge with --learn', async () => {
    const { learning } = await planned('shop', '--learn')
    expect(learning!.everything).toBeGreaterThanOrEqual(0)
    expect(learning!.everythingPerYear * (52 / (365.25 / 7))).toBeCloseTo(learning!.everything, 9)
    expect(learning!.channels.map(({ name }) => name).sort()).toEqual(['mail', 'search', 'tv'])
    const { stdout } = await run('shop', '--learn')
    expect(stdout).toContain('Knowing every curve exactly before planning')
  })

  const refused: [string[], RegExp][] = [
    [['units', '--objective', 'profit'], /The spec states no `kpi\.margin`/],
    [['shop', '--budget', '1'], /A budget of 1 EUR is below what the limits ask for, at least .* too much/],
    [['shop', '--target', 'roas=1000'], /A ROAS of 1000 can't be reached: the highest within the limits is \d/],
    [['shop', '--bound', 'tv=2..1'], /the floor 2 is above the ceiling 1/],
    [['shop', '--lock', 'tvv'], /--lock names `tvv`.*tv/],
    [['shop', '--pattern', 'free', '--learn'], /--learn values knowledge along a pattern/],
    [['shop', '--inflation', '3%'], /--inflation is about periods after the last row/],
    [['shop', '--pattern', 'nowhere.csv'], /nowhere\.csv/],
  ]
  it.each(refused)('refuses %j in one sentence, exit 1', async (argv, message) => {
    const { code, stdout, stderr } = await run(...argv)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('ends with 2 for options that contradict each other', async () => {
    expect((await run('shop', '--budget', '5', '--budget-max', '6')).code).toBe(2)
    expect((await run('shop', '--objective', 'fame')).code).toBe(2)
  })
})
