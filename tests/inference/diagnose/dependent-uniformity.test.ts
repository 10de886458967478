import { describe, expect, it } from 'vitest'
import {
  extremeUniformity,
  orderedUniformity,
  rankUniformity,
} from '../../../src/inference/diagnose/dependent-uniformity.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { normalCdf } from '../../../src/numeric/special/normal.js'

const values = Float64Array.of(0.41, 0.02, 0.95, 0.15, 0.18, 0.77, 0.33, 0.11)

describe('the uniformity of dependent values', () => {
  it('is tested by each value against its place', () => {
    expect(orderedUniformity(Float64Array.of(0.8, 0.2)).pointwise[0]).toBeCloseTo(0.72, 14)
    expect(orderedUniformity(Float64Array.of(0.8, 0.2)).pointwise[1]).toBeCloseTo(0.72, 14)
    const { pointwise, p } = orderedUniformity(values)
    const expected = [
      0.2984739548, 0.4342107447, 0.2104255484, 0.07947863466, 0.1691447731, 0.1125784205, 0.8377329145, 0.6731591374,
    ]
    expected.forEach((value, i) => expect(pointwise[i] / value).toBeCloseTo(1, 9))
    expect(p / 0.1644627825).toBeCloseTo(1, 9)
  })

  it('is tested by ranks and by extremes', () => {
    expect(rankUniformity(values).p / 0.1644627825).toBeCloseTo(1, 9)
    expect(extremeUniformity(values).p / 0.1947716449).toBeCloseTo(1, 9)
  })

  it('is refuted by one impossible value, and by nothing in a perfect grid', () => {
    expect(extremeUniformity(Float64Array.of(0, 0.3, 0.6)).p).toBeCloseTo(0, 14)
    expect(orderedUniformity(Float64Array.of(0.5)).p).toBe(0.5)
    expect(rankUniformity(Float64Array.of(0.5, 1)).p).toBeLessThanOrEqual(1)
  })

  it('is not refuted too often where a common shock makes values depend on each other', () => {
    const generator = createGenerator(9, 'shock')
    let refuted = 0
    for (let r = 0; r < 400; r++) {
      const shock = generator.normal()
      const sample = Float64Array.from({ length: 50 }, () => {
        return normalCdf(Math.sqrt(0.1) * shock + Math.sqrt(0.9) * generator.normal())
      })
      if (extremeUniformity(sample).p < 0.05) refuted++
    }
    expect(refuted).toBeLessThan(40)
  })

  it('needs values in [0, 1]', () => {
    expect(() => orderedUniformity(Float64Array.of(0.3, 1.2))).toThrow('`values` must be in [0, 1], not 1.2.')
    expect(() => rankUniformity(new Float64Array(0))).toThrow('`values` must hold at least one value, not none.')
  })
})
