/**
 * A text as YAML: plain where that reads back as the same text in block and flow style, else in double quotes.
 *
 * @example yamlText('tv_spend')  // tv_spend
 * @example yamlText('TV: spend')  // "TV: spend"
 */
export function yamlText(text: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{M}\p{N}_./-]*( [\p{L}\p{M}\p{N}_./-]+)*$/u.test(text)
  const isWord = /^(null|true|false)$/i.test(text)
  return isPlain && !isWord ? text : JSON.stringify(text)
}
