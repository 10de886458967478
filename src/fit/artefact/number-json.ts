/**
 * JSON that keeps every number: what JSON has no word for becomes `{"$number": "NaN"}` (also Infinity, -Infinity and -0).
 *
 * Typed arrays become plain arrays. Everything else is as `JSON.stringify` writes it, numbers shortest round-trip.
 *
 * @example stringifyNumbers([1, NaN])  // '[1,{"$number":"NaN"}]'
 */
export function stringifyNumbers(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) => {
    if (entry instanceof Float64Array) return Array.from(entry)
    if (typeof entry === 'number' && (!Number.isFinite(entry) || Object.is(entry, -0)))
      return { $number: numberWord(entry) }
    return entry
  })
}

/** Reads what `stringifyNumbers` wrote; typed arrays come back as plain arrays. */
export function parseNumbers(text: string): unknown {
  return JSON.parse(text, (_, entry: unknown) => (isNumberWord(entry) ? Number(entry.$number) : entry)) as unknown
}

function numberWord(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function isNumberWord(entry: unknown): entry is { $number: string } {
  return typeof entry === 'object' && entry !== null && '$number' in entry && Object.keys(entry).length === 1
}
