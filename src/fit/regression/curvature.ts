import type { LogDensity } from '../../inference/log-density.js'

const STEP = 1e-4

/** Negative Hessian of a log density at `theta`, from central differences of its gradient; row-major, symmetric. */
export function negativeHessian(density: LogDensity, theta: Float64Array): Float64Array {
  const n = density.dimension
  const hessian = new Float64Array(n * n)
  const up = new Float64Array(n)
  const down = new Float64Array(n)
  const point = theta.slice()
  for (let i = 0; i < n; i++) {
    point[i] = theta[i] + STEP
    density.valueAndGradient(point, up)
    point[i] = theta[i] - STEP
    density.valueAndGradient(point, down)
    point[i] = theta[i]
    for (let j = 0; j < n; j++) hessian[i * n + j] = -(up[j] - down[j]) / (2 * STEP)
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const mean = (hessian[i * n + j] + hessian[j * n + i]) / 2
      hessian[i * n + j] = mean
      hessian[j * n + i] = mean
    }
  }
  return hessian
}
