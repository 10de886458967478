/** Where one chain ended, and the metric that its draws were sampled with. */
export interface ChainState {
  /** Unconstrained, an entry a coordinate. */
  readonly point: Float64Array
  readonly variances: Float64Array
  /** Row-major; null where only variances were learned. */
  readonly covariance: Float64Array | null
}

/** Where the chains of a fit ended and what they had learned of the posterior: what a later fit may begin with. */
export interface SamplerState {
  /** Names of the unconstrained coordinates, in the words of the spec. */
  readonly coordinates: readonly string[]
  /** Last point of each chain. */
  readonly points: readonly (readonly number[])[]
  /** Mean over chains of the variances that they sampled with. */
  readonly variances: readonly number[]
  /** The same of their covariances, the lower triangle by rows; null where only variances were learned. */
  readonly covariance: readonly number[] | null
}

/** The states of a fit's chains as one. */
export function joinStates(coordinates: readonly string[], chains: readonly ChainState[]): SamplerState {
  const n = coordinates.length
  const dense = chains.every(({ covariance }) => covariance !== null)
  const average = (values: (state: ChainState) => number): number =>
    chains.reduce((sum, state) => sum + values(state), 0) / chains.length
  return {
    coordinates,
    points: chains.map(({ point }) => Array.from(point)),
    variances: coordinates.map((_, i) => average(({ variances }) => variances[i])),
    covariance: dense
      ? lowerTriangle(n, (i, j) => average(({ covariance }) => (covariance as Float64Array)[i * n + j]))
      : null,
  }
}

/** A lower triangle by rows as the whole symmetric matrix, row-major. */
export function symmetricOf(triangle: readonly number[], n: number): Float64Array {
  const whole = new Float64Array(n * n)
  let at = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      whole[i * n + j] = triangle[at]
      whole[j * n + i] = triangle[at++]
    }
  }
  return whole
}

function lowerTriangle(n: number, entry: (i: number, j: number) => number): number[] {
  const triangle: number[] = []
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) triangle.push(entry(i, j))
  return triangle
}
