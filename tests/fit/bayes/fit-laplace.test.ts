import { describe, expect, it } from 'vitest'
import { fitLaplace } from '../../../src/fit/bayes/fit-laplace.js'
import { closedForm, covariance, linearGaussian, linearGaussianColumns, mean } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const columns = linearGaussianColumns

describe('fitLaplace', () => {
  it('is exact where the posterior is Normal', () => {
    const model = smallModel(`${linearGaussian}fit: { method: laplace, draws: 2000 }\n`, { columns })
    const { draws, diagnostics } = fitLaplace(model)
    expect(diagnostics).toMatchObject({ passed: true, advice: [], draws: 2000 })
    const exact = closedForm(model)
    const place = model.layout.channels[0].coefficient
    const sample = Array.from({ length: 2000 }, (_, d) => draws.values[d * draws.names.length + place])
    const sd = Math.sqrt(exact.covariance[0][0])
    expect(Math.abs(mean(sample) - exact.mean[0]) / sd).toBeLessThan(4 / Math.sqrt(2000))
    expect(Math.abs(covariance(sample, sample) / sd ** 2 - 1)).toBeLessThan(0.13)
  })

  it('says whether it may be believed, and gives the same draws again', () => {
    const model = smallModel(
      'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nfit: { method: laplace, draws: 200, starts: 2 }\n',
      { columns },
    )
    const { draws, diagnostics } = fitLaplace(model)
    expect(fitLaplace(model).draws).toEqual(draws)
    expect(draws.values.every(Number.isFinite)).toBe(true)
    expect(diagnostics.passed).toBe(diagnostics.advice.length === 0)
    expect(diagnostics.starts).toHaveLength(2)
  })
})
