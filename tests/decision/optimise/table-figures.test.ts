import { describe, expect, it } from 'vitest'
import { channelResponse } from '../../../src/decision/counterfactual/response.js'
import { outcomeOf, wholeWindow } from '../../../src/decision/counterfactual/outcome.js'
import { boundedMultiples, boundedTable, drawsOf } from '../../../src/decision/optimise/plan-curves.js'
import { tableFigures } from '../../../src/decision/optimise/table-figures.js'
import { hill } from '../support/closed-form-response.js'
import { madeProblem } from '../support/plan-problem.js'
import { smallFit } from '../support/small-fit.js'

describe('tableFigures', () => {
  it('are what responses give, draw by draw, to interpolation', () => {
    const outcome = outcomeOf(smallFit())
    const responses = [0, 1].map((c) => channelResponse(outcome, c, wholeWindow(outcome.model)))
    const tables = responses.map((response) => boundedTable(response, 0.7, 1.3))
    const multiples = [0.83, 1.27]
    const { kpi, gain, value, spend } = tableFigures(tables, multiples, [3, 17])
    const out = new Float64Array(6)
    ;[3, 17].forEach((draw, i) => {
      const exact = [0, 0, 0]
      responses.forEach((response, c) => {
        response.at(draw, multiples[c], out)
        exact.forEach((_, q) => (exact[q] += out[q]))
      })
      expect(kpi[i] / exact[0]).toBeCloseTo(1, 6)
      expect(value![i] / exact[1]).toBeCloseTo(1, 6)
      expect(gain![i] / exact[2]).toBeCloseTo(1, 6)
    })
    expect(spend).toBe(responses[0].spend * 0.83 + responses[1].spend * 1.27)
  })

  it('are exact at a multiple of the table, and a line from zero to the first', () => {
    const { tables } = madeProblem([{ draws: [hill(100, 40, 0.5)], today: 50 }])
    const [{ multiples }] = tables
    expect(tableFigures(tables, [multiples[300]]).kpi[0]).toBeCloseTo(hill(100, 40, 0.5).f(50 * multiples[300]), 10)
    const first = hill(100, 40, 0.5).f(50 * multiples[1])
    expect(tableFigures(tables, [multiples[1] / 2]).kpi[0]).toBeCloseTo(first / 2, 10)
  })
})

describe('boundedMultiples', () => {
  it('hold both bounds and today’s, and enough between', () => {
    expect(Array.from(boundedMultiples(1, 1))).toEqual([1, 1.1])
    for (const [low, high] of [
      [0.7, 1.3],
      [0, 10],
      [0.2, 0.4],
      [1.5, 2],
    ]) {
      const multiples = Array.from(boundedMultiples(low, high))
      expect(multiples).toEqual([...multiples].sort((a, b) => a - b))
      for (const each of [low, high, 1]) expect(multiples).toContain(each)
      expect(multiples.length).toBeGreaterThanOrEqual(6)
    }
  })
})

describe('drawsOf', () => {
  it('keeps the cells and responses of the draws asked for', () => {
    const { tables } = madeProblem([{ draws: [hill(100, 40, 1), hill(200, 40, 1), hill(300, 40, 1)], today: 40 }])
    const odd = drawsOf(tables[0], [1, 2])
    const out = new Float64Array(6)
    odd.response.at(1, 1, out)
    expect(out[0]).toBe(150)
    expect(Array.from(tableFigures([odd], [1]).kpi, Math.round)).toEqual([100, 150])
  })
})
