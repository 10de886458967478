import { requireWhole } from '../../../check/require.js'
import type { Adstock, AdstockKind, TransformParameter } from '../transform.js'

/** What tells one finite kernel from another: its raw weights and how they move with the parameters. */
export interface KernelShape {
  readonly kind: AdstockKind
  readonly parameters: readonly TransformParameter[]
  /**
   * Fills `weights[l]`, l = 0 to length - 1, with raw weights of at least 0, one of them above 0, on any common scale, and
   * `slopes[p * length + l]` with the derivative of log weight l in parameter p: finite, exact up to a constant common to
   * all lags, and 0 where the weight is 0.
   */
  shapeInto(parameters: Float64Array, length: number, weights: Float64Array, slopes: Float64Array): void
}

/**
 * Adstock by a kernel of finitely many weights:
 *
 *     out[t] = Σ_{l=0..L-1} w[l] · x[t-l],    w[l] = r[l] / Σ_k r[k],    x[-1] = x[-2] = … = before
 *
 * With D[l] = d log r[l] / d parameter, dw[l] = w[l] · (D[l] - Σ_k w[k] D[k]), which needs no scale of r. The returned
 * object keeps the weights of the last parameters it saw, so make one a channel: a value and its pullback then compute
 * them once.
 */
export function finiteKernel(shape: KernelShape): Adstock {
  const count = shape.parameters.length
  const key = new Float64Array(count)
  let keyLength = 0
  let weights = new Float64Array(0)
  let slopes = new Float64Array(0)
  let padded = new Float64Array(0)

  function prepare(parameters: Float64Array, length: number): void {
    let known = length === keyLength
    for (let p = 0; p < count && known; p++) known = parameters[p] === key[p]
    if (known) return
    requireWhole('length', length, 1)
    if (length !== keyLength) {
      weights = new Float64Array(length)
      slopes = new Float64Array(length * count)
    }
    shape.shapeInto(parameters, length, weights, slopes)
    normalise(weights)
    keyLength = length
    for (let p = 0; p < count; p++) key[p] = parameters[p]
  }

  return {
    kind: shape.kind,
    parameters: shape.parameters,
    weightsInto(parameters, length, out) {
      prepare(parameters, length)
      for (let l = 0; l < out.length; l++) out[l] = l < length ? weights[l] : 0
    },
    applyInto(x, before, length, parameters, out) {
      prepare(parameters, length)
      if (padded.length < x.length + length) padded = new Float64Array(x.length + length)
      padInto(x, before, length, padded)
      convolveInto(padded, weights, x.length, out)
    },
    pullback(x, before, length, parameters, adstocked, outGradient, parametersGradient, xGradient, scratch) {
      prepare(parameters, length)
      const rows = x.length
      if (count > 0) {
        padInto(x, before, length, scratch)
        const start = rows + length
        correlateInto({ padded: scratch, outGradient, rows, length }, start)
        const level = dot(outGradient, adstocked, rows)
        for (let p = 0; p < count; p++) {
          let sum = 0
          let mean = 0
          for (let l = 0; l < length; l++) {
            const slope = weights[l] * slopes[p * length + l]
            sum += slope * scratch[start + l]
            mean += slope
          }
          parametersGradient[p] += sum - mean * level
        }
      }
      if (xGradient !== null) {
        for (let t = 0; t < rows; t++) scratch[t] = outGradient[t]
        scratch.fill(0, rows, rows + length)
        convolveBackInto(scratch, weights, rows, xGradient)
      }
    },
  }
}

function normalise(weights: Float64Array): void {
  let sum = 0
  for (let l = 0; l < weights.length; l++) sum += weights[l]
  for (let l = 0; l < weights.length; l++) weights[l] /= sum
}

/** Fills `padded` with `length` times `before`, then `x`: x[t - l] stands at t - l + length. */
function padInto(x: Float64Array, before: number, length: number, padded: Float64Array): void {
  padded.fill(before, 0, length)
  for (let t = 0; t < x.length; t++) padded[length + t] = x[t]
}

/** out[t] = Σ_l w[l] · padded[t - l + L], four rows at a time; each sum runs over l in order, whatever `rows` is. */
function convolveInto(padded: Float64Array, weights: Float64Array, rows: number, out: Float64Array): void {
  const length = weights.length
  let t = 0
  for (; t + 3 < rows; t += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let p = t + length
    let x0 = padded[p]
    let x1 = padded[p + 1]
    let x2 = padded[p + 2]
    let x3 = padded[p + 3]
    for (let l = 0; l < length; l++) {
      const w = weights[l]
      s0 += w * x0
      s1 += w * x1
      s2 += w * x2
      s3 += w * x3
      x3 = x2
      x2 = x1
      x1 = x0
      x0 = padded[--p]
    }
    out[t] = s0
    out[t + 1] = s1
    out[t + 2] = s2
    out[t + 3] = s3
  }
  for (; t < rows; t++) {
    let sum = 0
    for (let l = 0; l < length; l++) sum += weights[l] * padded[t - l + length]
    out[t] = sum
  }
}

/** padded[start + l] = Σ_t outGradient[t] · padded[t - l + L], four lags at a time; `start` lies behind what is read. */
function correlateInto(
  input: { padded: Float64Array; outGradient: Float64Array; rows: number; length: number },
  start: number,
): void {
  const { padded, outGradient, rows, length } = input
  let l = 0
  for (; l + 3 < length; l += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let p = length - l
    let x1 = padded[p - 1]
    let x2 = padded[p - 2]
    let x3 = padded[p - 3]
    for (let t = 0; t < rows; t++) {
      const g = outGradient[t]
      const x0 = padded[p++]
      s0 += g * x0
      s1 += g * x1
      s2 += g * x2
      s3 += g * x3
      x3 = x2
      x2 = x1
      x1 = x0
    }
    padded[start + l] = s0
    padded[start + l + 1] = s1
    padded[start + l + 2] = s2
    padded[start + l + 3] = s3
  }
  for (; l < length; l++) {
    let sum = 0
    for (let t = 0; t < rows; t++) sum += outGradient[t] * padded[t - l + length]
    padded[start + l] = sum
  }
}

/** xGradient[s] = Σ_l w[l] · gradient[s + l]; `gradient` has L zeros behind its `rows` entries. */
function convolveBackInto(gradient: Float64Array, weights: Float64Array, rows: number, xGradient: Float64Array): void {
  const length = weights.length
  let s = 0
  for (; s + 3 < rows; s += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let p = s + 3
    let g0 = gradient[s]
    let g1 = gradient[s + 1]
    let g2 = gradient[s + 2]
    let g3 = gradient[p]
    for (let l = 0; l < length; l++) {
      const w = weights[l]
      s0 += w * g0
      s1 += w * g1
      s2 += w * g2
      s3 += w * g3
      g0 = g1
      g1 = g2
      g2 = g3
      g3 = gradient[++p]
    }
    xGradient[s] = s0
    xGradient[s + 1] = s1
    xGradient[s + 2] = s2
    xGradient[s + 3] = s3
  }
  for (; s < rows; s++) {
    let sum = 0
    for (let l = 0; l < length; l++) sum += weights[l] * gradient[s + l]
    xGradient[s] = sum
  }
}

function dot(a: Float64Array, b: Float64Array, rows: number): number {
  let sum = 0
  for (let t = 0; t < rows; t++) sum += a[t] * b[t]
  return sum
}
