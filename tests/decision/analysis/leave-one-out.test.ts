import { describe, expect, it } from 'vitest'
import { leaveOneOutOf } from '../../../src/decision/analysis/leave-one-out.js'
import { createOutcome, type Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { fitBayes } from '../../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { linearGaussian, linearGaussianColumns } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const spoilt = linearGaussianColumns.y.map((y, t) => (t === 17 ? y + 70 : y))

async function outcomeWith(noise: string, y = linearGaussianColumns.y): Promise<Outcome> {
  const text = `${linearGaussian.replace(/noise:.*/, `noise: ${noise}`)}fit: { method: bayes, draws: 150, warmup: 150, chains: 2 }\n`
  const model = smallModel(text, { columns: { ...linearGaussianColumns, y } })
  const { draws } = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
  return createOutcome(model, draws)
}

describe('leaving a period out', () => {
  it('predicts it given the noise of its neighbours: exact refits agree', async () => {
    const outcome = await outcomeWith('{ kind: ar1, sigma: 4, correlation: 0.5 }')
    const loo = leaveOneOutOf(outcome)
    expect(loo.unreliable).toBe(0)
    expect(loo.pointwise).toHaveLength(40)
    for (const t of [0, 11, 39]) expect(Math.abs(loo.pointwise[t] - exactDensity(t))).toBeLessThan(0.05)
    expect(loo.elpd).toBeGreaterThan(-150)
    expect(loo.elpd).toBeLessThan(-95)
  })

  it('prefers Student noise where one period stands out, which is the worst predicted', async () => {
    const sigma = 'sigma: { distribution: half-normal, sd: 20 }'
    const normal = leaveOneOutOf(await outcomeWith(`{ kind: normal, ${sigma} }`, spoilt))
    const student = leaveOneOutOf(await outcomeWith(`{ kind: student, ${sigma} }`, spoilt))
    expect(student.elpd - normal.elpd).toBeGreaterThan(10)
    expect(normal.pointwise.indexOf(normal.pointwise.reduce((a, b) => Math.min(a, b)))).toBe(17)
    expect(student.pointwise.indexOf(student.pointwise.reduce((a, b) => Math.min(a, b)))).toBe(17)
  })

  it('has no meaning for least squares', () => {
    const text = linearGaussian
      .replace(/prior: \{ coefficient.*/, '')
      .replace(/noise:.*/, 'noise: normal')
      .replace(/controls:.*/, 'controls: { z: z }')
      .replace(/, intercept.*/, ' }')
    const model = smallModel(`${text}fit: { method: ols }\n`, { columns: linearGaussianColumns })
    const outcome = createOutcome(model, { names: [], count: 0, chains: 1, values: new Float64Array(0) })
    expect(() => leaveOneOutOf(outcome)).toThrow('Leave-one-out needs a posterior')
  })
})

/** log p(y[t] | all other y) of the model that is linear in Normal parameters, from the dense covariance of all rows. */
function exactDensity(left: number): number {
  const { x, z, y } = linearGaussianColumns
  const prior = [0.7 ** 2, 20 ** 2, 5 ** 2]
  const row = (t: number) => [x[t], 1, z[t]]
  const covariance = y.map((_, s) =>
    y.map((__, t) => {
      const linear = row(s).reduce((sum, value, j) => sum + value * prior[j] * row(t)[j], 0)
      return linear + (16 * 0.5 ** Math.abs(s - t)) / 0.75
    }),
  )
  const residual = y.map((value, t) => value - (row(t)[0] + 90))
  const others = y.map((_, t) => t).filter((t) => t !== left)
  const weights = solve(
    others.map((s) => others.map((t) => covariance[s][t])),
    others.map((t) => covariance[left][t]),
  )
  const mean = weights.reduce((sum, weight, i) => sum + weight * residual[others[i]], 0)
  const variance = covariance[left][left] - weights.reduce((sum, w, i) => sum + w * covariance[left][others[i]], 0)
  return -0.5 * (Math.log(2 * Math.PI * variance) + (residual[left] - mean) ** 2 / variance)
}

function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((values, i) => [...values, right[i]])
  const n = a.length
  for (let i = 0; i < n; i++) {
    for (let k = i + 1; k < n; k++) {
      const factor = a[k][i] / a[i][i]
      for (let j = i; j <= n; j++) a[k][j] -= factor * a[i][j]
    }
  }
  const out = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    out[i] = (a[i][n] - a[i].reduce((sum, value, j) => (j > i && j < n ? sum + value * out[j] : sum), 0)) / a[i][i]
  }
  return out
}
