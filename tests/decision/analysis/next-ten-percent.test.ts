import { describe, expect, it } from 'vitest'
import type { ClosedFormChannel } from '../support/closed-form-response.js'
import { nextTenPercent } from '../../../src/decision/analysis/next-ten-percent.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { closedFormResponse, hill, line } from '../support/closed-form-response.js'

function nextOf(options: ClosedFormChannel): ReturnType<typeof nextTenPercent> {
  return nextTenPercent(responseTable(closedFormResponse(options)))
}

describe('nextTenPercent', () => {
  it('is the difference between 110 % and 100 % of today, per draw', () => {
    const next = nextOf({ spend: 100, draws: [line(2), line(4)], value: 1, margin: 0.5 })
    expect(next.spend).toBe(10)
    expect(next.value?.mean).toBeCloseTo(30, 9)
    expect(next.roas?.mean).toBeCloseTo(3, 9)
    expect(next.roas?.q05).toBeCloseTo(2.1, 9)
    expect(next.profit?.mean).toBeCloseTo(5, 9)
  })

  it('returns less than all of a saturating channel', () => {
    const next = nextOf({ spend: 100, draws: [hill(300, 50, 1)] })
    expect(next.roas?.mean).toBeCloseTo((300 * (110 / 160 - 100 / 150)) / 10, 9)
  })

  it('is null without value, margin or spend', () => {
    const draws = [line(2)]
    expect(nextOf({ spend: 100, draws, margin: null })).toMatchObject({ profit: null })
    const none = { value: null, roas: null, profit: null }
    expect(nextOf({ spend: 100, draws, value: null })).toMatchObject(none)
    expect(nextOf({ spend: 0, draws })).toMatchObject({ spend: 0, ...none })
  })
})
