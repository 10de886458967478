// Inverse Hessians along an optimisation path. Sources: Zhang, Carpenter, Gelman and Vehtari (2022), "Pathfinder", JMLR 23, algorithm 3;
// the diagonal is that of Gilbert and Lemarechal (1989).

/** A pair is kept if its curvature is at least this share of the squared gradient change. */
const LEAST_CURVATURE = 1e-12

/** The last steps of a climb and what they did to the gradient. */
export class CurvaturePairs {
  private readonly steps: Float64Array[] = []
  private readonly changes: Float64Array[] = []
  private diagonal: Float64Array

  /**
   * @param dimension coordinates.
   * @param memory pairs remembered, at least 1.
   */
  constructor(
    dimension: number,
    private readonly memory: number,
  ) {
    this.diagonal = new Float64Array(dimension).fill(1)
  }

  /**
   * Remembers a step and the change of the gradient of the log density over it, earlier minus later; both are copied. False, with nothing
   * remembered, where the density isn't concave along the step.
   */
  add(step: Float64Array, change: Float64Array): boolean {
    const curvature = dot(step, change)
    if (!(curvature > LEAST_CURVATURE * dot(change, change) && curvature < Infinity)) return false
    this.updateDiagonal(step, change, curvature)
    this.steps.push(step.slice())
    this.changes.push(change.slice())
    if (this.steps.length > this.memory) {
      this.steps.shift()
      this.changes.shift()
    }
    return true
  }

  /** Inverse of minus the Hessian, row-major n x n: the BFGS recursion over the pairs remembered, oldest first, from the diagonal. */
  inverseHessian(): Float64Array {
    const n = this.diagonal.length
    const inverse = new Float64Array(n * n)
    for (let i = 0; i < n; i++) inverse[i * n + i] = this.diagonal[i]
    for (let k = 0; k < this.steps.length; k++) updateInverse(inverse, this.steps[k], this.changes[k])
    return inverse
  }

  /** 1 / D <- a / (b D) + y^2 / b - a s^2 / (b q D^2), with a = y'Dy, b = y's, q = s'D^-1 s; kept if any entry would not be positive. */
  private updateDiagonal(step: Float64Array, change: Float64Array, curvature: number): void {
    const { diagonal } = this
    let a = 0
    let q = 0
    for (let i = 0; i < diagonal.length; i++) {
      a += change[i] * change[i] * diagonal[i]
      q += (step[i] * step[i]) / diagonal[i]
    }
    const updated = diagonal.map((d, i) => {
      const s = step[i] / d
      return 1 / ((a / d + change[i] * change[i] - (a * s * s) / q) / curvature)
    })
    if (updated.every((d) => d > 0 && d < Infinity)) this.diagonal = updated
  }
}

/** H <- (I - r s y') H (I - r y s') + r s s', with r = 1 / y's. */
function updateInverse(inverse: Float64Array, step: Float64Array, change: Float64Array): void {
  const n = step.length
  const r = 1 / dot(step, change)
  const product = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) product[i] += inverse[i * n + j] * change[j]
  const weight = r * (1 + r * dot(change, product))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j] += weight * step[i] * step[j] - r * (step[i] * product[j] + product[i] * step[j])
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
