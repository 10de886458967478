import { describe, expect, it } from 'vitest'
import { CurvaturePairs } from '../../../src/inference/sample/curvature-pairs.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

/** Steps on a quadratic with this precision, and the changes of its gradient. */
function quadraticPairs(precision: readonly (readonly number[])[], count: number): [Float64Array, Float64Array][] {
  const generator = createGenerator(1, 'steps')
  return Array.from({ length: count }, () => {
    const step = precision.map(() => generator.normal())
    return [Float64Array.from(step), Float64Array.from(precision.map((row) => dot(row, step)))]
  })
}

const precision = [
  [2, 0.5, 0.1],
  [0.5, 1, -0.3],
  [0.1, -0.3, 4],
]

describe('CurvaturePairs', () => {
  it('starts from the identity', () => {
    expect(Array.from(new CurvaturePairs(2, 6).inverseHessian())).toEqual([1, 0, 0, 1])
  })

  it('maps every last change back to its step', () => {
    const pairs = new CurvaturePairs(3, 6)
    for (const [step, change] of quadraticPairs(precision, 5)) {
      expect(pairs.add(step, change)).toBe(true)
      const inverse = rows(pairs.inverseHessian())
      inverse.forEach((row, i) => expect(dot(row, [...change])).toBeCloseTo(step[i], 10))
    }
  })

  it('equals the compact form of Zhang et al.: D + [DY, S] gamma [DY, S]’', () => {
    const memory = 2
    const pairs = new CurvaturePairs(3, memory)
    const all = quadraticPairs(precision, 4)
    for (const [step, change] of all) pairs.add(step, change)
    const diagonal = naiveDiagonal(all)
    const expected = compactForm(diagonal, all.slice(-memory))
    rows(pairs.inverseHessian()).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(expected[i][j], 10)),
    )
  })

  it('comes close to the inverse of the precision', () => {
    const diagonal = precision.map((row, i) => row.map((value, j) => (i === j ? value : 0)))
    const pairs = new CurvaturePairs(3, 12)
    for (const [step, change] of quadraticPairs(diagonal, 60)) pairs.add(step, change)
    rows(pairs.inverseHessian()).forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - (i === j ? 1 / diagonal[i][i] : 0))).toBeLessThan(0.05)),
    )
  })

  it('leaves out steps along which the density is not concave', () => {
    const pairs = new CurvaturePairs(2, 6)
    expect(pairs.add(Float64Array.of(1, 0), Float64Array.of(-1, 0))).toBe(false)
    expect(pairs.add(Float64Array.of(1, 0), Float64Array.of(0, 1))).toBe(false)
    expect(pairs.add(Float64Array.of(1, 0), Float64Array.of(NaN, 1))).toBe(false)
    expect(Array.from(pairs.inverseHessian())).toEqual([1, 0, 0, 1])
  })
})

function rows(matrix: Float64Array): number[][] {
  const n = Math.sqrt(matrix.length)
  return Array.from({ length: n }, (_, i) => Array.from(matrix.slice(i * n, (i + 1) * n)))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0)
}

/** Reference, section 4: the diagonal after all pairs. */
function naiveDiagonal(all: readonly [Float64Array, Float64Array][]): number[] {
  let d = [1, 1, 1]
  for (const [s, y] of all) {
    const a = d.reduce((sum, value, i) => sum + y[i] ** 2 * value, 0)
    const b = dot([...y], [...s])
    const q = d.reduce((sum, value, i) => sum + s[i] ** 2 / value, 0)
    d = d.map((value, i) => 1 / (a / (b * value) + y[i] ** 2 / b - (a * s[i] ** 2) / (b * q * value ** 2)))
  }
  return d
}

/** Reference, section 4, for two pairs. */
function compactForm(d: number[], [[s1, y1], [s2, y2]]: readonly [Float64Array, Float64Array][]): number[][] {
  const [s, y] = [
    [[...s1], [...s2]],
    [[...y1], [...y2]],
  ]
  const weighted = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * d[i] * b[i], 0)
  // E: upper triangle of S'Y; its inverse.
  const e = [
    [dot(s[0], y[0]), dot(s[0], y[1])],
    [0, dot(s[1], y[1])],
  ]
  const inverse = [
    [1 / e[0][0], -e[0][1] / (e[0][0] * e[1][1])],
    [0, 1 / e[1][1]],
  ]
  const middle = [0, 1].map((i) => [0, 1].map((j) => weighted(y[i], y[j]) + (i === j ? e[i][i] : 0)))
  const product = (a: number[][], b: number[][]) =>
    a.map((row) =>
      [0, 1].map((j) =>
        dot(
          row,
          b.map((r) => r[j]),
        ),
      ),
    )
  const transposed = [
    [inverse[0][0], inverse[1][0]],
    [inverse[0][1], inverse[1][1]],
  ]
  const corner = product(product(transposed, middle), inverse)
  const gamma = [
    [0, 0, -inverse[0][0], -inverse[0][1]],
    [0, 0, -inverse[1][0], -inverse[1][1]],
    [-transposed[0][0], -transposed[0][1], ...corner[0]],
    [-transposed[1][0], -transposed[1][1], ...corner[1]],
  ]
  const beta = d.map((value, i) => [value * y[0][i], value * y[1][i], s[0][i], s[1][i]])
  return beta.map((left, i) =>
    beta.map(
      (right, j) =>
        (i === j ? d[i] : 0) +
        dot(
          left,
          gamma.map((row) => dot(row, right)),
        ),
    ),
  )
}
