import type { Market } from './market.js'
import { roundTo, roundToDigits } from './rounding.js'

const FIGURE_DIGITS = 12
const SERIES_DECIMALS = 2

/** The table as CSV: a header, a line a week, an empty cell where the KPI is not known; ends in a line feed. */
export function marketCsv(market: Market): string {
  const { table } = market
  const lines = [table.map(({ name }) => name).join(',')]
  for (let row = 0; row < table[0].values.length; row++) {
    lines.push(table.map(({ values }) => values[row] ?? '').join(','))
  }
  return lines.join('\n') + '\n'
}

/**
 * The truth as JSON, one series a line; ends in a line feed.
 *
 * Series are rounded to hundredths and other figures to 12 significant digits, so that the text does not hang on the last
 * bit of a sum.
 */
export function truthJson(market: Market): string {
  return written(market.truth, '') + '\n'
}

function written(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'number')) return JSON.stringify(value.map(seriesNumber))
    const items = value.map((item) => indent + '  ' + written(item, indent + '  '))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    const inner = indent + '  '
    const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${written(item, inner)}`)
    return `{\n${lines.join(',\n')}\n${indent}}`
  }
  return JSON.stringify(typeof value === 'number' ? roundToDigits(value, FIGURE_DIGITS) : value)
}

/** Hundredths; a rounded -0 is written 0. */
function seriesNumber(value: number): number {
  return roundTo(value, SERIES_DECIMALS) + 0
}
