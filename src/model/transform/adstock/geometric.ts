// Geometric adstock. Source: Broadbent (1979), "One Way TV Advertisements Work"; recursions in models.md section 3.3.
import type { Adstock } from '../transform.js'

/**
 * Geometric adstock: each period keeps the share `retention` of the stock before it.
 *
 *     w[l] = α^l / Σ_{k<L} α^k,    a[t] = α a[t-1] + (x[t] - α^L x[t-L]) / Σ_{k<L} α^k,    a[-1] = before
 *
 * With `length` Infinity α^L is 0 and the sum 1 / (1 - α). Both forms are one running recursion, O(T) whatever the length;
 * the pullback runs it backwards. Parameter: `retention` in (0, 1), no unit; half-life log(1/2) / log α periods.
 */
export function geometricAdstock(): Adstock {
  return {
    kind: 'geometric',
    parameters: [{ name: 'retention', support: { low: 0, high: 1 } }],
    weightsInto(parameters, length, out) {
      const alpha = parameters[0]
      let weight = 1 / powerSum(alpha, length)
      for (let l = 0; l < out.length; l++) {
        out[l] = l < length ? weight : 0
        weight *= alpha
      }
    },
    applyInto(x, before, length, parameters, out) {
      const alpha = parameters[0]
      const gain = 1 / powerSum(alpha, length)
      const cut = cutShare(alpha, length)
      let level = before
      if (cut === 0) {
        for (let t = 0; t < x.length; t++) {
          level = alpha * level + gain * x[t]
          out[t] = level
        }
        return
      }
      for (let t = 0; t < x.length; t++) {
        level = alpha * level + gain * (x[t] - cut * (t >= length ? x[t - length] : before))
        out[t] = level
      }
    },
    pullback(x, before, length, parameters, adstocked, outGradient, parametersGradient, xGradient, scratch) {
      if (length === Infinity) {
        pullbackInfinite({ x, before, alpha: parameters[0], adstocked, outGradient, parametersGradient, xGradient })
      } else {
        const input = { x, before, alpha: parameters[0], adstocked, outGradient, parametersGradient, xGradient }
        pullbackFinite(input, length, scratch)
      }
    },
  }
}

interface PullbackInput {
  readonly x: Float64Array
  readonly before: number
  readonly alpha: number
  readonly adstocked: Float64Array
  readonly outGradient: Float64Array
  readonly parametersGradient: Float64Array
  readonly xGradient: Float64Array | null
}

function pullbackInfinite(input: PullbackInput): void {
  const { x, before, alpha, adstocked, outGradient, parametersGradient, xGradient } = input
  let adjoint = 0
  let sum = 0
  for (let t = x.length - 1; t >= 0; t--) {
    adjoint = outGradient[t] + alpha * adjoint
    sum += adjoint * ((t > 0 ? adstocked[t - 1] : before) - x[t])
    if (xGradient !== null) xGradient[t] = (1 - alpha) * adjoint
  }
  parametersGradient[0] += sum
}

function pullbackFinite(input: PullbackInput, length: number, scratch: Float64Array): void {
  const { x, before, alpha, adstocked, outGradient, parametersGradient, xGradient } = input
  const rows = x.length
  const gain = 1 / powerSum(alpha, length)
  const cut = cutShare(alpha, length)
  let cutSlope = length
  let sumSlope = 0
  let power = 1
  for (let l = 1; l < length; l++) {
    sumSlope += l * power
    power *= alpha
  }
  cutSlope *= power
  const gainSlope = -sumSlope * gain * gain
  let adjoint = 0
  let sum = 0
  for (let t = rows - 1; t >= 0; t--) {
    adjoint = outGradient[t] + alpha * adjoint
    scratch[t] = adjoint
    const leaving = t >= length ? x[t - length] : before
    const previous = t > 0 ? adstocked[t - 1] : before
    sum += adjoint * (previous - gain * cutSlope * leaving + gainSlope * (x[t] - cut * leaving))
  }
  parametersGradient[0] += sum
  if (xGradient === null) return
  for (let t = 0; t < rows; t++) {
    xGradient[t] = gain * (t + length < rows ? scratch[t] - cut * scratch[t + length] : scratch[t])
  }
}

/** Σ_{k<length} α^k, summed so that it holds as α nears 1. */
function powerSum(alpha: number, length: number): number {
  if (length === Infinity) return 1 / (1 - alpha)
  let sum = 0
  let power = 1
  for (let l = 0; l < length; l++) {
    sum += power
    power *= alpha
  }
  return sum
}

/** α^length: the share of a period's media that leaves the window. */
function cutShare(alpha: number, length: number): number {
  if (length === Infinity) return 0
  let power = 1
  for (let l = 0; l < length; l++) power *= alpha
  return power
}
