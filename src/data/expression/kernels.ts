import { exp, log, pow } from '../../numeric/special/exp-log.js'
import { cos, sin } from '../../numeric/special/trigonometry.js'
import type { BinaryOperator, UnaryOperator } from './column-expression.js'

type UnaryKernel = (x: Float64Array, out: Float64Array) => void
type BinaryKernel = (a: Float64Array, b: Float64Array, out: Float64Array) => void

/** One loop per operator; `out` may be `x`. NaN stays NaN. */
export const unaryKernels: Readonly<Record<UnaryOperator, UnaryKernel>> = {
  minus: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = -x[t]
  },
  not: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = x[t] !== x[t] ? NaN : x[t] === 0 ? 1 : 0
  },
  abs: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.abs(x[t])
  },
  sqrt: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.sqrt(x[t])
  },
  exp: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = exp(x[t])
  },
  log: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = log(x[t])
  },
  log10: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = log10(x[t])
  },
  sin: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = sin(x[t])
  },
  cos: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = cos(x[t])
  },
  floor: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.floor(x[t])
  },
  ceil: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.ceil(x[t])
  },
  round: (x, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.round(x[t])
  },
}

/** One loop per operator; `out` may be `a` or `b`. An unknown operand (NaN) makes the result NaN, in comparisons too. */
export const binaryKernels: Readonly<Record<BinaryOperator, BinaryKernel>> = {
  add: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] + b[t]
  },
  subtract: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] - b[t]
  },
  multiply: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] * b[t]
  },
  divide: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] / b[t]
  },
  power: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = power(a[t], b[t])
  },
  less: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] < b[t] ? 1 : isUnknown(a[t], b[t]) ? NaN : 0
  },
  lessOrEqual: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] <= b[t] ? 1 : isUnknown(a[t], b[t]) ? NaN : 0
  },
  greater: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] > b[t] ? 1 : isUnknown(a[t], b[t]) ? NaN : 0
  },
  greaterOrEqual: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] >= b[t] ? 1 : isUnknown(a[t], b[t]) ? NaN : 0
  },
  equal: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] === b[t] ? 1 : isUnknown(a[t], b[t]) ? NaN : 0
  },
  unequal: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = a[t] === b[t] ? 0 : isUnknown(a[t], b[t]) ? NaN : 1
  },
  and: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = isUnknown(a[t], b[t]) ? NaN : a[t] !== 0 && b[t] !== 0 ? 1 : 0
  },
  or: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = isUnknown(a[t], b[t]) ? NaN : a[t] !== 0 || b[t] !== 0 ? 1 : 0
  },
  min: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.min(a[t], b[t])
  },
  max: (a, b, out) => {
    for (let t = 0; t < out.length; t++) out[t] = Math.max(a[t], b[t])
  },
}

function isUnknown(a: number, b: number): boolean {
  return a !== a || b !== b
}

/** `pow` with an unknown operand unknown: the language has NaN^0 = 1. Squares are products, exactly rounded. */
function power(base: number, exponent: number): number {
  if (isUnknown(base, exponent)) return NaN
  return exponent === 2 ? base * base : pow(base, exponent)
}

/** Decimal logarithm, exact for powers of ten, which a quotient of logarithms is not (log10(1000) = 2.9999…). */
function log10(x: number): number {
  const quotient = log(x) / Math.LN10
  const whole = Math.round(quotient)
  return Math.abs(whole) <= 22 && Number(`1e${whole}`) === x ? whole : quotient
}
