import { describe, expect, it } from 'vitest'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { fitRegression } from '../../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import { closedForm, covariance, linearGaussian, linearGaussianColumns, mean } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(regressionTasks)
describe('fitRegression', () => {
  it('draws from the exact posterior where the model is linear in Normal parameters', async () => {
    const model = smallModel(`${linearGaussian}fit: { draws: 2000, starts: 2 }\n`, { columns: linearGaussianColumns })
    const { draws } = await fitRegression(model, { executor })
    const exact = closedForm(model)
    const places = [model.layout.channels[0].coefficient, model.layout.linear, model.layout.linear + 1]
    const samples = places.map((place) =>
      Array.from({ length: 2000 }, (_, d) => draws.values[d * draws.names.length + place]),
    )
    samples.forEach((sample, i) => {
      const sd = Math.sqrt(exact.covariance[i][i])
      expect(Math.abs(mean(sample) - exact.mean[i]) / sd).toBeLessThan(4 / Math.sqrt(2000))
      expect(Math.abs(covariance(sample, sample) / sd ** 2 - 1)).toBeLessThan(0.13)
    })
    const correlation = exact.covariance[0][1] / Math.sqrt(exact.covariance[0][0] * exact.covariance[1][1])
    const found =
      covariance(samples[0], samples[1]) /
      Math.sqrt(covariance(samples[0], samples[0]) * covariance(samples[1], samples[1]))
    expect(Math.abs(found - correlation)).toBeLessThan(0.07)
  })

  it('equals generalised least squares with penalties off and transforms fixed', async () => {
    const yaml = linearGaussian.replace(/ {4}prior: .*\n/, '') + 'fit: { draws: 400, starts: 1, penalty: none }\n'
    const model = smallModel(yaml, { columns: linearGaussianColumns })
    const { draws } = await fitRegression(model, { executor })
    const gls = closedForm(model, 'flat')
    const place = model.layout.channels[0].coefficient
    const sample = Array.from({ length: 400 }, (_, d) => draws.values[d * draws.names.length + place])
    const sd = Math.sqrt(gls.covariance[0][0])
    expect(Math.abs(mean(sample) - gls.mean[0]) / sd).toBeLessThan(4 / Math.sqrt(400))
    expect(Math.abs(Math.sqrt(covariance(sample, sample)) / sd - 1)).toBeLessThan(0.15)
  })

  it('gives the same draws however the replicates are divided', async () => {
    const model = smallModel(
      'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nfit: { draws: 45, starts: 2 }\n',
      { columns: linearGaussianColumns },
    )
    const whole = await fitRegression(model, { executor })
    const reversed = await fitRegression(model, {
      executor: {
        async map<I, O>(task: string, inputs: readonly I[]): Promise<O[]> {
          const results = await executor.map<I, O>(task, [...inputs].reverse())
          return results.reverse()
        },
      },
    })
    expect(reversed.draws.values).toEqual(whole.draws.values)
    expect(whole.draws.values.every(Number.isFinite)).toBe(true)
  })

  it('names the directions in which the data say nothing', async () => {
    const model = smallModel('kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nfit: { draws: 5 }\n', {
      columns: linearGaussianColumns,
    })
    const { diagnostics } = await fitRegression(model, { executor })
    expect(diagnostics.starts.length).toBe(model.spec.fit.starts)
    expect(diagnostics.starts[0].logDensity).toBeGreaterThanOrEqual(diagnostics.starts[1].logDensity)
    expect(Array.isArray(diagnostics.flat)).toBe(true)
  })
})
