import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { futureSpendTests } from '../../../src/model/identify/future-spend.js'
import { independentMarket } from '../../support/independent-market.js'
import { smallModel } from '../../support/small-model.js'

/** Sales that wander by correlated noise; spend is set each week on last week's sales, times `sign`, and has no effect. */
function reactiveMarket(sign: number) {
  const generator = createGenerator(51, 'reactive')
  const sales: number[] = []
  const tv: number[] = []
  let noise = 0
  for (let t = 0; t < 156; t++) {
    noise = 0.5 * noise + 6 * generator.normal()
    sales.push(100 + noise)
    tv.push(50 + (t > 0 ? sign * 1.5 * (sales[t - 1] - 100) : 0) + 5 * generator.normal())
  }
  return smallModel('kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv } }\n', {
    columns: { sales, tv: tv.map((value) => Math.max(0, value)) },
  })
}

describe('futureSpendTests(model)', () => {
  it('finds that next week’s spend predicts this week’s sales where spend reacts to sales', () => {
    const [test] = futureSpendTests(reactiveMarket(1))
    expect(test.status).toBe('signal')
    expect(test.direction).toBe('positive')
    expect(test.sentence).toBe(
      'Sales are predicted by future tv spend (p below 0.001): it seems set with demand in view, so its return is likely overstated.',
    )
  })

  it('says understated where spend is cut after good sales', () => {
    const [test] = futureSpendTests(reactiveMarket(-1))
    expect(test.direction).toBe('negative')
    expect(test.sentence).toContain('likely understated.')
  })

  it('finds nothing where spend looks at nothing', () => {
    for (const test of futureSpendTests(independentMarket({ seed: 6 }))) {
      expect(test.status).toBe('none')
      expect(test.sentence).toMatch(/^No sign that future \w+ spend predicts sales \(p 0\.\d+\)\.$/)
    }
  })

  it('is unknown with too few periods, never fine', () => {
    const model = independentMarket({ seed: 6, weeks: 24 })
    expect(futureSpendTests(model)[0]).toEqual({
      status: 'unknown',
      pValue: null,
      partialR2: null,
      direction: null,
      sentence:
        'Whether future tv spend predicts sales is unknown: the data have too few periods or its spend is too regular.',
    })
    const [tiny] = futureSpendTests(independentMarket({ seed: 6, weeks: 16 }))
    expect(tiny.sentence).toBe('Whether future tv spend predicts sales is unknown: the data have too few periods.')
  })
})
