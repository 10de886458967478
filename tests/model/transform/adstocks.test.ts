import { describe, expect, it } from 'vitest'
import { adstockKinds, adstockOf } from '../../../src/model/transform/adstocks.js'

describe('adstockOf(kind)', () => {
  it('makes every kind, with its name and parameters', () => {
    expect(
      adstockKinds.map((kind) => [adstockOf(kind).kind, ...adstockOf(kind).parameters.map((p) => p.name)]),
    ).toEqual([
      ['none'],
      ['geometric', 'retention'],
      ['delayed', 'retention', 'delay'],
      ['binomial', 'retention'],
      ['weibull-density', 'shape', 'scale'],
      ['weibull-survival', 'shape', 'scale'],
    ])
  })

  it('has weights that depend on no data: the same for 20 rows as for 2,000', () => {
    for (const kind of adstockKinds) {
      const parameters = Float64Array.from(adstockOf(kind).parameters, ({ name }) => (name === 'retention' ? 0.6 : 1.7))
      const impulse = (rows: number): Float64Array => {
        const out = new Float64Array(rows)
        adstockOf(kind).applyInto(new Float64Array(rows).fill(1, 0, 1), 0, 8, parameters, out)
        return out.slice(0, 20)
      }
      expect(impulse(2000)).toEqual(impulse(20))
    }
  })
})
