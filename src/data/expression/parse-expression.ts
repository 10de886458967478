import type { MathNode } from 'mathjs'
import { parse } from 'mathjs/number'
import { nearestName } from '../../check/nearest-name.js'
import type { BinaryOperator, ColumnExpression, ExpressionNode, UnaryOperator } from './column-expression.js'
import type { ExpressionSource } from './screen-text.js'
import { deepestTree, expressionError, mostNodes, screenText } from './screen-text.js'

export interface ParseExpressionOptions {
  /** Path of the key in the spec, for messages. */
  readonly path: string
  /** Headers that the expression may read; null takes any name. */
  readonly headers: readonly string[] | null
}

/**
 * Parses an expression over columns and checks every node of its tree against the allow-list.
 *
 * Only mathjs's parser runs; its tree is translated into ours and thrown away, nothing of it is evaluated. No expression can
 * reach an object, assign, loop, or hold a text other than a header in `col("…")`.
 *
 * @throws InputError with spec path, position where known, reason, and the list of what is allowed; a misspelt column or
 *   function gets a suggestion.
 * @example parseExpression('max(0, temperature - 25)', { path: 'controls.heat.column', headers: ['temperature'] }).headers
 */
export function parseExpression(text: string, options: ParseExpressionOptions): ColumnExpression {
  const source: ExpressionSource = { text, path: options.path }
  screenText(source)
  const walk: Walk = { source, known: options.headers, headers: new Set(), nodes: 0 }
  const tree = translate(walk, parseSyntax(source), 1)
  return { text, headers: [...walk.headers], tree }
}

function parseSyntax(source: ExpressionSource): MathNode {
  try {
    return parse(source.text)
  } catch (error) {
    const match = /^(.*?)\s*\(char (\d+)\)$/.exec(error instanceof Error ? error.message : '')
    if (match === null) throw expressionError(source, 'cannot be read')
    throw expressionError(source, `cannot be read (${match[1]})`, Number(match[2]))
  }
}

/** The parts of mathjs's nodes that the translation reads. */
interface SyntaxNode {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly op?: string
  readonly fn?: unknown
  readonly implicit?: boolean
  readonly args?: readonly SyntaxNode[]
  readonly content?: SyntaxNode
  readonly condition?: SyntaxNode
  readonly trueExpr?: SyntaxNode
  readonly falseExpr?: SyntaxNode
}

/** The translation of one syntax tree: what it may read, and what it has met so far. */
interface Walk {
  readonly source: ExpressionSource
  readonly known: readonly string[] | null
  readonly headers: Set<string>
  nodes: number
}

function translate(walk: Walk, syntax: SyntaxNode, depth: number): ExpressionNode {
  walk.nodes += 1
  if (walk.nodes > mostNodes) throw refuse(walk, `has more than ${mostNodes} parts`)
  if (depth > deepestTree) throw refuse(walk, `is nested more than ${deepestTree} deep`)
  switch (syntax.type) {
    case 'ParenthesisNode':
      return translate(walk, syntax.content!, depth + 1)
    case 'ConstantNode':
      return translateConstant(walk, syntax.value)
    case 'SymbolNode':
      return translateColumn(walk, syntax.name!, wordPosition(walk.source.text, syntax.name!))
    case 'OperatorNode':
      return translateOperation(walk, syntax, depth)
    case 'ConditionalNode':
      return translateConditional(walk, [syntax.condition!, syntax.trueExpr!, syntax.falseExpr!], depth)
    case 'FunctionNode':
      return translateCall(walk, syntax, depth)
    default:
      throw refuseKind(walk, syntax.type)
  }
}

function translateConstant(walk: Walk, value: unknown): ExpressionNode {
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value }
  if (typeof value === 'string') throw refuse(walk, 'has a text outside col("…")', walk.source.text.indexOf('"') + 1)
  throw refuse(walk, `has \`${String(value)}\`, which is not a finite number`)
}

function translateColumn(walk: Walk, header: string, position: number | null): ExpressionNode {
  if (walk.known !== null && !walk.known.includes(header)) {
    throw refuse(walk, `names \`${header}\`, which is not a column${hint(header, walk.known)},`, position)
  }
  walk.headers.add(header)
  return { kind: 'column', header }
}

function translateOperation(walk: Walk, syntax: SyntaxNode, depth: number): ExpressionNode {
  if (syntax.implicit === true) throw refuse(walk, 'leaves out a `*` between two factors')
  const operands = syntax.args!
  if (operands.length === 1) {
    const operator = unaryOperators.get(String(syntax.fn))
    if (operator === undefined) throw refuse(walk, `has the operator \`${syntax.op}\`, which is not allowed,`)
    const operand = translate(walk, operands[0], depth + 1)
    return operator === 'plus' ? operand : { kind: 'unary', operator, operand }
  }
  const operator = operands.length === 2 ? binaryOperators.get(String(syntax.fn)) : undefined
  if (operator === undefined) {
    const position = textPosition(walk.source.text, syntax.op)
    throw refuse(walk, `has the operator \`${syntax.op}\`, which is not allowed,`, position)
  }
  return {
    kind: 'binary',
    operator,
    operands: [translate(walk, operands[0], depth + 1), translate(walk, operands[1], depth + 1)],
  }
}

function translateConditional(walk: Walk, parts: readonly SyntaxNode[], depth: number): ExpressionNode {
  const [condition, whenTrue, whenFalse] = parts.map((part) => translate(walk, part, depth + 1))
  return { kind: 'conditional', parts: [condition, whenTrue, whenFalse] }
}

