import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { smallFit } from '../support/small-fit.js'

function withDraws(count: number, chains: number) {
  const fit = smallFit()
  const width = fit.draws.names.length
  const values = Float64Array.from({ length: count * width }, (_, i) => Math.floor(i / width))
  return outcomeOf({ ...fit, draws: { names: fit.draws.names, count, chains, values } }).draws
}

describe('outcomeOf', () => {
  it('answers from every draw of a fit that has up to 500', () => {
    expect(withDraws(500, 1).count).toBe(500)
    expect(withDraws(400, 1).values[399 * withDraws(400, 1).names.length]).toBe(399)
  })

  it('takes 500 of more, evenly spaced, as many from every chain', () => {
    const { count, values, names } = withDraws(4000, 4)
    expect(count).toBe(500)
    const taken = Array.from({ length: count }, (_, d) => values[d * names.length])
    expect(taken.slice(0, 3)).toEqual([4, 12, 20])
    expect(taken.at(-1)).toBe(3996)
    for (let chain = 0; chain < 4; chain++) {
      expect(taken.filter((draw) => Math.floor(draw / 1000) === chain)).toHaveLength(125)
    }
  })
})
