import type { LogDensity } from '../../../src/inference/log-density.js'
import { choleskyInto, choleskyInverseInto } from '../../../src/numeric/linalg/cholesky.js'

/** Normal with a mean and a covariance, row-major. */
export function gaussian(mean: readonly number[], covariance: readonly number[]): LogDensity {
  const n = mean.length
  const factor = Float64Array.from(covariance)
  if (!choleskyInto(factor, n)) throw new Error('not a covariance')
  const precision = new Float64Array(n * n)
  choleskyInverseInto(factor, n, precision)
  return {
    dimension: n,
    valueAndGradient(x, gradient) {
      let value = 0
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let j = 0; j < n; j++) sum += precision[i * n + j] * (x[j] - mean[j])
        gradient[i] = -sum
        value -= 0.5 * sum * (x[i] - mean[i])
      }
      return value
    },
  }
}

/** Independent Normals. */
export function independent(mean: readonly number[], sd: readonly number[]): LogDensity {
  return {
    dimension: mean.length,
    valueAndGradient(x, gradient) {
      let value = 0
      for (let i = 0; i < mean.length; i++) {
        const z = (x[i] - mean[i]) / sd[i]
        gradient[i] = -z / sd[i]
        value -= 0.5 * z * z
      }
      return value
    },
  }
}

/** Neal's funnel: v ~ N(0, 3^2), nine x ~ N(0, exp(v)); coordinates v, x. */
export const funnel: LogDensity = {
  dimension: 10,
  valueAndGradient(theta, gradient) {
    const v = theta[0]
    const precision = Math.exp(-v)
    let square = 0
    for (let i = 1; i < 10; i++) {
      square += theta[i] * theta[i]
      gradient[i] = -theta[i] * precision
    }
    gradient[0] = -v / 9 - 4.5 + 0.5 * square * precision
    return (-v * v) / 18 - 4.5 * v - 0.5 * square * precision
  },
}

/** A curved ridge: x ~ N(0, 1), y | x ~ N(2 (x^2 - 1), 0.5^2). Means 0; variances 1 and 8.25. */
export const banana: LogDensity = {
  dimension: 2,
  valueAndGradient([x, y], gradient) {
    const residual = (y - 2 * (x * x - 1)) / 0.25
    gradient[0] = -x + 4 * x * residual
    gradient[1] = -residual
    return -0.5 * x * x - 0.125 * residual * residual
  },
}

const schools = { y: [28, 8, -3, 7, -1, 1, 18, 12], sd: [15, 10, 16, 11, 9, 11, 10, 18] }

/** Eight schools, not centred: mu, log tau, then z with theta = mu + tau z; mu ~ N(0, 5^2), tau ~ half-Cauchy(5). */
export const eightSchools: LogDensity = {
  dimension: 10,
  valueAndGradient(x, gradient) {
    const mu = x[0]
    const tau = Math.exp(x[1])
    const square = (tau / 5) ** 2
    let value = -0.5 * (mu / 5) ** 2 - Math.log1p(square) + x[1]
    gradient[0] = -mu / 25
    gradient[1] = 1 - (2 * square) / (1 + square)
    for (let j = 0; j < 8; j++) {
      const z = x[2 + j]
      const residual = (schools.y[j] - mu - tau * z) / schools.sd[j]
      const pull = residual / schools.sd[j]
      value -= 0.5 * (z * z + residual * residual)
      gradient[0] += pull
      gradient[1] += pull * tau * z
      gradient[2 + j] = pull * tau - z
    }
    return value
  },
}

/** Logistic regression with Normal priors: `trials` rows of a binomial with `successes`. */
export function logisticRegression(data: {
  readonly rows: readonly (readonly number[])[]
  readonly successes: readonly number[]
  readonly trials: number
  readonly priorMean: readonly number[]
  readonly priorSd: readonly number[]
}): LogDensity {
  const { rows, successes, trials, priorMean, priorSd } = data
  return {
    dimension: priorMean.length,
    valueAndGradient(beta, gradient) {
      let value = 0
      for (let j = 0; j < beta.length; j++) {
        const z = (beta[j] - priorMean[j]) / priorSd[j]
        value -= 0.5 * z * z
        gradient[j] = -z / priorSd[j]
      }
      rows.forEach((row, i) => {
        const eta = row.reduce((sum, x, j) => sum + x * beta[j], 0)
        const softplus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta))
        value += successes[i] * eta - trials * softplus
        const residual = successes[i] - trials / (1 + Math.exp(-eta))
        for (let j = 0; j < beta.length; j++) gradient[j] += residual * row[j]
      })
      return value
    },
  }
}

/** Linear regression with flat priors on coefficients and sigma: the coefficients, then log sigma. */
export function flatRegression(rows: readonly (readonly number[])[], y: readonly number[]): LogDensity {
  const k = rows[0].length
  return {
    dimension: k + 1,
    valueAndGradient(x, gradient) {
      gradient.fill(0)
      const precision = Math.exp(-2 * x[k])
      let squares = 0
      rows.forEach((row, i) => {
        let residual = y[i]
        for (let j = 0; j < k; j++) residual -= row[j] * x[j]
        squares += residual * residual
        for (let j = 0; j < k; j++) gradient[j] += precision * residual * row[j]
      })
      gradient[k] = precision * squares - y.length + 1
      return -0.5 * precision * squares - (y.length - 1) * x[k]
    },
  }
}
