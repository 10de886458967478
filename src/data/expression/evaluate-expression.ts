import type { ColumnExpression, ExpressionNode } from './column-expression.js'
import { binaryKernels, unaryKernels } from './kernels.js'

/**
 * Computes an expression for every row, one loop over the rows per node of its tree.
 *
 * @param columns by header, at least those in `expression.headers`, `rows` numbers each; NaN is an unknown cell.
 * @returns a new array of `rows` numbers: NaN where an operand is unknown, where a lag reaches before the first row, or where
 *   the result is no number (log of -1); infinite where it is (1 / 0).
 * @example evaluateExpression(parseExpression('2 * x', { path: '', headers: ['x'] }), new Map([['x', Float64Array.of(1, 2)]]), 2)  // [2, 4]
 */
export function evaluateExpression(
  expression: ColumnExpression,
  columns: ReadonlyMap<string, Float64Array>,
  rows: number,
): Float64Array {
  const buffers: Buffers = { rows, free: [] }
  const result = evaluate(expression.tree, columns, buffers)
  return result.isOwned ? result.values : result.values.slice()
}

/** Spare arrays: with them an expression never holds more arrays than its tree is deep, plus one. */
interface Buffers {
  readonly rows: number
  readonly free: Float64Array[]
}

/** Values of a node; `isOwned` where they may be overwritten, unlike a column of the table. */
interface Evaluated {
  readonly values: Float64Array
  readonly isOwned: boolean
}

function evaluate(node: ExpressionNode, columns: ReadonlyMap<string, Float64Array>, buffers: Buffers): Evaluated {
  if (node.kind === 'number') return { values: take(buffers).fill(node.value), isOwned: true }
  if (node.kind === 'column') return { values: columns.get(node.header)!, isOwned: false }
  if (node.kind === 'binary') {
    const left = evaluate(node.operands[0], columns, buffers)
    const right = evaluate(node.operands[1], columns, buffers)
    const out = left.isOwned ? left.values : take(buffers)
    binaryKernels[node.operator](left.values, right.values, out)
    release(buffers, right)
    return { values: out, isOwned: true }
  }
  if (node.kind === 'conditional') {
    const [condition, whenTrue, whenFalse] = node.parts.map((part) => evaluate(part, columns, buffers))
    const out = take(buffers)
    for (let t = 0; t < out.length; t++) {
      const test = condition.values[t]
      out[t] = test !== test ? NaN : test !== 0 ? whenTrue.values[t] : whenFalse.values[t]
    }
    for (const part of [condition, whenTrue, whenFalse]) release(buffers, part)
    return { values: out, isOwned: true }
  }
  const operand = evaluate(node.operand, columns, buffers)
  const out = operand.isOwned ? operand.values : take(buffers)
  if (node.kind === 'unary') unaryKernels[node.operator](operand.values, out)
  else lagInto(operand.values, node.periods, out)
  return { values: out, isOwned: true }
}

/** Last row first, since `out` may be `x`. */
function lagInto(x: Float64Array, periods: number, out: Float64Array): void {
  for (let t = out.length - 1; t >= 0; t--) out[t] = t < periods ? NaN : x[t - periods]
}

function take(buffers: Buffers): Float64Array {
  return buffers.free.pop() ?? new Float64Array(buffers.rows)
}

function release(buffers: Buffers, { values, isOwned }: Evaluated): void {
  if (isOwned) buffers.free.push(values)
}
