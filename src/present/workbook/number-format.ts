import type { Column } from '../table/table.js'

/** Excel's number format for days, in every language the same. */
export const dayFormat = 'yyyy-mm-dd'

/** What the formats of a workbook need to know: which unit is money. */
export interface MoneyUnit {
  readonly currency: string
}

/**
 * The Excel number format of a column: thousands grouped, money with its currency, shares in percent. It rounds what is shown, never what
 * is stored.
 *
 * @param values the column's figures; the largest decides how many decimals are worth showing.
 * @example numberFormat({ format: 'amount', unit: 'EUR' }, [1200000], { currency: 'EUR' })  // '#,##0 "EUR"'
 */
export function numberFormat(
  { format, unit }: Pick<Column, 'format' | 'unit'>,
  values: readonly number[],
  { currency }: MoneyUnit,
): string {
  if (format === 'percent') return '0.0%'
  if (format === 'probability') return '0%'
  if (format === 'p-value') return '0.000'
  if (format === 'ratio' && unit === null) return '0.00'
  if (format === 'coefficient' || format === 'exact' || format === 'text') return 'General'
  if (format === 'figure' && unit === null) return '#,##0.####'
  return amountFormat(values, unit === currency ? currency : null)
}

/** An amount with as many decimals as its size is worth, and its currency where it is money. */
export function amountFormat(values: readonly number[], currency: string | null): string {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const decimals = largest >= 1000 || largest === 0 ? 0 : largest >= 10 ? 2 : 4
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
  return currency === null ? digits : `${digits} ${quoted(currency)}`
}

/** Text inside a number format: in quotes, which end at the next quote whatever comes before it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '')}"`
}

/** Characters that a number takes in this format, about. */
export function shownWidth(value: number, format: string): number {
  if (format === dayFormat) return 10
  const percent = format.includes('%')
  const [, decimals = ''] = /\.([0#]+)/.exec(format) ?? []
  const suffix = /"([^"]*)"/.exec(format)?.[1] ?? ''
  const size = Math.abs(percent ? 100 * value : value)
  const whole = size < 1e15 ? Math.trunc(size).toFixed(0).length : 20
  const text = format === 'General' ? Math.min(String(value).length, 11) : whole + Math.floor((whole - 1) / 3)
  return (
    text +
    (value < 0 ? 1 : 0) +
    (decimals === '' ? 0 : decimals.length + 1) +
    (percent ? 1 : 0) +
    (suffix === '' ? 0 : suffix.length + 1)
  )
}
