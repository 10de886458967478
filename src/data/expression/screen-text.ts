import { InputError } from '../../check/errors.js'

/** Longest expression, in characters. */
export const longestExpression = 1000
/** Deepest nesting of brackets. */
export const deepestBrackets = 50
/** Deepest nesting of the tree; a sum of n columns is n deep. */
export const deepestTree = 120
/** Most nodes in a tree. */
export const mostNodes = 200

/** What an expression may hold, for the end of every refusal. */
export const allowedInExpressions =
  'An expression may hold numbers, column names (col("x-1") where a name is not a plain word), + - * / ^, < <= > >= == !=, ' +
  'and, or, not, a ? b : c, and the functions min, max, abs, sqrt, exp, log, log10, sin, cos, floor, ceil, round, if and lag.'

/** The error for an expression: spec path, text, position (from character 1, or null), reason, and what is allowed. */
export function expressionError(source: ExpressionSource, reason: string, position: number | null = null): InputError {
  const shown = source.text.length > 60 ? `${source.text.slice(0, 59)}…` : source.text
  const at = position === null ? '' : ` at character ${position}`
  const message = `\`${source.path}\`: the expression \`${shown}\` ${reason}${at}. ${allowedInExpressions}`
  return new InputError([{ path: source.path, message }])
}

export interface ExpressionSource {
  readonly text: string
  /** Path of the key in the spec. */
  readonly path: string
}

/**
 * Throws where a text is too long, nested too deeply, or holds a character that no allowed expression needs.
 *
 * Runs before the parser, so that the parser never sees a text that could exhaust the stack.
 */
export function screenText(source: ExpressionSource): void {
  const { text } = source
  if (text.trim() === '') throw expressionError(source, 'is empty')
  if (text.length > longestExpression) {
    throw expressionError(source, `has ${text.length} characters, above the limit of ${longestExpression}`)
  }
  let depth = 0
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted || letter === '"') {
      if (letter === '\\') throw expressionError(source, 'has a backslash in a name', i + 1)
      continue
    }
    if (!/[\p{L}\p{M}\d_ +\-*/^(),.<>=!?:]/u.test(letter) && !isSurrogate(letter)) {
      throw expressionError(
        source,
        `has \`${letter === '\n' ? 'a line break' : letter}\`, which is not allowed,`,
        i + 1,
      )
    }
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (depth > deepestBrackets) throw expressionError(source, `is nested more than ${deepestBrackets} deep`, i + 1)
  }
  if (isQuoted) throw expressionError(source, 'has a quote that is never closed')
}

/** Half of a letter outside the basic plane; the parser says what it thinks of it. */
function isSurrogate(letter: string): boolean {
  return letter >= '\ud800' && letter <= '\udfff'
}
