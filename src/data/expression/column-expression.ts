/** An expression over columns, checked against the allow-list: what `parseExpression` makes of its text. */
export interface ColumnExpression {
  readonly text: string
  /** Headers that the expression reads, each once, in order of appearance. */
  readonly headers: readonly string[]
  readonly tree: ExpressionNode
}

/**
 * One node of an expression's tree, computed row by row.
 *
 * Truth is a number: 0 is false, anything else true; comparisons give 1 or 0. An unknown operand (NaN) makes the result
 * unknown; a conditional needs to know its condition and the branch that it takes.
 */
export type ExpressionNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'column'; readonly header: string }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: ExpressionNode }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly operands: readonly [ExpressionNode, ExpressionNode]
    }
  | { readonly kind: 'conditional'; readonly parts: readonly [ExpressionNode, ExpressionNode, ExpressionNode] }
  | { readonly kind: 'lag'; readonly operand: ExpressionNode; readonly periods: number }

export type UnaryOperator =
  'minus' | 'not' | 'abs' | 'sqrt' | 'exp' | 'log' | 'log10' | 'sin' | 'cos' | 'floor' | 'ceil' | 'round'

export type BinaryOperator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or'
  | 'min'
  | 'max'
