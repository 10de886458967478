/** How a figure is written: money in a currency, a ratio as a percentage, a probability, or a plain number. */
export type FigureKind = 'number' | 'percent' | 'probability' | { readonly currency: string }

export interface FormatOptions {
  /** Text for null, NaN and infinite values. @defaultValue 'unknown' */
  readonly missing?: string
  /** Significant digits, 1 to 15. @defaultValue 3 */
  readonly digits?: number
}

/**
 * A number in three significant digits with k, M or bn, trailing zeros dropped: 1.2 M, -45.6 k, 0.0123, 7.
 *
 * Rounds first and picks the unit then, so 999,600 is `1 M`; a value that rounds to zero is `0`, never `-0`. From
 * 1e15 up and below a millionth the exponent is written: 1.23e+15, 4.5e-8.
 *
 * @param value any number in any unit; null, NaN and infinities give `options.missing`.
 * @example formatNumber(1234567)  // '1.23 M'
 */
export function formatNumber(value: number | null, options: FormatOptions = {}): string {
  if (!isKnown(value)) return options.missing ?? 'unknown'
  const unit = unitOf(value, options.digits ?? 3)
  return joinUnit(inUnit(value, unit, options.digits ?? 3), unit.symbol)
}

/**
 * Money: `formatNumber` and the currency behind it.
 *
 * @example formatMoney(1700000, 'EUR')  // '1.7 M EUR'
 */
export function formatMoney(value: number | null, currency: string, options: FormatOptions = {}): string {
  if (!isKnown(value)) return options.missing ?? 'unknown'
  const unit = unitOf(value, options.digits ?? 3)
  return `${inUnit(value, unit, options.digits ?? 3)} ${unitOfMoney(unit.symbol, currency)}`
}

/**
 * A ratio as a percentage: whole above 10 %, one decimal above 1 %, two below: 0.853 is `85 %`, 0.042 is `4.2 %`.
 *
 * @param ratio a share or ratio, 1 being 100 %; null, NaN and infinities give `options.missing`.
 * @example formatPercent(-0.394)  // '-39 %'
 */
export function formatPercent(ratio: number | null, options: FormatOptions = {}): string {
  if (!isKnown(ratio)) return options.missing ?? 'unknown'
  return `${percentDigits(ratio, percentDecimals(ratio))} %`
}

/**
 * A probability in whole percent; never 0 % or 100 %, because draws can't show certainty: `below 1 %`, `above 99 %`.
 *
 * @param probability in [0, 1]; null and NaN give `options.missing`.
 * @example formatProbability(0.7)  // '70 %'
 */
export function formatProbability(probability: number | null, options: FormatOptions = {}): string {
  if (!isKnown(probability)) return options.missing ?? 'unknown'
  if (probability < 0.01) return 'below 1 %'
  if (probability > 0.99) return 'above 99 %'
  return `${percentDigits(probability, 0)} %`
}

/** One figure of the given kind; see `formatNumber`, `formatMoney`, `formatPercent` and `formatProbability`. */
export function formatFigure(value: number | null, kind: FigureKind, options: FormatOptions = {}): string {
  if (kind === 'number') return formatNumber(value, options)
  if (kind === 'percent') return formatPercent(value, options)
  if (kind === 'probability') return formatProbability(value, options)
  return formatMoney(value, kind.currency, options)
}

/**
 * Two ends in one unit and with the same decimals, joined by a word: `-0.31 to 1.27 M EUR`, `31 to 66 %`.
 *
 * @param low lower end; null, NaN or infinite is written as `options.missing` (so is `high`).
 * @param joiner word between the ends. @defaultValue 'to'
 * @example formatInterval(-312000, 1270000, { currency: 'EUR' })  // '-0.31 to 1.27 M EUR'
 */
