/**
 * JSON that a person can look at: indented, but a list of numbers stands on one line.
 *
 * @example readableJson({ sales: [1, 2] })  // '{\n  "sales": [1, 2]\n}\n'
 */
export function readableJson(value: unknown): string {
  const indented = JSON.stringify(value, null, 2)
  const joined = indented.replace(
    /\[\s+((?:-?\d[^\s,\]]*|null|true|false)(?:,\s+(?:-?\d[^\s,\]]*|null|true|false))*)\s+\]/g,
    joinLines,
  )
  return `${joined}\n`
}

function joinLines(_: string, inner: string): string {
  return `[${inner.replace(/\s+/g, ' ')}]`
}
