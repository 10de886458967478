import { describe, expect, it } from 'vitest'
import type { TradeOffFacts } from '../../../src/decision/analysis/trade-off-facts.js'
import type { ClosedFormChannel } from '../support/closed-form-response.js'
import { analyseChannel } from '../../../src/decision/analysis/channel-analysis.js'
import { tradeOffFacts } from '../../../src/decision/analysis/trade-off-facts.js'
import { closedFormResponse, hill, line } from '../support/closed-form-response.js'

/** Michaelis-Menten, ceiling 1000, half 40, margin 0.5: profit-max 101.42, break-even 460. */
const golden = hill(1000, 40, 1)

function factsOf(options: Partial<ClosedFormChannel>, role: 'demand-capture' | null = null): TradeOffFacts {
  const response = closedFormResponse({ spend: 50, draws: [golden], margin: 0.5, ...options })
  return tradeOffFacts(analyseChannel(response, role))
}

describe('tradeOffFacts', () => {
  it('raises to profit-max, with ROI on all of the spend and on the difference', () => {
    const { advice, move, optimumBeyond, roiMaxIs } = factsOf({})
    expect([advice, optimumBeyond, roiMaxIs]).toEqual(['raise', null, 'zero'])
    const gain = (x: number): number => 0.5 * golden.f(x)
    expect(move?.to).toBeCloseTo(101.4213562, 6)
    expect(move?.profitChange.mean).toBeCloseTo(257.1572875 - gain(50) + 50, 6)
    expect(move?.roiFrom).toBeCloseTo(gain(50) / 50 - 1, 9)
    expect(move?.roiTo).toBeCloseTo(2.535533906, 7)
    expect(move?.roiDifference).toBeCloseTo((gain(101.4213562) - gain(50)) / 51.4213562 - 1, 7)
    expect(move?.pGain).toBe(1)
  })

  it('cuts to profit-max', () => {
    const { advice, move } = factsOf({ spend: 300 })
    expect([advice, move?.from]).toEqual(['cut', 300])
    expect(move?.to).toBeCloseTo(101.4213562, 6)
    expect(move?.roiDifference).toBeLessThan(0)
  })

  it('speaks of the best that history shows where the optimum lies beyond, and names that', () => {
    const { advice, move, optimumBeyond } = factsOf({ observedTo: 1.4 })
    expect([advice, move?.to]).toEqual(['raise', 70])
    expect(optimumBeyond).toBeCloseTo(101.4213562, 6)
    expect(factsOf({ observedTo: 1 })).toMatchObject({ advice: 'observed-edge', move: null })
  })

  it('knows a near-optimal spend, a straight line and a curve that never pays', () => {
    expect(factsOf({ spend: 100 }).advice).toBe('near-optimal')
    expect(factsOf({ draws: [line(3)], observedTo: 2 })).toMatchObject({
      advice: 'raise',
      beyondCurve: true,
      roiMaxIs: 'anywhere',
    })
    const never = factsOf({ draws: [hill(100, 60, 2)] })
    expect([never.advice, never.move?.to, never.move?.roiTo, never.roiMaxIs]).toEqual(['never-pays', 0, null, null])
    expect(never.move?.profitChange.mean).toBeCloseTo(50 - 0.5 * hill(100, 60, 2).f(50), 9)
  })

  it('raises no channel that captures demand, but cuts it', () => {
    expect(factsOf({}, 'demand-capture').advice).toBe('demand-capture')
    expect(factsOf({ spend: 300 }, 'demand-capture').advice).toBe('cut')
  })

  it('gives an interior ROI-max where the data support one', () => {
    const slope = { draws: Float64Array.of(1.9, 2, 2.1), priorSd: 0.4 }
    const draws = [hill(1000, 40, 2), hill(1000, 40, 2), hill(1000, 40, 2)]
    expect(factsOf({ draws, slope })).toMatchObject({
      roiMaxIs: 'interior',
      roiMax: { spend: expect.closeTo(40, 6), roi: expect.closeTo(5.25, 6) },
    })
    expect(factsOf({ draws })).toMatchObject({ roiMaxIs: 'unknown', roiMax: null })
  })

  it('gives the margin needed, or the cost of a unit, from the mean and the interval of the return', () => {
    const draws = [line(2), line(4)]
    expect(factsOf({ draws, margin: null })).toMatchObject({
      advice: 'no-margin',
      marginNeeded: { headline: expect.closeTo(1 / 3), q05: expect.closeTo(1 / 3.9), q95: expect.closeTo(1 / 2.1) },
    })
    expect(factsOf({ draws, value: null })).toMatchObject({
      advice: 'no-value',
      costPerKpi: { headline: expect.closeTo(1 / 3) },
    })
    expect(factsOf({ draws: [line(-1), line(4)], margin: null }).marginNeeded?.q95).toBe(null)
    expect(factsOf({ draws: [line(-1), line(-2)], margin: null }).marginNeeded).toEqual({
      headline: null,
      q05: null,
      q95: null,
    })
    expect(factsOf({ spend: 0 }).advice).toBe('no-spend-in-window')
  })
})
