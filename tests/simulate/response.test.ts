import { describe, expect, it } from 'vitest'
import { responseAt, responseSlopeAt, type Response } from '../../src/simulate/response.js'

const hill: Response = { kind: 'hill', ceiling: 2, half: 0.8, slope: 1.5 }
const exponential: Response = { kind: 'exponential', ceiling: 100, half: 3, slope: 1 }
const logarithmic: Response = { kind: 'logarithmic', ceiling: 100, half: 3, slope: 1 }

describe('responseAt', () => {
  it('equals the published Hill values', () => {
    // models.md M3, row "Hill".
    expect(responseAt(hill, 0.5)).toBeCloseTo(0.6614067846, 9)
    expect(responseAt(hill, 1)).toBeCloseTo(1.165812489, 9)
    expect(responseAt(hill, 2)).toBeCloseTo(1.596191853, 9)
  })

  it('reaches half of the ceiling at `half` for both kinds, and nothing at nothing', () => {
    for (const response of [hill, exponential]) {
      expect(responseAt(response, response.half)).toBeCloseTo(response.ceiling / 2, 12)
      expect(responseAt(response, 0)).toBe(0)
      expect(responseAt(response, 1e6)).toBeCloseTo(response.ceiling, 3)
    }
  })

  it('grows without end as a logarithm', () => {
    expect([0, 3, 9, 21].map((level) => responseAt(logarithmic, level))).toEqual([0, 50, 100, 150])
  })
})

describe('responseSlopeAt', () => {
  it('is the derivative of responseAt', () => {
    for (const response of [hill, exponential, logarithmic]) {
      for (const level of [0.3, 1, 5]) {
        const difference = (responseAt(response, level + 1e-5) - responseAt(response, level - 1e-5)) / 2e-5
        expect(responseSlopeAt(response, level)).toBeCloseTo(difference, 6)
      }
    }
  })
})
