import { beforeAll, describe, expect, it } from 'vitest'
import { createOutcome, type Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { breakEvenRoas, channelAnswers } from '../../../src/decision/planted/channel-answers.js'
import type { Draws } from '../../../src/fit/fit.js'
import { smallModel } from '../../support/small-model.js'

const spend = [100, 0, 50, 200, 0, 150, 100, 0]
const sends = [0, 10, 0, 10, 0, 10, 0, 10]

/** One draw: a baseline of 1,000, tv 3 of the KPI per unit of money, 20 for each of 4 active weeks of newsletters. */
function outcome(kpi: string): Outcome {
  const yaml = `kpi: { column: sales, ${kpi} }
channels: { tv: { spend: tv, adstock: none, saturation: none, scale: none } }
organic: { newsletter: { media: sends, adstock: none, saturation: none, scale: none } }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
`
  const model = smallModel(yaml, {
    columns: { tv: spend, sends, sales: spend.map((x, t) => 1000 + 3 * x + 2 * sends[t]) },
  })
  const values = new Float64Array(model.layout.names.length)
  values[model.layout.channels[0].coefficient] = 3
  values[model.layout.channels[1].coefficient] = 2
  values[model.layout.linear] = 1000
  const draws: Draws = { names: model.layout.names, count: 1, chains: 1, values }
  return createOutcome(model, draws)
}

describe('the answers of channels', () => {
  let money: Outcome
  let units: Outcome

  beforeAll(() => {
    money = outcome('kind: revenue, margin: 0.4')
    units = outcome('kind: units')
  })

  it('are a ROAS for spend, and a share where nothing is spent', () => {
    const [tv, newsletter] = channelAnswers(money)
    expect(tv).toMatchObject({ name: 'tv', measure: 'roas', profitable: 1 })
    expect(tv.answer.mean).toBeCloseTo(3, 9)
    expect(tv.share.mean).toBeCloseTo(1800 / 9880, 9)
    expect(newsletter).toMatchObject({ measure: 'share', profitable: null })
    expect(newsletter.answer.mean).toBeCloseTo(80 / 9880, 9)
  })

  it('are KPI per money where the KPI has no value', () => {
    const [tv] = channelAnswers(units)
    expect(tv).toMatchObject({ measure: 'kpi-per-spend', profitable: null })
    expect(tv.answer.mean).toBeCloseTo(3, 9)
  })

  it('break even where the margin on what spend brings pays for it', () => {
    expect(breakEvenRoas(money)).toBeCloseTo(2.5, 9)
    expect(breakEvenRoas(units)).toBeNull()
  })
})
