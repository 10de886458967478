import { expect } from 'vitest'
import golden from '../golden/special-functions.json' with { type: 'json' }

/** Asserts that `f` has the golden values of mpmath and SciPy stored under `name`, to `tolerance` of their size. */
export function expectGolden(name: string, f: (...x: number[]) => number, tolerance: number): void {
  const rows = (golden as unknown as Record<string, number[][]>)[name]
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) {
    const expected = row[row.length - 1]
    const error = Math.abs(f(...row.slice(0, -1)) - expected)
    expect(error, `${name}(${row.slice(0, -1)}) = ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected))
  }
}
