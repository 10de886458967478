import { formatNumber, formatProbability, unitOfMoney } from '../../decision/words/format.js'
import { isInterval, isRange, type Cell, type Column, type Table } from './table.js'

/** A column as a reader sees it: heading with the unit, and one text a row. */
export interface ColumnText {
  readonly column: Column
  /** Unit line under the heading, `M EUR`; empty where it has none. */
  readonly unit: string
  readonly cells: readonly CellText[]
}

export interface CellText {
  /** The number or text itself. */
  readonly main: string
  /** Its interval, `1.3 to 3.0`; empty without one. */
  readonly interval: string
}

/** What stands in a cell that has no meaning. */
export const missingText = '–'

/**
 * Every column of a table in words: one unit and one number of decimals a column, so that figures can be compared.
 *
 * @example columnTexts(table)[1].cells[0]  // { main: '2.1', interval: '1.3 to 3.0' }
 */
export function columnTexts(table: Table): ColumnText[] {
  return table.columns.map((column) => {
    const sharing = column.group === undefined ? [column] : table.columns.filter(({ group }) => group === column.group)
    const scale = scaleOf(
      column,
      sharing.flatMap(({ key }) => table.rows.flatMap((row) => magnitudes(row[key] ?? null))),
    )
    const unit = column.unit ?? (column.format === 'percent' ? '%' : '')
    return {
      column,
      unit: unitOfMoney(scale.symbol, unit),
      cells: table.rows.map((row) => cellText(row[column.key] ?? null, column, scale)),
    }
  })
}

/** A cell on one line: `2.1 (1.3 to 3.0)`. */
export function onOneLine(cell: CellText): string {
  return cell.interval === '' ? cell.main : `${cell.main} (${cell.interval})`
}

interface Scale {
  readonly size: number
  readonly symbol: string
  readonly decimals: number
}

const plainScale: Scale = { size: 1, symbol: '', decimals: 0 }
const sizes = [
  { size: 1e9, symbol: 'bn' },
  { size: 1e6, symbol: 'M' },
  { size: 1e3, symbol: 'k' },
] as const

/** @param values sizes of the column's figures, without zeros. */
function scaleOf(column: Column, values: readonly number[]): Scale {
  const digits = column.digits ?? 2
  if (column.format === 'percent') {
    return {
      size: 0.01,
      symbol: '',
      decimals: decimalsFor(
        values.map((x) => 100 * x),
        0.5,
        { digits, limit: 1 },
      ),
    }
  }
  if (column.format === 'ratio') return { ...plainScale, decimals: decimalsFor(values, 0.25, { digits, limit: 2 }) }
  if (column.format !== 'amount' || values.length === 0) return plainScale
  const largest = Math.max(...values)
  const unit = sizes.find(({ size }) => largest >= size) ?? plainScale
  const inUnit = values.map((x) => x / unit.size)
  return {
    ...unit,
    decimals: decimalsFor(inUnit, 0.25, { digits, limit: unit.size === 1 ? 1 : Math.max(2, digits - 1) }),
  }
}

/** Decimals that leave the figure at this place of the sorted column so many digits, at most `limit`. */
function decimalsFor(
  values: readonly number[],
  place: number,
  { digits, limit }: { digits: number; limit: number },
): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  const typical = sorted[Math.floor((sorted.length - 1) * place)]
  const exponent = Number(typical.toExponential().split('e')[1])
  return Math.max(0, Math.min(limit, digits - 1 - exponent))
}

function magnitudes(cell: Cell): number[] {
  const values = isInterval(cell) ? [cell.mean] : isRange(cell) ? [cell.low, cell.high] : [cell]
  return values
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value) && value !== 0)
    .map(Math.abs)
}

function cellText(cell: Cell, column: Column, scale: Scale): CellText {
  if (cell === null) return { main: missingText, interval: '' }
  if (typeof cell === 'boolean') return { main: cell ? 'yes' : 'no', interval: '' }
  if (typeof cell === 'string') return { main: cell, interval: '' }
  const write = (value: number): string => numberText(value, column, scale)
  if (typeof cell === 'number') return { main: write(cell), interval: '' }
  if (isRange(cell)) return { main: `${write(cell.low)} to ${write(cell.high)}`, interval: '' }
  return { main: write(cell.mean), interval: `${write(cell.q05)} to ${write(cell.q95)}` }
}

function numberText(value: number, { format }: Column, scale: Scale): string {
  if (!Number.isFinite(value)) return missingText
  if (format === 'probability') return formatProbability(value)
  if (format === 'p-value') return value < 0.001 ? '< 0.001' : value.toFixed(3)
  if (format === 'figure') return formatNumber(value)
  if (format === 'coefficient') return formatNumber(value, { digits: 5 })
  if (format === 'text' || format === 'exact') return String(value)
  return grouped((value / scale.size).toFixed(scale.decimals))
}

/** With commas between thousands; a zero has no sign. */
function grouped(text: string): string {
  const [whole, fraction] = text.split('.') as [string, string | undefined]
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const joined = fraction === undefined ? groups : `${groups}.${fraction}`
  return /^-[0.,]+$/.test(joined) ? joined.slice(1) : joined
}
