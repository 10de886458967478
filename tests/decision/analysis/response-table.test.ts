import { describe, expect, it } from 'vitest'
import {
  drawKnots,
  hasQuantity,
  multipleDraws,
  placeValues,
  quantityPlace,
  responseTable,
  slopePlace,
  totalResponse,
  totalTable,
} from '../../../src/decision/analysis/response-table.js'
import { closedFormResponse, hill, line } from '../support/closed-form-response.js'

const tv = closedFormResponse({ spend: 100, draws: [line(2), line(3)], value: 5, margin: 0.5, observedTo: 3 })
const radio = closedFormResponse({ spend: 10, draws: [line(1), hill(8, 10, 1)], value: 5, margin: 0.5, observedTo: 2 })

describe('responseTable', () => {
  it('holds each quantity and its derivative in the multiple by draw', () => {
    const table = responseTable(tv, Float64Array.of(0, 1, 2))
    expect(drawKnots(table, 1, 'kpi')).toEqual({
      x: Float64Array.of(0, 1, 2),
      y: Float64Array.of(0, 300, 600),
      slope: Float64Array.of(300, 300, 300),
    })
    expect(Array.from(drawKnots(table, 0, 'gain').y)).toEqual([0, 500, 1000])
    expect(Array.from(placeValues(table, quantityPlace.value))).toEqual([0, 1000, 2000, 0, 1500, 3000])
    expect(Array.from(placeValues(table, slopePlace.gain))).toEqual([500, 500, 500, 750, 750, 750])
  })

  it('gives the draws at one of its multiples, and no other', () => {
    const table = responseTable(tv, Float64Array.of(0, 1, 2))
    expect(Array.from(multipleDraws(table, 2, 'kpi'))).toEqual([400, 600])
    expect(() => multipleDraws(table, 1.5, 'kpi')).toThrow('no such multiple (multiple = 1.5)')
  })

  it('knows which quantities there are', () => {
    const table = responseTable(closedFormResponse({ spend: 1, draws: [line(2)], margin: null }))
    expect([hasQuantity(table, 'kpi'), hasQuantity(table, 'value'), hasQuantity(table, 'gain')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('totalResponse and totalTable', () => {
  it('add up channels at a common multiple, observed as far as every one is', () => {
    const total = totalResponse([tv, radio])
    expect([total.spend, total.observedTo, total.draws, total.slope]).toEqual([110, 2, 2, null])
    const table = totalTable([tv, radio].map((response) => responseTable(response)))
    expect(table.cells).toEqual(responseTable(total).cells)
    expect(drawKnots(table, 1, 'kpi').y[table.multiples.indexOf(1)]).toBe(304)
  })
})
