import { describe, expect, it } from 'vitest'
import { narrowings } from '../../../src/decision/planted/narrowing.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const weeks = 120
const g = createGenerator(7, 'narrowing')
const random = Array.from({ length: weeks }, () => (g.uniform() < 0.4 ? 100 * g.uniform() : 0))
const steady = Array.from({ length: weeks }, () => 100 + 5 * g.normal())
const twin = random.map((spend) => 0.5 * spend + 3 * g.uniform())
const seasonal = Array.from(
  { length: weeks },
  (_, t) => 100 + 90 * Math.sin((2 * Math.PI * t) / 52.18) + 2 * g.uniform(),
)
const sales = random.map((spend, t) => 5000 + spend + seasonal[t] + 50 * g.normal())

function reasons(columns: Record<string, number[]>) {
  const channels = Object.keys(columns).map((name) => `  ${name}: { spend: ${name}, adstock: none, saturation: none }`)
  const yaml = `kpi: { column: sales, kind: revenue }\nchannels:\n${channels.join('\n')}\n`
  return narrowings(smallModel(yaml, { columns: { ...columns, sales } }))
}

describe('what would narrow an interval', () => {
  it('is buying a channel apart from one with which it goes together', () => {
    expect(reasons({ random, twin })).toMatchObject([
      { by: 'buying-apart', from: 'twin' },
      { by: 'buying-apart', from: 'random' },
    ])
  })

  it('is more variation where spend hardly varies', () => {
    expect(reasons({ random, steady })[1]).toMatchObject({ by: 'more-variation' })
  })

  it('is buying against the season where that explains it', () => {
    expect(reasons({ random, seasonal })[1]).toMatchObject({ by: 'buying-off-season' })
  })

  it('is an experiment where nothing else stands in the way', () => {
    expect(reasons({ random, steady })[0]).toEqual({ by: 'experiment' })
  })
})
