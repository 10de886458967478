import type { AdstockKind, SaturationKind } from '../../src/model/transform/transform.js'

/** Plainly written second implementation of the adstock weights: raw formulas of models.md section 3.2, then divided by their sum. */
export function naiveWeights(kind: AdstockKind, parameters: readonly number[], length: number): number[] {
  const raw = Array.from({ length }, (_, l) => rawWeight(kind, parameters, l, length))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((w) => w / sum)
}

/** Σ_l w[l] x[t-l], with `before` in every period before the first. */
export function naiveAdstock(weights: readonly number[], x: readonly number[], before: number): number[] {
  return x.map((_, t) => weights.reduce((sum, w, l) => sum + w * (t - l >= 0 ? x[t - l] : before), 0))
}

/** The curve of models.md section 4.1, ceiling 1, without a line near 0. */
export function naiveSaturation(kind: SaturationKind, parameters: readonly number[], x: number): number {
  const [p, q] = parameters
  switch (kind) {
    case 'none':
      return x
    case 'hill':
      return x ** q / (x ** q + p ** q)
    case 'michaelis-menten':
      return x / (x + p)
    case 'logistic':
      return (1 - Math.exp(-p * x)) / (1 + Math.exp(-p * x))
    case 'tanh':
      return Math.tanh(p * x)
    case 'power':
      return x ** p
    case 'log':
      return Math.log(1 + x / p)
  }
}

function rawWeight(kind: AdstockKind, [p, q]: readonly number[], l: number, length: number): number {
  switch (kind) {
    case 'none':
      return l === 0 ? 1 : 0
    case 'geometric':
      return p ** l
    case 'delayed':
      return p ** ((l - q) ** 2)
    case 'binomial':
      return (1 - l / length) ** (1 / p - 1)
    case 'weibull-survival':
      return Math.exp(-((l / q) ** p))
    case 'weibull-density':
      return (p / q) * ((l + 1) / q) ** (p - 1) * Math.exp(-(((l + 1) / q) ** p))
  }
}
