import { beforeAll, describe, expect, it } from 'vitest'
import { placeboStudy, type Placebo } from '../../../src/decision/planted/placebo.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(bayesTasks)
const months = 48
const g = createGenerator(8, 'placebo')
const tv = Array.from({ length: months }, () => (g.uniform() < 0.5 ? 40 + 60 * g.uniform() : 0))
const idle = Array.from({ length: months }, () => (g.uniform() < 0.5 ? 40 + 60 * g.uniform() : 0))
const sends = Array.from({ length: months }, () => 10 * g.uniform())
const sales = tv.map((spend) => 500 + 3 * spend + 15 * g.normal())

/** Four years of months; idle does nothing. */
function model(length = months) {
  const yaml = `
kpi: { column: sales, kind: revenue, margin: 0.5 }
channels:
  tv: { spend: tv, adstock: none, saturation: none }
  idle: { spend: idle, adstock: none, saturation: none }
organic: { newsletter: { media: sends, adstock: none, saturation: none } }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { draws: 150, warmup: 150, chains: 2 }
`
  const columns = { sales, tv, idle, sends }
  const cut = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, length)]))
  return smallModel(yaml, { period: 'month', columns: cut })
}

describe('a placebo study', () => {
  let study: Placebo

  beforeAll(async () => {
    study = await placeboStudy(model(), { executor })
  })

  it('copies every paid channel twice', () => {
    expect(study.channels.map(({ name, measure }) => [name, measure])).toEqual([
      ['tv', 'roas'],
      ['idle', 'roas'],
    ])
    for (const { placebos } of study.channels) {
      expect(placebos.map(({ kind, by }) => [kind, by])).toEqual([
        ['shuffled', 7],
        ['shifted', 24],
      ])
    }
    expect(study).toMatchObject({ format: 'mixwright.placebo/1', leftOut: [], refits: { chains: 2, draws: 150 } })
  })

  it('gives placebos little, a channel that works much, and one that does nothing no more than they', () => {
    const [works, dead] = study.channels
    for (const { placebo, own, above } of works.placebos) {
      expect(placebo.share.mean).toBeLessThan(0.05)
      expect(own.share.mean).toBeGreaterThan(0.1)
      expect(own.answer.mean).toBeGreaterThan(2)
      expect(above).toBeGreaterThan(0.99)
    }
    expect(works.standsAbove).toBe(true)
    expect(dead.standsAbove).toBe(false)
  })

  it('names what the priors expected of a placebo', () => {
    const { prior } = study.channels[0].placebos[0]
    expect(prior?.share.median).toBeGreaterThan(0.001)
    expect(prior?.roas?.q95).toBeGreaterThan(prior?.roas?.median as number)
  })

  it('takes the channels that are named, organic ones too, and gives the same again', async () => {
    const options = { executor, channels: ['newsletter'] }
    const named = await placeboStudy(model(), options)
    expect(named.channels).toMatchObject([
      { name: 'newsletter', measure: 'share', placebos: [{ prior: { roas: null } }, {}] },
    ])
    expect(await placeboStudy(model(), options)).toEqual(named)
  })

  it('leaves out a copy that would be the channel again, with its reason', async () => {
    const alternating = tv.map((_, t) => (t % 2 === 0 ? 100 : 0))
    const repeated = smallModel(
      `kpi: { column: sales, kind: units }
channels: { tv: { spend: tv, adstock: none, saturation: none } }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { draws: 100, warmup: 100 }
`,
      { period: 'month', columns: { sales, tv: alternating } },
    )
    const { channels, leftOut } = await placeboStudy(repeated, { executor })
    expect(channels[0].placebos.map(({ kind }) => kind)).toEqual(['shuffled'])
    expect(leftOut).toEqual(['tv repeats itself: its shifted copy would be tv again, and no placebo.'])
  })

  it('refuses in one sentence what it can’t copy', async () => {
    await expect(placeboStudy(model(), { executor, channels: ['tw'] })).rejects.toThrow(
      '`--channel` must name a channel of the model (tv, idle or newsletter), not tw.',
    )
    await expect(placeboStudy(model(12), { executor })).rejects.toThrow(
      '`--placebo` needs at least 16 months to put into another order; there are 12.',
    )
    const organic = smallModel(
      `kpi: { column: sales, kind: revenue }\norganic: { newsletter: { media: sends } }\nbaseline: { trend: none }\n`,
      { period: 'month', columns: { sales, sends } },
    )
    await expect(placeboStudy(organic, { executor })).rejects.toThrow(
      '`--placebo` copies paid channels, and the model has none: name others with `--channel`.',
    )
  })
})
