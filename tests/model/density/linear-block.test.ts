import { describe, expect, it } from 'vitest'
import { LinearBlock } from '../../../src/model/density/linear-block.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

// bayes.md B7: data D20 of models.md 12.1, A_t = tv_t + alpha A_{t-1}.
const tv = [40, 0, 0, 25, 60, 0, 0, 35, 0, 50, 20, 0, 0, 0, 45, 30, 0, 0, 55, 10]
const search = [8.0, 7.5, 6.9, 9.1, 10.4, 8.8, 7.2, 9.0, 7.7, 10.1, 9.6, 8.1, 7.0, 6.6, 9.4, 9.9, 8.3, 7.1, 10.8, 9.2]
const price = [
  10.0, 10.0, 9.5, 9.5, 10.0, 10.2, 10.2, 10.0, 9.8, 9.8, 9.5, 10.0, 10.3, 10.3, 10.0, 9.6, 9.6, 10.1, 9.9, 10.0,
]
const y = Float64Array.of(
  201.2,
  188.1,
  179.4,
  202.4,
  219.8,
  203.3,
  186.9,
  209.2,
  192.7,
  224.3,
  225.7,
  195.0,
  179.2,
  173.6,
  214.9,
  220.9,
  201.5,
  187.2,
  225.0,
  216.1,
)
const priorSd = Float64Array.of(20, 2, 3, 5, 5)

function d20(smooth: readonly boolean[] = [false, false, false, false, false]): LinearBlock {
  const design = new Float64Array(100)
  let stock = 0
  for (let t = 0; t < 20; t++) {
    stock = tv[t] + 0.5 * stock
    design.set([1, stock / 10, search[t] - 8, price[t] - 10, (t + 1 - 10) / 10], t * 5)
  }
  return new LinearBlock({
    design,
    rows: 20,
    columns: 5,
    priorMean: Float64Array.of(200, 2, 2, -8, 0),
    priorSd,
    smooth,
  })
}

