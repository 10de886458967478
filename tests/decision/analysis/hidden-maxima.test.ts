import { describe, expect, it } from 'vitest'
import { insertHidden } from '../../../src/decision/analysis/hidden-maxima.js'
import { drawKnots, responseTable } from '../../../src/decision/analysis/response-table.js'
import type { ClosedForm } from '../support/closed-form-response.js'
import { closedFormResponse, hill, pulsed } from '../support/closed-form-response.js'

function inserted(form: ClosedForm, spend: number): readonly number[] {
  const response = closedFormResponse({ spend, draws: [form] })
  const knots = drawKnots(responseTable(response), 0, 'gain')
  const out = new Float64Array(6)
  const refined = insertHidden({
    knots,
    spend,
    exact(multiple, at) {
      response.at(0, multiple, out)
      at[0] = out[2]
      at[1] = out[5]
    },
  })
  return Array.from(refined.x).filter((x) => !knots.x.includes(x))
}

describe('insertHidden', () => {
  it('adds nothing to a curve of one smooth bend', () => {
    expect(inserted(hill(1000, 40, 1), 50)).toEqual([])
    expect(inserted(hill(1000, 40, 0.7), 50)).toEqual([])
  })

  it('adds points where a steep step hides between two multiples', () => {
    const added = inserted(hill(1000, 66, 40), 50)
    expect(added.length).toBeGreaterThan(0)
    expect(added.length).toBeLessThan(30)
    expect(added.every((x) => x > 1 && x < 1.5)).toBe(true)
  })

  it('leaves a step that could bring nothing', () => {
    const parts = [
      { share: 0.5, form: hill(1000, 10, 1) },
      { share: 0.5, form: hill(1, 120, 40) },
    ]
    expect(inserted(pulsed(parts), 50)).toEqual([])
  })
})
