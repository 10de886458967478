import { beforeAll, describe, expect, it } from 'vitest'
import { backtest, type Backtest } from '../../../src/decision/forecast/backtest.js'
import { backtestSentence } from '../../../src/decision/words/backtest-sentence.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import { backtestTable } from '../../../src/present/table/backtest-table.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const months = 48
const executor = inlineExecutor(regressionTasks)
const g = createGenerator(3, 'backtest')
const tv = Array.from({ length: months }, (_, t) => (t % 5 < 3 ? 40 + 60 * g.uniform() : 0))
const noise = Array.from({ length: months }, () => g.normal())

/** Four years of months; the KPI follows tv, or else a season that the model is told not to have. */
function model(kpi: (t: number) => number) {
  const yaml = `
kpi: { column: sales, kind: units }
channels: { tv: { spend: tv, adstock: none, saturation: none } }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { draws: 20, starts: 1 }
`
  return smallModel(yaml, { period: 'month', columns: { sales: tv.map((_, t) => kpi(t)), tv } })
}

describe('backtest', () => {
  let good: Backtest
  let bad: Backtest
  const sales = model((t) => 500 + 3 * tv[t] + 10 * noise[t])

  beforeAll(async () => {
    good = await backtest(sales, { executor })
    bad = await backtest(
      model((t) => 500 + 200 * ((t * 7) % 12) + tv[t] + noise[t]),
      { executor },
    )
  })

  it('goes back by a quarter at a time and predicts the next one', () => {
    expect(good.origins.map(({ fittedPeriods }) => fittedPeriods)).toEqual([24, 27, 30, 33, 36, 39, 42, 45])
    expect(good.origins[0]).toMatchObject({ lastFitted: '2001-12', periods: ['2002-01', '2002-02', '2002-03'] })
    expect(good.origins.at(-1)!.periods.at(-1)).toBe('2003-12')
    expect(good.horizons.map(({ from, to, predictions }) => [from, to, predictions])).toEqual([
      [1, 1, 8],
      [2, 2, 8],
      [3, 3, 8],
    ])
    expect(good).toMatchObject({ verdictPeriods: 3, skipped: [] })
    expect(good.verdict.predictions).toBe(24)
  })

  it('compares with what was observed and with the same month a year before', () => {
    const [first] = good.origins
    expect(first.observed).toEqual(Array.from(sales.kpi.slice(24, 27)))
    expect(first.seasonalNaive.mean).toEqual(Array.from(sales.kpi.slice(12, 15)))
  })

  it('scores over all origins: errors, and the share inside the band', () => {
    const all = good.origins.flatMap(({ observed, model: { mean, q05, q95 } }) =>
      observed.map((kpi, h) => ({ kpi, mean: mean[h], inside: kpi >= q05[h] && kpi <= q95[h] })),
    )
    const square = all.reduce((sum, { kpi, mean }) => sum + (kpi - mean) ** 2, 0) / all.length
    expect(good.verdict.model.rmse).toBeCloseTo(Math.sqrt(square), 9)
    expect(good.verdict.model.coverage).toBe(all.filter(({ inside }) => inside).length / all.length)
    const relative = all.reduce((sum, { kpi, mean }) => sum + Math.abs(mean / kpi - 1), 0) / all.length
    expect(good.verdict.model.mape).toBeCloseTo(relative, 9)
  })

  it('finds that media predict where they do', () => {
    expect(good.verdict).toMatchObject({ beatsSeasonalNaive: true, beatsWithoutMedia: true })
    expect(good.verdict.model.rmse).toBeLessThan(20)
    expect(good.verdict.model.coverage).toBeGreaterThan(0.7)
    expect(good.verdict.model.crps).toBeLessThan(good.verdict.withoutMedia.crps)
  })

  it('says first that the model does not beat seasonal-naive, where it does not', () => {
    expect(bad.verdict.beatsSeasonalNaive).toBe(false)
    expect(backtestSentence(bad).sentence).toMatch(
      /^The model does not beat seasonal-naive up to a quarter ahead: it is off by \d+ \(\d+ %\), the same month of the last known year by [\d.]+ \([\d.]+ %\) \(8 origins\)\. Its forecasts are no use; its returns deserve doubt\./,
    )
    expect(backtestSentence(good).sentence).toMatch(
      /^Up to a quarter ahead the model predicts better than seasonal-naive, .* Without media it would be off by [\d.]+ \([\d.]+ %\)\. Its bands of 9 in 10 cases held \d+ % of the months\.$/,
    )
  })

  it('is a table with a row a horizon and prediction', () => {
    const { rows, title } = backtestTable(good)
    expect(title).toBe('Predictions from 8 origins, after 2001-12 to after 2003-09')
    expect(rows).toHaveLength(9)
    expect(rows[1]).toMatchObject({ ahead: '1', prediction: 'without media', rmse: good.horizons[0].withoutMedia.rmse })
    expect(rows[2]).toMatchObject({ prediction: 'seasonal-naive', coverage: null })
  })

  it('tells how far it has come, and gives the same again', async () => {
    const told: number[] = []
    const again = await backtest(sales, { executor, observer: { progress: (done) => void told.push(done) } })
    expect(again).toEqual(good)
    expect(told.at(-1)).toBe(100)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  it('refuses data that leave nothing to fit', async () => {
    const short = smallModel('kpi: { column: y, kind: units }\nchannels: { tv: { spend: tv } }', {
      period: 'month',
      columns: { y: Array.from(tv.slice(0, 12), (x) => 100 + x), tv: tv.slice(0, 12) },
    })
    await expect(backtest(short, { executor })).rejects.toThrow('needs a year of data')
  })
})
