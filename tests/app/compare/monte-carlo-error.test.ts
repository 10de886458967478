import { describe, expect, it } from 'vitest'
import { monteCarloError } from '../../../src/app/compare/monte-carlo-error.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const generator = createGenerator(1, 'chains')
const independent = Float64Array.from({ length: 400 }, () => generator.normal())
/** Two chains of 200 draws with lag-one correlation 0.8. */
const sticky = new Float64Array(400)
for (let d = 0; d < 400; d++) sticky[d] = (d % 200 === 0 ? 0 : 0.8 * sticky[d - 1]) + 0.6 * generator.normal()

function fit(method: 'bayes' | 'regression', count = 400) {
  return { method, draws: { names: [], count, chains: method === 'bayes' ? 2 : 1, values: new Float64Array(0) } }
}

describe('monteCarloError(figure, fit)', () => {
  it('is the standard deviation over the root of the number of independent draws', () => {
    const error = monteCarloError(independent, fit('regression'))
    expect(error).toBeGreaterThan(0.045)
    expect(error).toBeLessThan(0.055)
    expect(monteCarloError(sticky, fit('regression'))).toBeLessThan(0.06)
  })

  it('is larger where the draws of a chain follow one another closely', () => {
    expect(monteCarloError(sticky, fit('bayes')) / monteCarloError(sticky, fit('regression'))).toBeGreaterThan(2)
    expect(monteCarloError(sticky, fit('bayes'))).toBeLessThan(0.3)
  })

  it('finds the chains of draws that were taken evenly from more', () => {
    const shifted = independent.map((x, d) => x + (d < 200 ? 0 : 10))
    const apart = monteCarloError(shifted, fit('bayes', 2000))
    expect(apart).toBeGreaterThan(2)
  })

  it('is 0 of a figure that never varies', () => {
    expect(monteCarloError(new Float64Array(400).fill(3), fit('bayes'))).toBe(0)
  })
})
