import { expect } from 'vitest'

/** Expects agreement to a relative error: 1e-9 unless stated, which is the accuracy of the printed golden values. */
export function expectRelative(actual: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected),
  )
}
