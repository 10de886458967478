import { describe, expect, it } from 'vitest'
import type { Mechanism } from '../../src/simulate/forward.js'
import { curvePoints, kpiAtMultiple, marginalKpi } from '../../src/simulate/true-curve.js'

const geometric = Float64Array.from({ length: 60 }, (_, lag) => 0.5 ** (lag + 1))
const atOnce = Float64Array.of(1)

/** One week of media, no history: the curve of one burst. */
function burst(ceiling: number, half: number, slope: number, spend: number): Parameters<typeof curvePoints> {
  const mechanism: Mechanism = { weights: atOnce, response: { kind: 'hill', ceiling, half, slope } }
  return [mechanism, Float64Array.of(spend, 0), { from: 0, to: 1, spend, margin: 0.5 }]
}

describe('kpiAtMultiple and marginalKpi', () => {
  const media = new Float64Array(80)
  media.set([20, 0, 40, 10, 0, 30])
  const mechanism: Mechanism = { weights: geometric, response: { kind: 'hill', ceiling: 100, half: 15, slope: 1 } }
  const pulsed = new Float64Array(80)
  pulsed.set([20, 0, 40, 10, 0, 30, 0, 20])

  it('count the window’s spend with the tail and nothing that was spent before it', () => {
    const all = kpiAtMultiple(mechanism, pulsed, { from: 0, to: 8 }, 1)
    // roi-and-profit.md R1: all weeks, full tail.
    expect(all).toBeCloseTo(432.0734463, 6)
    const before = kpiAtMultiple(
      mechanism,
      pulsed.map((level, t) => (t < 2 ? level : 0)),
      { from: 0, to: 2 },
      1,
    )
    const rest = kpiAtMultiple(mechanism, pulsed, { from: 2, to: 8 }, 1)
    expect(before + rest).toBeCloseTo(all, 9)
  })

  it('give the derivative in the multiple', () => {
    const window = { from: 2, to: 6 }
    const step = 1e-5
    const difference =
      (kpiAtMultiple(mechanism, media, window, 1 + step) - kpiAtMultiple(mechanism, media, window, 1 - step)) /
      (2 * step)
    expect(marginalKpi(mechanism, media, window)).toBeCloseTo(difference, 5)
  })
})

describe('curvePoints', () => {
  it('finds the closed forms of an S-shaped curve', () => {
    // roi-and-profit.md R3: Hill, B = 1000, K = 40, m = 0.5, s = 2.
    const { profitMax, roiMax, breakEven } = curvePoints(...burst(1000, 40, 2, 100))
    expect(roiMax.spend).toBeCloseTo(40, 6)
    expect(roiMax.roi).toBeCloseTo(5.25, 9)
    expect(profitMax.spend).toBeCloseTo(107.2308081, 6)
    expect(profitMax.profit).toBeCloseTo(331.6932454, 6)
    expect(breakEven.spend).toBeCloseTo(496.7792536, 6)
  })

  it('puts the ROI-max of a concave curve at no spend', () => {
    // roi-and-profit.md R3: s = 1.
    const { profitMax, roiMax, breakEven } = curvePoints(...burst(1000, 40, 1, 100))
    expect(roiMax.spend).toBe(0)
    expect(roiMax.roi).toBeNull()
    expect(profitMax.spend).toBeCloseTo(101.4213562, 6)
    expect(breakEven.spend).toBeCloseTo(460, 6)
  })

  it('stops at ten times the spend where profit still grows', () => {
    const { profitMax, breakEven } = curvePoints(...burst(1000, 40, 1, 5))
    expect(profitMax.multiple).toBe(10)
    expect(breakEven.multiple).toBe(10)
  })

  it('gives nothing where no spend pays', () => {
    const { profitMax, roiMax, breakEven } = curvePoints(...burst(70, 40, 1, 100))
    expect([profitMax.multiple, roiMax.multiple, breakEven.multiple]).toEqual([0, 0, 0])
  })
})
