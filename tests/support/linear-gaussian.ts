import type { Model } from '../../src/model/design/model.js'
import { createGenerator } from '../../src/numeric/random/generator.js'

// A model that is linear in Normal parameters, its noise known: the posterior is Normal, in closed form.

const rows = 40

export const linearGaussianColumns = (() => {
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

export const linearGaussian = `
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

export function mean(x: readonly number[]): number {
  return x.reduce((a, b) => a + b, 0) / x.length
}

export function covariance(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)]
  return x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0) / (x.length - 1)
}

/** Posterior of (tv, intercept, z) by plain matrix algebra with the dense AR(1) covariance. */
export function closedForm(
  model: Model,
  priors: 'given' | 'flat' = 'given',
): { mean: number[]; covariance: number[][] } {
  const design = linearGaussianColumns.x.map((x, t) => [x / model.channels[0].scale, 1, model.linear[1].values[t]])
  const prior = priors === 'flat' ? [0, 0, 0] : [1 / 0.7 ** 2, 1 / 20 ** 2, 1 / 5 ** 2]
  const centre = [1, 90, 0]
  const noise = linearGaussianColumns.y.map((_, s) =>
    linearGaussianColumns.y.map((_, t) => (16 * 0.5 ** Math.abs(s - t)) / (1 - 0.25)),
  )
  const inverseNoise = inverse(noise)
  const precision = prior.map((p, i) => prior.map((_, j) => (i === j ? p : 0)))
  const right = prior.map((p, i) => p * centre[i])
  for (let s = 0; s < rows; s++) {
    for (let t = 0; t < rows; t++) {
      for (let i = 0; i < 3; i++) {
        right[i] += design[s][i] * inverseNoise[s][t] * linearGaussianColumns.y[t]
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
