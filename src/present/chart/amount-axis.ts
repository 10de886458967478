import { unitOfMoney } from '../../decision/words/format.js'

/** A unit that a whole axis shares, so that its labels stay short: values are drawn divided by `size`. */
export interface AmountAxis {
  readonly size: number
  /** Unit for the axis title: `M EUR`, `k units`, `%`. */
  readonly unit: string
}

const sizes = [
  { size: 1e9, symbol: 'bn' },
  { size: 1e6, symbol: 'M' },
  { size: 1e3, symbol: 'k' },
] as const

/**
 * The unit in which these values read best.
 *
 * @param values what the axis shows, any sign; null, NaN and infinities don't count.
 * @param unit currency or `units`; empty for plain numbers.
 * @example amountAxis([0, 2_400_000], 'EUR')  // { size: 1e6, unit: 'M EUR' }
 */
export function amountAxis(values: Iterable<number | null>, unit: string): AmountAxis {
  let largest = 0
  for (const value of values) {
    if (value !== null && Number.isFinite(value)) largest = Math.max(largest, Math.abs(value))
  }
  const found = sizes.find(({ size }) => largest >= size)
  return found === undefined ? { size: 1, unit } : { size: found.size, unit: unitOfMoney(found.symbol, unit) }
}

/** Ratios as percentages. */
export const percentAxis: AmountAxis = { size: 0.01, unit: '%' }

/** `title, unit`, or the title alone where there is no unit. */
export function axisTitle(title: string, { unit }: AmountAxis): string {
  return unit === '' ? title : `${title}, ${unit}`
}
