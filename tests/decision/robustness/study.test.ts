import { beforeAll, describe, expect, it } from 'vitest'
import { robustnessStudy } from '../../../src/decision/robustness/study.js'
import { rungSentences, studySentences } from '../../../src/decision/robustness/study-words.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import type { RobustnessStudy } from '../../../src/fit/robustness/robustness.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor({ ...regressionTasks, ...bayesTasks })
const g = createGenerator(5, 'robustness')
const weeks = Array.from({ length: 80 }, (_, t) => t)
const noise = weeks.map(() => g.normal())
// Spend that climbs as demand does: whether the climb is the trend's or tv's depends on the baseline.
const tv = weeks.map((t) => 20 + t + 5 * g.uniform())
// Spend on and off at random: no baseline takes it for itself.
const radio = weeks.map(() => (g.uniform() < 0.5 ? 0 : 40 + 10 * g.uniform()))
const sales = weeks.map((t) => 400 + 2 * t + tv[t] + 3 * radio[t] + 4 * noise[t])

const transforms = 'adstock: none, saturation: none'
const yaml = (fit: string, baseline: string) => `
kpi: { column: sales, kind: revenue, margin: 0.5 }
channels:
  tv: { spend: tv, ${transforms} }
  radio: { spend: radio, ${transforms} }
baseline: ${baseline}
noise: normal
fit: ${fit}
`
const model = (fit: string, baseline: string) => smallModel(yaml(fit, baseline), { columns: { sales, tv, radio } })

describe('robustnessStudy of least squares', () => {
  let study: RobustnessStudy

  beforeAll(async () => {
    study = await robustnessStudy(model('{ method: ols, draws: 200 }', '{ trend: linear }'), {
      kind: 'ladder',
      executor,
    })
  })

  it('flags the channel whose return is the trend’s, and not the one that no baseline can explain', () => {
    expect(study.channels.map(({ name, dependent }) => [name, dependent])).toEqual([
      ['tv', true],
      ['radio', false],
    ])
    expect(study.channels[0].outside[0].id).toBe('no-trend')
    expect(study.channels[0].farthest?.mean).toBeCloseTo(3, 0)
    expect(study.channels[1].estimate.mean).toBeCloseTo(3, 0)
  })

  it('says so in words', () => {
    const [verdict, first, second, media] = studySentences(study)
    expect(verdict).toBe('Of 2 channels one is baseline-dependent: tv.')
    expect(first).toMatch(
      /^tv is baseline-dependent: its ROAS of .* becomes .* with no trend.*, outside that interval; over all variants it is /,
    )
    expect(second).toMatch(/^radio is robust: its ROAS of 3\.?\d* \(.*\) stays at .* throughout; it moves most with /)
    expect(media).toMatch(/^all paid media is /)
  })

  it('says of a single channel nothing twice', () => {
    const [tv] = study.channels
    expect(studySentences({ ...study, channels: [tv] })).toEqual([
      'The only channel, tv, is baseline-dependent.',
      expect.stringMatching(/^tv is baseline-dependent: /),
    ])
    const robust = { ...tv, dependent: false, outside: [] }
    expect(studySentences({ ...study, channels: [robust] })[0]).toBe('The channel is not baseline-dependent.')
    expect(studySentences({ ...study, channels: [{ ...robust, farthest: null }] })[1]).toBe(
      'tv: nothing to hold it against, as no variant was counted.',
    )
    expect(studySentences({ ...study, channels: [{ ...tv, outside: [] }] })[1]).toContain(
      'more than half of that interval',
    )
  })

  it('begins with the model as it stands, names the window, and is fitted as least squares', () => {
    const { format, rungs, window, refits, measure, against } = study
    expect({ format, first: rungs[0].label, window, refits, measure, against }).toEqual({
      format: 'mixwright.ladder/1',
      first: 'as specified',
      window: { from: '2023-01-02', to: '2024-07-08', period: 'week', periods: 80 },
      refits: { method: 'ols', chains: 1, draws: 200 },
      measure: 'roas',
      against: 'refit',
    })
  })

  it('refuses to vary forms where none is estimated', async () => {
    const fixed = model('{ method: ols }', '{ trend: linear }')
    await expect(robustnessStudy(fixed, { kind: 'forms', executor })).rejects.toThrow(
      'No form of this model can be varied. No other adstock: the spec fixes them all. No other saturation: the spec fixes them all. No other priors: this model is fitted without any. `--ladder` varies its baseline and its noise.',
    )
  })
})

describe('robustnessStudy by sampling', () => {
  it('prefers the baseline that the data were made with, and says so', async () => {
    const flat = model(
      '{ method: bayes, draws: 150, warmup: 150, chains: 2 }',
      '{ trend: none, seasonality: { yearly: 0 } }',
    )
    const study = await robustnessStudy(flat, { kind: 'ladder', executor })
    const line = study.rungs.find(({ id }) => id === 'linear-trend')
    expect(study.refits).toEqual({ method: 'bayes', chains: 2, draws: 150 })
    expect(line?.rhat).toBeLessThan(1.1)
    expect(line?.prediction?.difference).toBeGreaterThan(4)
    expect(line?.status).toBe('preferred')
    expect(rungSentences(study).join(' ')).toMatch(
      /The data speak for a straight-line trend over the model as specified \(expected log predictive density .* higher, standard error .*\): consider it\./,
    )
  })

  it('varies the priors of a model whose forms are fixed, and gives the same for the same seed', async () => {
    const small = model(
      '{ method: bayes, draws: 40, warmup: 60, chains: 1 }',
      '{ trend: linear, seasonality: { yearly: 0 } }',
    )
    const study = await robustnessStudy(small, { kind: 'forms', executor })
    expect(study.rungs.map(({ id }) => id)).toEqual(['as-specified', 'sceptical-prior', 'wider-priors'])
    expect(await robustnessStudy(small, { kind: 'forms', executor })).toEqual(study)
  })
})
