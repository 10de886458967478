import { describe, expect, it } from 'vitest'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { fitBayes } from '../../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { fitRegression } from '../../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import { covariance, linearGaussian, linearGaussianColumns, mean } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

/** Three weeks that no media and no control explain. */
const outliers = new Map([
  [5, 60],
  [18, -45],
  [31, 50],
])
const columns = { ...linearGaussianColumns, y: linearGaussianColumns.y.map((y, t) => y + (outliers.get(t) ?? 0)) }
const { x, z, y } = columns

function modelOf(noise: string, fit = 'draws: 1000, warmup: 300, chains: 4') {
  return smallModel(`${linearGaussian.replace(/noise:.*/, `noise: ${noise}`)}fit: { method: bayes, ${fit} }\n`, {
    columns,
  })
}

describe('Student noise', () => {
  it('has the posterior that a grid over all coefficients has', async () => {
    const model = modelOf('{ sigma: 4, degreesOfFreedom: 3 }')
    const { draws, diagnostics } = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
    expect(diagnostics).toMatchObject({ passed: true, divergences: 0 })
    const places = [model.layout.channels[0].coefficient, model.layout.linear, model.layout.linear + 1]
    const exact = gridPosterior()
    places.forEach((place, i) => {
      const sample = column(draws, place)
      const effective = diagnostics.essBulkMin as number
      expect(Math.abs(mean(sample) - exact[i].mean) / exact[i].sd).toBeLessThan(4 / Math.sqrt(effective))
      expect(Math.abs(covariance(sample, sample) / exact[i].sd ** 2 - 1)).toBeLessThan(6 / Math.sqrt(effective))
    })
  })

  it('finds heavy tails where a few weeks stand out, and is hardly moved by them', async () => {
    const fit = 'draws: 300, warmup: 300, chains: 2'
    const sigma = 'sigma: { distribution: half-normal, sd: 20 }'
    const student = modelOf(`{ kind: student, ${sigma} }`, fit)
    const normal = modelOf(`{ kind: normal, ${sigma} }`, fit)
    const executor = inlineExecutor(bayesTasks)
    const robust = await fitBayes(student, { executor })
    const plain = await fitBayes(normal, { executor })
    const degrees = column(robust.draws, student.layout.degrees)
    expect(mean(degrees)).toBeLessThan(4)
    expect(Math.min(...degrees)).toBeGreaterThan(2)
    expect(mean(column(robust.draws, student.layout.sigma))).toBeLessThan(8)
    expect(mean(column(plain.draws, normal.layout.sigma))).toBeGreaterThan(11)
  })

  it('is refused by regression, whose replicates need noise that can be integrated out', async () => {
    await expect(fitRegression(modelOf('student'), { executor: inlineExecutor(regressionTasks) })).rejects.toThrow(
      '`noise: student` must go with `method: bayes`',
    )
  })
})

/** Mean and sd of the media coefficient, the intercept and the control by summing the density over a grid. */
function gridPosterior(): { mean: number; sd: number }[] {
  const axes = [axis(0.7, 2.3, 41), axis(95, 107, 61), axis(2.5, 10, 41)]
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  let total = 0
  for (const b of axes[0]) {
    for (const intercept of axes[1]) {
      for (const c of axes[2]) {
        let log = -0.5 * (((b - 1) / 0.7) ** 2 + ((intercept - 90) / 20) ** 2 + (c / 5) ** 2)
        let product = 1
        for (let t = 0; t < y.length; t++) {
          const r = (y[t] - b * x[t] - intercept - c * z[t]) / 4
          product *= 1 + (r * r) / 3
        }
        log -= 2 * Math.log(product)
        const weight = Math.exp(log + 60)
        total += weight
        ;[b, intercept, c].forEach((value, i) => {
          sums[i] += weight * value
          squares[i] += weight * value * value
        })
      }
    }
  }
  return sums.map((sum, i) => ({ mean: sum / total, sd: Math.sqrt(squares[i] / total - (sum / total) ** 2) }))
}

function axis(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1))
}

function column({ names, values }: { names: readonly string[]; values: Float64Array }, place: number): number[] {
  return Array.from({ length: values.length / names.length }, (_, d) => values[d * names.length + place])
}