describe('LinearBlock', () => {
  it('integrates the linear part out: golden value B7', () => {
    const block = d20()
    block.setHyper(4, 0, 1)
    expect(block.evaluate(y)).toBeCloseTo(-62.06606193, 7)
    const mean = [200, 2, 2, -8, 0].map((m, j) => m + block.shift[j])
    ;[183.8387862, 4.219309364, 5.384165593, -8.484318826, 3.256443096].forEach((golden, j) =>
      expect(mean[j]).toBeCloseTo(golden, 6),
    )
    expect(block.hyperGradient().sigma).toBeCloseTo(-0.382550845, 7)
  })

  it('equals the dense Normal with AR(1) noise and a learned amplitude, and so do its gradients', () => {
    const smooth = [false, false, true, true, false]
    const block = d20(smooth)
    const at = (sigma: number, rho: number, amplitude: number) => {
      block.setHyper(sigma, rho, amplitude)
      return block.evaluate(y)
    }
    const dense = denseLogDensity(smooth, 5, 0.6, 1.7)
    expect(at(5, 0.6, 1.7)).toBeCloseTo(dense, 8)
    const h = 1e-5
    at(5, 0.6, 1.7)
    const { sigma, correlation, amplitude } = { ...block.hyperGradient() }
    expect(sigma).toBeCloseTo((at(5 + h, 0.6, 1.7) - at(5 - h, 0.6, 1.7)) / (2 * h), 6)
    expect(correlation).toBeCloseTo((at(5, 0.6 + h, 1.7) - at(5, 0.6 - h, 1.7)) / (2 * h), 6)
    expect(amplitude).toBeCloseTo((at(5, 0.6, 1.7 + h) - at(5, 0.6, 1.7 - h)) / (2 * h), 6)
  })

  it('predicts each row from all others: golden value B7', () => {
    const block = d20()
    block.setHyper(4, 0, 1)
    block.evaluate(y)
    const densities = new Float64Array(20)
    block.leaveOneOutInto(densities)
    ;[-2.928551405, -2.448915482, -3.518515701].forEach((golden, t) => expect(densities[t] / golden).toBeCloseTo(1, 9))
    expect(densities.reduce((a, b) => a + b) / -57.99928178).toBeCloseTo(1, 9)
  })

  it('predicts each row from all others under AR(1) noise as the dense covariance does', () => {
    const smooth = [false, false, true, true, false]
    const block = d20(smooth)
    block.setHyper(5, 0.6, 1.7)
    const joint = block.evaluate(y)
    const densities = new Float64Array(20)
    block.leaveOneOutInto(densities)
    // p(y) = p(y[t] | rest) p(rest): integrate y[t] out by Simpson's rule.
    for (const t of [0, 8, 19]) {
      let rest = 0
      const points = 4001
      for (let i = 0; i < points; i++) {
        const value = y[t] + (i - 2000) * 0.06
        const weight = i === 0 || i === points - 1 ? 1 : i % 2 === 1 ? 4 : 2
        rest += weight * Math.exp(block.evaluate(y.map((each, row) => (row === t ? value : each))) - joint)
      }
      expect(densities[t]).toBeCloseTo(-Math.log((rest * 0.06) / 3), 7)
    }
  })

  it('fills the gradient of log p in the mean of every row', () => {
    const block = d20()
    block.setHyper(4, 0.3, 1)
    block.evaluate(y)
    const gradient = block.residualGradient.slice()
    for (const t of [0, 7, 19]) {
      const moved = (step: number) => block.evaluate(y.map((value, i) => (i === t ? value - step : value)))
      expect(gradient[t]).toBeCloseTo((moved(1e-4) - moved(-1e-4)) / 2e-4, 6)
    }
  })

  it('draws coefficients with the posterior mean and covariance', () => {
    const block = d20()
    block.setHyper(4, 0, 1)
    block.evaluate(y)
    const generator = createGenerator(1, 'coefficients')
    const n = 20000
    const sums = new Float64Array(5)
    const squares = new Float64Array(5)
    let cross = 0
    const b = new Float64Array(5)
    const mean = [183.8387862, 4.219309364, 5.384165593, -8.484318826, 3.256443096]
    const sd = [3.239831999, 1.11199448, 1.775321025, 3.082241732, 1.56801037]
    for (let i = 0; i < n; i++) {
      block.drawCoefficients(generator, b)
      for (let j = 0; j < 5; j++) {
        const z = (b[j] - mean[j]) / sd[j]
        sums[j] += z
        squares[j] += z * z
      }
      cross += ((b[1] - mean[1]) / sd[1]) * ((b[2] - mean[2]) / sd[2])
    }
    for (let j = 0; j < 5; j++) {
      expect(Math.abs(sums[j] / n)).toBeLessThan(0.03)
      expect(Math.abs(squares[j] / n - 1)).toBeLessThan(0.04)
    }
    expect(cross / n).toBeCloseTo(-0.9069117831, 1)
  })

  it('perturbs the data with the marginal covariance of noise and linear part', () => {
    const block = d20()
    block.setHyper(4, 0.5, 1)
    const covariance = denseCovariance([false, false, false, false, false], 4, 0.5, 1)
    const generator = createGenerator(4, 'perturb')
    const n = 20000
    const sums = { first: 0, last: 0, cross: 0 }
    for (let i = 0; i < n; i++) {
      const e = new Float64Array(20)
      block.perturb(generator, e)
      sums.first += e[0] * e[0]
      sums.last += e[19] * e[19]
      sums.cross += e[3] * e[4]
    }
    expect(sums.first / n / covariance[0][0]).toBeCloseTo(1, 1)
    expect(sums.last / n / covariance[19][19]).toBeCloseTo(1, 1)
    expect(sums.cross / n / covariance[3][4]).toBeCloseTo(1, 1)
  })
})

function designRow(t: number): number[] {
  let stock = 0
  for (let i = 0; i <= t; i++) stock = tv[i] + 0.5 * stock
  return [1, stock / 10, search[t] - 8, price[t] - 10, (t + 1 - 10) / 10]
}

function denseCovariance(smooth: readonly boolean[], sigma: number, rho: number, amplitude: number): number[][] {
  return Array.from({ length: 20 }, (_, s) =>
    Array.from({ length: 20 }, (_, t) => {
      const a = designRow(s)
      const b = designRow(t)
      const linear = a.reduce(
        (sum, value, j) => sum + value * b[j] * (priorSd[j] * (smooth[j] ? amplitude : 1)) ** 2,
        0,
      )
      return linear + (sigma ** 2 * rho ** Math.abs(s - t)) / (1 - rho ** 2)
    }),
  )
}

/** Normal log density with the n x n covariance, by plain Gaussian elimination. */
function denseLogDensity(smooth: readonly boolean[], sigma: number, rho: number, amplitude: number): number {
  const c = denseCovariance(smooth, sigma, rho, amplitude)
  const mean = [200, 2, 2, -8, 0]
  const r = Array.from(y, (value, t) => value - designRow(t).reduce((sum, x, j) => sum + x * mean[j], 0))
  const solved = r.slice()
  let logDeterminant = 0
  for (let i = 0; i < 20; i++) {
    logDeterminant += Math.log(c[i][i])
    for (let k = i + 1; k < 20; k++) {
      const f = c[k][i] / c[i][i]
      for (let j = i; j < 20; j++) c[k][j] -= f * c[i][j]
      solved[k] -= f * solved[i]
    }
  }
  let quadratic = 0
  for (let i = 0; i < 20; i++) quadratic += solved[i] ** 2 / c[i][i]
  return -0.5 * (20 * Math.log(2 * Math.PI) + logDeterminant + quadratic)
}
