import { describe, expect, it } from 'vitest'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { fitRegression } from '../../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import type { Model } from '../../../src/model/design/model.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(regressionTasks)
const rows = 40

const columns = (() => {
  const g = createGenerator(8, 'regression')
  const x = Array.from({ length: rows }, (_, t) => (t % 7 < 3 ? 10 + 5 * g.uniform() : 0))
  const z = Array.from({ length: rows }, () => g.normal())
  let noise = 0
  const y = x.map((media, t) => {
    noise = 0.5 * noise + 4 * g.normal()
    return 100 + 1.5 * media + 6 * z[t] + noise
  })
  return { x, z, y }
})()

/** Linear in Normal parameters, noise known: the posterior is Normal in closed form. */
const linearGaussian = `
kpi: { column: y, kind: revenue, scale: none }
baseline: { trend: none, seasonality: { yearly: 0 }, intercept: { distribution: normal, mean: 90, sd: 20 } }
noise: { kind: ar1, sigma: 4, correlation: 0.5 }
controls: { z: { column: z, scale: none, prior: { distribution: normal, mean: 0, sd: 5 } } }
channels:
  tv:
    spend: x
    adstock: none
    saturation: none
    scale: none
    sign: free
    prior: { coefficient: { distribution: normal, mean: 1, sd: 0.7 } }
`

describe('fitRegression', () => {
  it('draws from the exact posterior where the model is linear in Normal parameters', async () => {
    const model = smallModel(`${linearGaussian}fit: { draws: 2000, starts: 2 }\n`, { columns })
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
    const model = smallModel(yaml, { columns })
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
      { columns },
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
      columns,
    })
    const { diagnostics } = await fitRegression(model, { executor })
    expect(diagnostics.starts.length).toBe(model.spec.fit.starts)
    expect(diagnostics.starts[0].logDensity).toBeGreaterThanOrEqual(diagnostics.starts[1].logDensity)
    expect(Array.isArray(diagnostics.flat)).toBe(true)
  })
})

function mean(x: readonly number[]): number {
  return x.reduce((a, b) => a + b, 0) / x.length
}

function covariance(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)]
  return x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0) / (x.length - 1)
}

/** Posterior of (tv, intercept, z) by plain matrix algebra with the dense AR(1) covariance. */
function closedForm(model: Model, priors: 'given' | 'flat' = 'given'): { mean: number[]; covariance: number[][] } {
  const design = columns.x.map((x, t) => [x / model.channels[0].scale, 1, model.linear[1].values[t]])
  const prior = priors === 'flat' ? [0, 0, 0] : [1 / 0.7 ** 2, 1 / 20 ** 2, 1 / 5 ** 2]
  const centre = [1, 90, 0]
  const noise = columns.y.map((_, s) => columns.y.map((_, t) => (16 * 0.5 ** Math.abs(s - t)) / (1 - 0.25)))
  const inverseNoise = inverse(noise)
  const precision = prior.map((p, i) => prior.map((_, j) => (i === j ? p : 0)))
  const right = prior.map((p, i) => p * centre[i])
  for (let s = 0; s < rows; s++) {
    for (let t = 0; t < rows; t++) {
      for (let i = 0; i < 3; i++) {
        right[i] += design[s][i] * inverseNoise[s][t] * columns.y[t]
        for (let j = 0; j < 3; j++) precision[i][j] += design[s][i] * inverseNoise[s][t] * design[t][j]
      }
    }
  }
  const result = inverse(precision)
  return { mean: result.map((row) => row.reduce((sum, v, j) => sum + v * right[j], 0)), covariance: result }
}

function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let i = 0; i < n; i++) {
    const pivot = a[i][i]
    for (let j = 0; j < 2 * n; j++) a[i][j] /= pivot
    for (let k = 0; k < n; k++) {
      if (k === i) continue
      const f = a[k][i]
      for (let j = 0; j < 2 * n; j++) a[k][j] -= f * a[i][j]
    }
  }
  return a.map((row) => row.slice(n))
}