export function formatInterval(
  low: number | null,
  high: number | null,
  kind: FigureKind,
  options: FormatOptions & { readonly joiner?: string } = {},
): string {
  const joiner = ` ${options.joiner ?? 'to'} `
  if (!isKnown(low) || !isKnown(high)) {
    return `${formatFigure(low, kind, options)}${joiner}${formatFigure(high, kind, options)}`
  }
  const largest = Math.abs(low) > Math.abs(high) ? low : high
  if (kind === 'percent' || kind === 'probability') {
    const decimals = percentDecimals(largest)
    return `${percentDigits(low, decimals)}${joiner}${percentDigits(high, decimals)} %`
  }
  const digits = options.digits ?? 3
  const unit = unitOf(largest, digits)
  const decimals = decimalsIn(largest, unit, digits)
  const write = (value: number): string =>
    decimals === null ? inUnit(value, unit, digits) : plain((value / unit.size).toFixed(decimals))
  const both = `${write(low)}${joiner}${write(high)}`
  return kind === 'number' ? joinUnit(both, unit.symbol) : `${both} ${unitOfMoney(unit.symbol, kind.currency)}`
}

/**
 * A unit of thousands and a currency as one: `M EUR`. A currency that is itself in thousands or millions moves the unit on.
 *
 * @param symbol empty, k, M or bn.
 * @example unitOfMoney('k', 'kUSD')  // 'M USD'
 */
export function unitOfMoney(symbol: string, currency: string): string {
  const [, prefix, code] = /^([kM])([A-Z]{3})$/.exec(currency) ?? []
  const steps = ['', 'k', 'M', 'bn']
  const moved = prefix === undefined ? undefined : steps[steps.indexOf(prefix) + steps.indexOf(symbol)]
  if (moved === undefined || symbol === '') return [symbol, currency].filter((part) => part !== '').join(' ')
  return `${moved} ${code}`
}

interface Unit {
  readonly size: number
  readonly symbol: string
}

const units: readonly Unit[] = [
  { size: 1e9, symbol: 'bn' },
  { size: 1e6, symbol: 'M' },
  { size: 1e3, symbol: 'k' },
]
const one: Unit = { size: 1, symbol: '' }

function isKnown(value: number | null): value is number {
  return value !== null && Number.isFinite(value)
}

function unitOf(value: number, digits: number): Unit {
  const rounded = Math.abs(Number(value.toPrecision(digits)))
  return rounded >= 1e15 ? one : (units.find((unit) => rounded >= unit.size) ?? one)
}

function inUnit(value: number, unit: Unit, digits: number): string {
  const decimals = decimalsIn(value, unit, digits)
  const scaled = value / unit.size
  return decimals === null ? Number(scaled.toPrecision(digits)).toExponential() : plain(scaled.toFixed(decimals))
}

/** Decimals that leave `digits` significant ones; null where only an exponent can write the number in a short space. */
function decimalsIn(value: number, unit: Unit, digits: number): number | null {
  const rounded = Math.abs(Number((value / unit.size).toPrecision(digits)))
  if (rounded >= 1e6 || (rounded !== 0 && rounded < 1e-6)) return null
  if (rounded === 0) return 0
  // The exponent as the number's own text has it: a logarithm could be off by one at powers of ten.
  const exponent = Number(rounded.toExponential().split('e')[1])
  return Math.max(0, digits - 1 - exponent)
}

function percentDecimals(ratio: number): number {
  const size = Math.abs(ratio)
  return size >= 0.0995 ? 0 : size >= 0.00995 ? 1 : 2
}

function percentDigits(ratio: number, decimals: number): string {
  const percent = 100 * ratio
  return Math.abs(percent) >= 1000 ? Number(percent.toPrecision(3)).toFixed(0) : plain(percent.toFixed(decimals))
}

/** Drops trailing zeros after the point, and the sign of a zero. */
function plain(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}

function joinUnit(text: string, symbol: string): string {
  return symbol === '' ? text : `${text} ${symbol}`
}
