import { describe, expect, it } from 'vitest'
import type { PreparedReward } from '../../../src/decision/budget/best-response.js'
import { prepareReward } from '../../../src/decision/budget/best-response.js'
import { costOf, relax, rewardOf } from '../../../src/decision/budget/relaxation.js'
import { hill } from '../support/closed-form-response.js'

const x = Float64Array.from([0, ...Array.from({ length: 1200 }, (_, i) => 0.01 * Math.pow(40000, i / 1199))])

function curve(form: ReturnType<typeof hill>, margin: number): PreparedReward {
  const slope = x.map((money) => margin * form.slope(money))
  return prepareReward({ spend: 1, reward: { x, y: x.map((money) => margin * form.f(money)), slope } })
}

const channels = [curve(hill(1000, 40, 2), 0.5), curve(hill(600, 15, 1), 0.5), curve(hill(800, 120, 1.5), 0.4)]
const sShaped = { channels, groups: [] }
const box = { low: new Float64Array(3), high: new Float64Array(3).fill(400) }

describe('relax', () => {
  it('gives the golden envelope bound R7, with the third channel on its line', () => {
    const relaxation = relax(sShaped, { goal: 'budget', amount: 150 }, box)
    expect(relaxation?.bound).toBeCloseTo(664.1688908, 5)
    expect(relaxation?.price).toBeCloseTo(1.411023157, 6)
    expect(relaxation?.partial).toEqual({ channel: 2, multiple: expect.closeTo(15.37337957, 3) })
    expect(Array.from(relaxation?.multiples ?? []).slice(0, 2)).toEqual([
      expect.closeTo(93.15383798, 3),
      expect.closeTo(41.47278245, 3),
    ])
    expect(relaxation?.score).toBeLessThan(661.9269882)
  })

  it('meets the budget, and never scores above its bound', () => {
    for (const amount of [1, 20, 150, 300, 900, 1200]) {
      const relaxation = relax(sShaped, { goal: 'budget', amount }, box)
      if (relaxation === null) throw new Error('no relaxation')
      expect(costOf(channels, relaxation.multiples)).toBeCloseTo(amount, 9)
      expect(relaxation.score).toBeLessThanOrEqual(relaxation.bound)
      expect(relaxation.score).toBeCloseTo(rewardOf(channels, relaxation.multiples), 12)
    }
  })

  it('meets a target, and bounds its cost from below by the cost of the best split', () => {
    const relaxation = relax(sShaped, { goal: 'target', amount: 661.9269882 }, box)
    if (relaxation === null) throw new Error('no relaxation')
    expect(rewardOf(channels, relaxation.multiples)).toBeCloseTo(661.9269882, 8)
    expect(-relaxation.bound).toBeLessThan(150)
    expect(-relaxation.score).toBeGreaterThanOrEqual(150 - 1e-4)
  })

  it('is null where the bounds can’t meet the goal', () => {
    expect(relax(sShaped, { goal: 'budget', amount: 1201 }, box)).toBe(null)
    expect(relax(sShaped, { goal: 'target', amount: 2000 }, box)).toBe(null)
  })
})
