import type { ColumnProfile } from './column-profile.js'

const signs: readonly (readonly [RegExp, string])[] = [
  [/€|\b(eur|euros?)\b/i, 'EUR'],
  [/£|\b(gbp|pounds?)\b/i, 'GBP'],
  [/\b(chf)\b/i, 'CHF'],
  [/¥|\b(jpy|yen)\b/i, 'JPY'],
  [/₹|\b(inr|rupees?)\b/i, 'INR'],
  [/\b(sek)\b/i, 'SEK'],
  [/\$|\b(usd|dollars?)\b/i, 'USD'],
]

/** The currency that headers name, or null. */
export function guessCurrency(columns: readonly ColumnProfile[]): string | null {
  for (const { header } of columns) {
    const text = header.replaceAll(/[_.]/g, ' ')
    const found = signs.find(([pattern]) => pattern.test(text))
    if (found) return found[1]
  }
  return null
}
