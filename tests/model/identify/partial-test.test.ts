import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leastDegrees, partialTest, robustTest, type PartialTest } from '../../../src/model/identify/partial-test.js'
import { expectRelative } from '../../support/relative.js'

interface GoldenTest {
  readonly f: number
  readonly p: number
  readonly partialR2?: number
  readonly coefficients: readonly number[]
}

interface Golden {
  readonly rho: number
  readonly ratio: number
  readonly y: readonly number[]
  readonly base: readonly number[][]
  readonly tested: readonly number[][]
  readonly smooth: readonly number[][]
  readonly independent: GoldenTest
  readonly correlated: GoldenTest
  readonly smoothed: GoldenTest
  readonly robust: GoldenTest
}

const golden = JSON.parse(readFileSync(new URL('../../golden/partial-tests.json', import.meta.url), 'utf8')) as Golden
const arrays = (columns: readonly number[][]): Float64Array[] => columns.map((column) => Float64Array.from(column))
const y = Float64Array.from(golden.y)
const base = arrays(golden.base)
const tested = arrays(golden.tested)
const smooth = arrays(golden.smooth)

function expectGolden(test: PartialTest | null, expected: GoldenTest): void {
  expect(test).not.toBeNull()
  const { f, pValue, partialR2, coefficients } = test as PartialTest
  expectRelative(f, expected.f, 1e-8)
  expectRelative(pValue, expected.p, 1e-8)
  if (expected.partialR2 !== undefined) expectRelative(partialR2, expected.partialR2, 1e-8)
  expected.coefficients.forEach((value, i) => expectRelative(coefficients[i], value, 1e-8))
}

describe('partialTest(y, columns, errors)', () => {
  it('agrees with statsmodels for independent errors', () => {
    expectGolden(
      partialTest(y, { base, tested }, { correlation: 0, smooth: [], amplitudeRatio: 1 }),
      golden.independent,
    )
  })

  it('agrees with statsmodels for AR(1) errors, by the full covariance', () => {
    const errors = { correlation: golden.rho, smooth: [], amplitudeRatio: 1 }
    expectGolden(partialTest(y, { base, tested }, errors), golden.correlated)
  })

  it('agrees with statsmodels for AR(1) errors and a smooth trend, by the full covariance', () => {
    const errors = { correlation: golden.rho, smooth, amplitudeRatio: golden.ratio }
    expectGolden(partialTest(y, { base, tested }, errors), golden.smoothed)
  })

  it('does not count tested columns that the base spans', () => {
    const errors = { correlation: golden.rho, smooth: [], amplitudeRatio: 1 }
    const copy = base[2].map((value, t) => 2 * value - base[0][t])
    const withCopy = partialTest(y, { base, tested: [...tested, copy] }, errors) as PartialTest
    expectRelative(withCopy.f, golden.correlated.f, 1e-8)
    expect(partialTest(y, { base, tested: [copy] }, errors)).toBeNull()
  })

  it('is unknown with few degrees of freedom or nothing left to explain', () => {
    const errors = { correlation: 0, smooth: [], amplitudeRatio: 1 }
    const short = (column: Float64Array): Float64Array => column.slice(0, leastDegrees + 4)
    expect(partialTest(short(y), { base: base.map(short), tested: tested.map(short) }, errors)).toBeNull()
    expect(partialTest(base[2], { base, tested }, errors)).toBeNull()
  })
})

describe('robustTest(y, columns)', () => {
  it('agrees with HC3 of statsmodels', () => {
    expectGolden(robustTest(y, { base, tested: tested[0] }), golden.robust)
  })

  it('is certain of a column that explains everything', () => {
    const exact = tested[0].map((value, t) => 3 * value + base[2][t])
    const test = robustTest(exact, { base, tested: tested[0] }) as PartialTest
    expect(test.pValue).toBeLessThan(1e-12)
    expect(test.partialR2).toBeCloseTo(1, 12)
  })

  it('is unknown where the base spans the column, or with few rows', () => {
    const short = (column: Float64Array): Float64Array => column.slice(0, leastDegrees + 2)
    expect(robustTest(y, { base, tested: base[1] })).toBeNull()
    expect(robustTest(short(y), { base: base.map(short), tested: short(tested[0]) })).toBeNull()
  })
})
