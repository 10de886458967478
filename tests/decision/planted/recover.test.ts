import { beforeAll, describe, expect, it } from 'vitest'
import { withoutMedia } from '../../../src/decision/holdout/quick-refit.js'
import { recover } from '../../../src/decision/planted/recover.js'
import type { Recovery } from '../../../src/decision/planted/recovery.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(bayesTasks)
const months = 48
const g = createGenerator(5, 'recover')
const tv = Array.from({ length: months }, (_, t) => (t % 5 < 3 ? 40 + 60 * g.uniform() : 0))
const radio = Array.from({ length: months }, () => (g.uniform() < 0.5 ? 5 + 5 * g.uniform() : 0))
const sales = tv.map((spend, t) => 500 + 3 * spend + 4 * radio[t] + 15 * g.normal())

/** Four years of months, in which tv moves sales plainly and radio, a tenth as much, hardly. */
function model({ kpi = 'kind: revenue, margin: 0.5', length = months } = {}) {
  const yaml = `
kpi: { column: sales, ${kpi} }
channels:
  tv: { spend: tv, adstock: none, saturation: none }
  radio: { spend: radio, adstock: none, saturation: none }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { draws: 200, warmup: 150, chains: 2 }
`
  const columns = { sales, tv, radio }
  const cut = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, length)]))
  return smallModel(yaml, { period: 'month', columns: cut })
}

describe('a recovery study', () => {
  let study: Recovery
  const seen: number[] = []

  beforeAll(async () => {
    const observer = { progress: (done: number, total: number) => void seen.push(done / total) }
    study = await recover(model(), { executor, observer, worlds: 6 })
  })

  it('plants every level in every channel and holds answers against the truth', () => {
    const [channel] = study.channels
    expect(study.planted).toEqual({ worlds: 6, counted: 6, levels: [0, 0.5, 2], otherShapes: 2 })
    expect(channel.worlds.map(({ level }) => level).toSorted((a, b) => a - b)).toEqual([0, 0, 0.5, 0.5, 2, 2])
    expect(channel).toMatchObject({ name: 'tv', measure: 'roas', alive: { worlds: 4 }, dead: { worlds: 2 } })
    for (const { level, truth } of channel.worlds) {
      if (level === 0) expect(truth).toBe(0)
      else expect(truth / level).toBeGreaterThan(1.5)
    }
  })

  it('knows the channel that moves sales well, and the other one less', () => {
    const [first, second] = study.channels
    expect(first.alive.halfWidth).toBeLessThan(0.4)
    expect(second.alive.halfWidth).toBeGreaterThan(2 * first.alive.halfWidth)
    expect(first.dead.share).toBeLessThan(0.03)
    expect(first.smallest.aboveDead as number).toBeLessThan(1)
    expect(first.smallest.breakEven).toBeCloseTo(2, 9)
    expect(first.smallest.aboveBreakEven as number).toBeGreaterThan(2)
  })

  it('holds most of what was planted, counted over both channels and by shape', () => {
    expect(study.coverage).toMatchObject({ count: 8 })
    expect(study.coverageByShape.fitted?.value).toBeGreaterThan(0.6)
    expect(study.coverageByShape.other?.count).toBeGreaterThan(0)
  })

  it('tells of its progress up to the end', () => {
    expect(seen.at(-1)).toBe(1)
    expect(seen.every((part, i) => i === 0 || part >= seen[i - 1])).toBe(true)
  })

  it('gives the same answers again, and asks for KPI per money where the KPI has no value', async () => {
    const units = await recover(model({ kpi: 'kind: units' }), { executor, worlds: 3 })
    expect(units.channels[0]).toMatchObject({
      measure: 'kpi-per-spend',
      dead: { profitable: null },
      smallest: { breakEven: null, aboveBreakEven: null },
    })
    expect(await recover(model({ kpi: 'kind: units' }), { executor, worlds: 3 })).toEqual(units)
  })

  it('refuses in one sentence what it can’t be made of', async () => {
    await expect(recover(model(), { executor, worlds: 2 })).rejects.toThrow(
      '`worlds` must be at least 3, one for each size of effect; it is 2.',
    )
    await expect(recover(model({ length: 2 }), { executor })).rejects.toThrow(
      /^`--recovery` needs at least as many months as parameters: there are 2 for \d+, too few to learn anything\.$/,
    )
    const ols = smallModel(
      `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv } }\nfit: { method: ols }\nbaseline: { trend: none }\n`,
      { period: 'month', columns: { sales, tv } },
    )
    await expect(recover(ols, { executor })).rejects.toThrow(
      '`--recovery` needs a method that estimates carry-over and saturation, and `fit.method` is ols: state bayes, regression or laplace.',
    )
    const own = model()
    const fit = { ...own.spec.fit, method: 'regression', penalty: 'none' } as const
    await expect(recover({ ...own, spec: { ...own.spec, fit } }, { executor })).rejects.toThrow(
      '`--recovery` needs priors, without which what the data don’t tell has no bounds, and `fit.penalty` is none: leave it out.',
    )
    const bare = withoutMedia(model())
    await expect(recover(bare, { executor })).rejects.toThrow('`--recovery` needs a channel, and the model has none.')
  })
})
