/**
 * Paths of the entries in which two records differ, in the order of the first, then those only the second has.
 *
 * Arrays whose entries have a `name` are compared by it, others as a whole.
 *
 * @example changedKeys({ a: { b: 1 } }, { a: { b: 2 } })  // ['a.b']
 */
export function changedKeys(before: unknown, after: unknown): string[] {
  const old = leaves(before, '')
  const now = leaves(after, '')
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path))
}

function leaves(value: unknown, path: string): Map<string, string> {
  const entries = children(value)
  if (entries === null) return new Map([[path, JSON.stringify(value) ?? 'undefined']])
  return new Map(entries.flatMap(([key, child]) => [...leaves(child, path === '' ? key : `${path}.${key}`)]))
}

function children(value: unknown): [string, unknown][] | null {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isNamed) ? value.map((entry) => [entry.name, entry]) : null
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return null
  return Object.entries(value)
}

function isNamed(entry: unknown): entry is { name: string } {
  return typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string'
}
