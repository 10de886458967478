import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regularisedBeta } from '../../../src/numeric/special/beta.js'
import { chiSquareSurvival, fSurvival, studentCdf, studentQuantile } from '../../../src/numeric/special/distributions.js'
import { digamma, logGamma, regularisedGammaP, regularisedGammaQ } from '../../../src/numeric/special/gamma.js'
import { normalCdf, normalQuantile } from '../../../src/numeric/special/normal.js'
import golden from '../../golden/special-functions.json' with { type: 'json' }

const functions: Record<string, { f: (...x: number[]) => number; tolerance: number }> = {
  logGamma: { f: logGamma, tolerance: 4e-15 },
  digamma: { f: digamma, tolerance: 4e-15 },
  regularisedGammaP: { f: regularisedGammaP, tolerance: 1e-13 },
  regularisedGammaQ: { f: regularisedGammaQ, tolerance: 1e-13 },
  regularisedBeta: { f: regularisedBeta, tolerance: 1e-13 },
  normalCdf: { f: normalCdf, tolerance: 2e-15 },
  normalQuantile: { f: normalQuantile, tolerance: 2e-15 },
  studentCdf: { f: studentCdf, tolerance: 1e-13 },
  studentQuantile: { f: studentQuantile, tolerance: 1e-13 },
  chiSquareSurvival: { f: chiSquareSurvival, tolerance: 1e-13 },
  fSurvival: { f: fSurvival, tolerance: 1e-13 },
}

describe('golden values of mpmath and SciPy', () => {
  for (const [name, { f, tolerance }] of Object.entries(functions)) {
    it(`${name} has them to ${tolerance} of their size`, () => {
      const rows = (golden as unknown as Record<string, number[][]>)[name]
      expect(rows.length).toBeGreaterThan(4)
      for (const row of rows) {
        const expected = row[row.length - 1]
        const error = Math.abs(f(...row.slice(0, -1)) - expected)
        expect(error, `${name}(${row.slice(0, -1)}) = ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected))
      }
    })
  }
})

describe('identities', () => {
  const run = { seed: 22, numRuns: 2000 }
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

  it('quantiles undo distribution functions', () => {
    fc.assert(fc.property(between(1e-12, 0.9999), (p) => Math.abs(normalCdf(normalQuantile(p)) / p - 1) < 1e-13), run)
    fc.assert(
      fc.property(between(1e-9, 0.999), between(0.4, 200), (p, df) => Math.abs(studentCdf(studentQuantile(p, df), df) / p - 1) < 1e-11),
      { seed: 22, numRuns: 300 },
    )
  })

  it('the two incomplete gamma functions add up to one and the beta function is symmetric', () => {
    fc.assert(fc.property(between(0.01, 500), between(0, 800), (a, x) => Math.abs(regularisedGammaP(a, x) + regularisedGammaQ(a, x) - 1) < 1e-14), run)
    fc.assert(
      fc.property(between(0.001, 0.999), between(0.05, 300), between(0.05, 300), (x, a, b) => Math.abs(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a) - 1) < 1e-11),
      run,
    )
  })

  it('the digamma function is the slope of log-gamma', () => {
    fc.assert(
      fc.property(between(0.5, 50), (x) => {
        const h = 1e-5 * x
        return Math.abs((logGamma(x + h) - logGamma(x - h)) / (2 * h) - digamma(x)) < 1e-8
      }),
      run,
    )
  })

  it('the ends of the ranges are limits, and outside them is NaN', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(NaN)]).toEqual([-Infinity, Infinity, NaN, NaN])
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN])
    expect([logGamma(0), logGamma(-1), logGamma(Infinity), digamma(0)]).toEqual([Infinity, NaN, Infinity, NaN])
    expect([regularisedGammaP(2, 0), regularisedGammaP(2, Infinity), regularisedGammaP(0, 1), regularisedGammaQ(2, -1)]).toEqual([0, 1, NaN, NaN])
    expect([regularisedBeta(0, 1, 2), regularisedBeta(1, 1, 2), regularisedBeta(1.1, 1, 2)]).toEqual([0, 1, NaN])
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3), studentQuantile(0.5, 0)]).toEqual([-Infinity, 0, Infinity, NaN])
    expect([studentCdf(Infinity, 3), studentCdf(-Infinity, 3), studentCdf(1, Infinity)]).toEqual([1, 0, normalCdf(1)])
    expect([chiSquareSurvival(-1, 2), fSurvival(0, 2, 3), fSurvival(Infinity, 2, 3)]).toEqual([1, 1, 0])
  })
})