function translateCall(walk: Walk, syntax: SyntaxNode, depth: number): ExpressionNode {
  const callee = syntax.fn as SyntaxNode
  if (callee.type !== 'SymbolNode') throw refuse(walk, 'calls something that is not a function name')
  const name = callee.name!
  const position = wordPosition(walk.source.text, name)
  const operands = syntax.args!
  const arity = functionArity.get(name)
  if (arity === undefined) {
    const reason = `calls \`${name}\`, which is not an allowed function${hint(name, functionArity.keys())},`
    throw refuse(walk, reason, position)
  }
  if (operands.length < arity[0] || operands.length > arity[1]) {
    throw refuse(walk, arityReason(name, arity, operands.length), position)
  }
  if (name === 'col') return translateQuotedColumn(walk, operands[0], position)
  if (name === 'lag') return translateLag(walk, operands, depth, position)
  if (name === 'if' || name === 'ifelse') return translateConditional(walk, operands, depth)
  const nodes = operands.map((operand) => translate(walk, operand, depth + 1))
  if (name === 'min' || name === 'max') {
    return nodes.reduce((left, right) => ({ kind: 'binary', operator: name, operands: [left, right] }))
  }
  return { kind: 'unary', operator: name as UnaryOperator, operand: nodes[0] }
}

function translateQuotedColumn(walk: Walk, syntax: SyntaxNode, position: number | null): ExpressionNode {
  if (syntax.type !== 'ConstantNode' || typeof syntax.value !== 'string') {
    throw refuse(walk, 'calls `col` with something else than a header in quotes', position)
  }
  return translateColumn(walk, syntax.value, position)
}

function translateLag(
  walk: Walk,
  operands: readonly SyntaxNode[],
  depth: number,
  position: number | null,
): ExpressionNode {
  const periods = operands[1].type === 'ConstantNode' ? operands[1].value : NaN
  if (typeof periods !== 'number' || !Number.isInteger(periods) || periods < 1 || periods > 1000) {
    const reason = 'calls `lag` with a second argument that is not a whole number of periods from 1 to 1000'
    throw refuse(walk, reason, position)
  }
  return { kind: 'lag', operand: translate(walk, operands[0], depth + 1), periods }
}

function hint(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates)
  return nearest === null ? '' : ` (did you mean \`${nearest}\`?)`
}

function refuse(walk: Walk, reason: string, position: number | null = null): Error {
  return expressionError(walk.source, reason, position === 0 ? null : position)
}

function refuseKind(walk: Walk, type: string): Error {
  const refusal = refusals.get(type)
  if (refusal === undefined) return refuse(walk, `has a part of kind ${type}, which is not allowed`)
  const match = refusal.find.exec(walk.source.text)
  return refuse(walk, refusal.reason, match === null ? null : match.index + 1)
}

const unaryOperators: ReadonlyMap<string, UnaryOperator | 'plus'> = new Map([
  ['unaryMinus', 'minus'],
  ['unaryPlus', 'plus'],
  ['not', 'not'],
])

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map([
  ['add', 'add'],
  ['subtract', 'subtract'],
  ['multiply', 'multiply'],
  ['divide', 'divide'],
  ['pow', 'power'],
  ['smaller', 'less'],
  ['smallerEq', 'lessOrEqual'],
  ['larger', 'greater'],
  ['largerEq', 'greaterOrEqual'],
  ['equal', 'equal'],
  ['unequal', 'unequal'],
  ['and', 'and'],
  ['or', 'or'],
])

/** Fewest and most arguments of each function. `min` and `max` compare values of one row, never a whole column. */
const functionArity: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['min', [2, 20]],
  ['max', [2, 20]],
  ['abs', [1, 1]],
  ['sqrt', [1, 1]],
  ['exp', [1, 1]],
  ['log', [1, 1]],
  ['log10', [1, 1]],
  ['sin', [1, 1]],
  ['cos', [1, 1]],
  ['floor', [1, 1]],
  ['ceil', [1, 1]],
  ['round', [1, 1]],
  ['if', [3, 3]],
  ['ifelse', [3, 3]],
  ['lag', [2, 2]],
  ['col', [1, 1]],
])

function arityReason(name: string, [fewest, most]: readonly [number, number], found: number): string {
  const wanted = fewest === most ? String(fewest) : `${fewest} to ${most}`
  const perRow = name === 'min' || name === 'max' ? ' (it compares the values of one row)' : ''
  return `calls \`${name}\` with ${found} ${found === 1 ? 'value' : 'values'} in place of ${wanted}${perRow}`
}

interface Refusal {
  readonly reason: string
  readonly find: RegExp
}

const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['AssignmentNode', { reason: 'has an assignment (compare with ==)', find: /(?<![=<>!])=(?!=)/ }],
  ['FunctionAssignmentNode', { reason: 'defines a function', find: /(?<![=<>!])=(?!=)/ }],
  ['AccessorNode', { reason: 'reaches into an object (write a header with a dot as col("a.b"))', find: /(?<!\d)\./ }],
  ['RangeNode', { reason: 'has a range', find: /:/ }],
  ['RelationalNode', { reason: 'chains comparisons (write a < b and b < c)', find: /[<>=!]=?/ }],
])

/** Character (from 1) at which a whole word stands in a text, or null. */
function wordPosition(text: string, word: string): number | null {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = at === 0 ? '' : text[at - 1]
    const after = text[at + word.length] ?? ''
    if (!/[\p{L}\d_]/u.test(before) && !/[\p{L}\d_]/u.test(after)) return at + 1
  }
  return null
}

function textPosition(text: string, part: string | undefined): number | null {
  const at = part === undefined ? -1 : text.indexOf(part)
  return at === -1 ? null : at + 1
}
