import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { studentVariate } from '../../../src/numeric/random/variates.js'
import { residualChecks } from '../../../src/decision/summary/residual-checks.js'

const g = createGenerator(1, 'residual-checks')
const white = Float64Array.from({ length: 200 }, () => g.normal())
const fitted = Float64Array.from({ length: 200 }, () => 100 + 10 * g.uniform())

function pOf(name: string, innovations: Float64Array, level = fitted): number {
  return residualChecks(innovations, level).find((check) => check.name.startsWith(name))?.p ?? NaN
}

describe('residualChecks', () => {
  it('find nothing in white noise', () => {
    const checks = residualChecks(white, fitted)
    expect(checks.map(({ name }) => name)).toEqual([
      'Durbin-Watson (innovations)',
      'Ljung-Box (10 lags)',
      'Breusch-Pagan',
      'ARCH (2 lags)',
      'Jarque-Bera',
    ])
    expect(checks[0].statistic).toBeGreaterThan(1.7)
    expect(checks.slice(1).every(({ p }) => p !== null && p > 0.01)).toBe(true)
  })

  it('find correlation, variance that follows the level, and outliers', () => {
    const sticky = white.slice()
    for (let t = 1; t < sticky.length; t++) sticky[t] += 0.8 * sticky[t - 1]
    expect(pOf('Ljung-Box', sticky)).toBeLessThan(1e-6)
    expect(residualChecks(sticky, fitted)[1].meaning).toContain('Correlation is left')
    const growing = white.map((e, t) => e * (fitted[t] - 99))
    expect(pOf('Breusch-Pagan', growing)).toBeLessThan(1e-3)
    const outlier = white.slice()
    outlier[50] = 12
    expect(pOf('Jarque-Bera', outlier)).toBeLessThan(1e-6)
  })

  it('hold heavy tails against the Student noise of the model, and still see what it has none of', () => {
    const student = createGenerator(2, 'student')
    const heavy = Float64Array.from({ length: 200 }, () => 5 * studentVariate(student, 3))
    expect(pOf('Jarque-Bera', heavy)).toBeLessThan(1e-6)
    const last = residualChecks(heavy, fitted, { scale: 5, degrees: 3 })[4]
    expect(last.p).toBeGreaterThan(0.05)
    expect(last.meaning).toBe('The shocks look as the Student noise of the model has them.')
    const oneSided = heavy.map(Math.abs)
    expect(residualChecks(oneSided, fitted, { scale: 5, degrees: 3 })[4].p).toBeLessThan(1e-3)
    expect(residualChecks(heavy.fill(1e300, 0, 1), fitted, { scale: 5, degrees: 3 })).toHaveLength(5)
  })

  it('are left out for too few periods', () => {
    expect(residualChecks(white.slice(0, 11), fitted.slice(0, 11))).toEqual([])
  })
})
