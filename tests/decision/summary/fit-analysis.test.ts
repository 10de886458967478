import { describe, expect, it } from 'vitest'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

describe('analyseFit', () => {
  const analysis = analyseFit(smallFit())

  it('analyses paid channels in full and organic ones without a curve', () => {
    expect(analysis.channels.map(({ name, kind, role }) => [name, kind, role])).toEqual([
      ['tv', 'paid', null],
      ['search', 'paid', 'demand-capture'],
      ['newsletter', 'organic', null],
    ])
    expect(analysis.channels.map((channel) => channel.analysis === null)).toEqual([false, false, true])
    expect(analysis.window).toEqual({ from: 0, to: 60 })
  })

  it('agrees with itself: the curve at today is the return', () => {
    const { totals, analysis: curve } = analysis.channels[0]
    const m = curve?.table.multiples.indexOf(1) ?? -1
    const cells = curve?.table.cells ?? new Float64Array(0)
    const width = (curve?.table.multiples.length ?? 0) * 6
    expect(Array.from(totals.incrementalKpi, (_, d) => cells[d * width + m * 6])).toEqual(
      Array.from(totals.incrementalKpi),
    )
  })

  it('looks at part of the fit window where it is told to', () => {
    const part = analyseFit(smallFit(), { from: 40, to: 60 })
    const spend = analysis.outcome.model.channels[0].spend?.slice(40, 60) ?? new Float64Array(0)
    expect(part.channels[0].totals.spend).toBeCloseTo(
      spend.reduce((a, b) => a + b, 0),
      9,
    )
    expect(part.fittedTotal[0]).toBeLessThan(analysis.fittedTotal[0])
  })
})
