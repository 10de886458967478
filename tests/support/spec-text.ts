import type { Spec } from '../../src/model/spec/spec.js'
import { InputError } from '../../src/check/errors.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'

/** A small sound spec. */
export const base = `mixwright: 1
data: { file: shop.csv, date: week, period: week }
kpi: { column: revenue, kind: revenue }
channels:
  tv: { spend: tv_spend }
  search: { spend: search_spend }
`

/** The small spec with one text in place of another. */
export function edit(from: string, to: string): string {
  return base.replace(from, to)
}

/** The small spec with more keys in channel tv. */
export function withTv(more: string): string {
  return edit('tv: { spend: tv_spend }', `tv: { spend: tv_spend, ${more} }`)
}

/** The small spec with one more line, its seventh. */
export function withLine(line: string): string {
  return `${base}${line}\n`
}

export function specOf(text: string): Spec {
  return parseSpec(text, { file: 'shop.yaml' })
}

/** What the refusal of a spec prints. */
export function messageOf(text: string): string {
  try {
    parseSpec(text, { file: 'shop.yaml' })
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'nothing was refused'
}
