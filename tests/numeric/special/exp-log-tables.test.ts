import { expect, it } from 'vitest'
import {
  EXP_STEPS,
  EXP_TAIL,
  EXP_VALUE,
  LN2_HIGH,
  LN2_LOW,
  LOG_CENTRE,
  LOG_HIGH,
  LOG_INVERSE,
  LOG_LOW,
  LOG_STEPS,
  POWER_OF_TWO,
} from '../../../src/numeric/special/exp-log-tables.js'

it('powers of two are exact from the least to the greatest double', () => {
  expect([POWER_OF_TWO[0], POWER_OF_TWO[1074], POWER_OF_TWO[1074 + 1023]]).toEqual([5e-324, 1, 2 ** 1023])
  expect(POWER_OF_TWO.length).toBe(2098)
})

it('steps of the exponential are the nearest doubles, and their tails what rounding lost', () => {
  for (let i = 0; i < EXP_STEPS; i++) {
    expect(Math.abs(EXP_VALUE[i] / 2 ** (i / EXP_STEPS) - 1)).toBeLessThan(3e-16)
    expect(Math.abs(EXP_TAIL[i])).toBeLessThan(1.2e-16)
  }
  // 2^(1/2) to 34 digits: 1.414213562373095048801688724209698.
  expect(EXP_VALUE[64]).toBe(Math.SQRT2)
  expect(EXP_TAIL[64] * Math.SQRT2).toBeCloseTo(-9.667293313452913e-17, 30)
})

it('logarithms of the centres split into a short and a small part', () => {
  for (let i = 0; i < LOG_STEPS; i++) {
    expect(LOG_HIGH[i] * 2 ** 42).toBe(Math.round(LOG_HIGH[i] * 2 ** 42))
    expect(Math.abs(LOG_LOW[i])).toBeLessThan(2 ** -43 + 1e-18)
    expect(LOG_HIGH[i] + LOG_LOW[i]).toBeCloseTo(Math.log(LOG_CENTRE[i]), 15)
    expect(LOG_INVERSE[i]).toBe(1 / LOG_CENTRE[i])
  }
  expect([...LOG_CENTRE].filter((centre) => centre === 1).length).toBe(2)
  expect(LN2_HIGH + LN2_LOW).toBe(Math.LN2)
})
