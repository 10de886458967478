import type { SeriesEstimate, Summary } from '../../decision/results.js'
import { capital, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { columnWidths } from './column-widths.js'
import { amountFormat } from './number-format.js'
import { periodCell } from './period-cell.js'
import { cellAddress, sheetRange, type CellPlace } from './sheet-address.js'
import { formulaCell, numberCell, textCell, type Sheet, type SheetCell, type SheetRow } from './sheet.js'
import { sheetName } from './sheet-name.js'

/** A part of the fitted KPI with its series. */
export interface SeriesPart {
  readonly name: string
  readonly kind: string
  readonly series: SeriesEstimate
}

/** The contributions by period, and the ranges that other sheets add up. */
export interface PeriodSheet {
  readonly sheet: Sheet
  /** Formula range of a part's means, by its place in `seriesParts`. */
  readonly partRange: (place: number) => string
  readonly fittedRange: string
  readonly sumRange: string
}

/** Everything that adds up to the fitted KPI: baseline, treatments, controls and channels, in the report's order. */
export function seriesParts({ baseline, treatments, controls, channels }: Summary): SeriesPart[] {
  return [
    { name: 'baseline', kind: 'baseline', series: baseline.series },
    ...treatments.map(({ name, series }) => ({ name, kind: 'treatment', series })),
    ...controls.map(({ name, series }) => ({ name, kind: 'control', series })),
    ...channels.map(({ name, kind, series }) => ({ name, kind: `${kind} media`, series })),
  ]
}

/** Rows above the first period: title, blank, what the parts are, headings. */
const HEAD = 4
/** Period, observed, fitted. */
const BEFORE_PARTS = 3

/**
 * Contributions by period: observed, fitted, the mean of every part with formulas that add them up, then the 5 % and 95 % quantiles.
 *
 * Means add up and their ranges don't, so the means stand side by side and the quantiles apart.
 */
export function periodSheet(summary: Summary): PeriodSheet {
  const parts = seriesParts(summary)
  const name = sheetName(`Contributions by ${summary.window.period}`)
  const last = HEAD + summary.periods.length - 1
  const range = (column: number): string => sheetRange(name, { row: HEAD, column }, { row: last, column })
  const rows = [...headRows(summary, parts), ...periodRows(summary, parts), totalRow(parts, summary)]
  return {
    sheet: { name, rows, frozen: { rows: HEAD, columns: 1 }, widths: columnWidths(rows) },
    partRange: (place) => range(BEFORE_PARTS + place),
    fittedRange: range(BEFORE_PARTS - 1),
    sumRange: range(BEFORE_PARTS + parts.length),
  }
}

function headRows(summary: Summary, parts: readonly SeriesPart[]): SheetRow[] {
  const { unit } = kpiWords(summary)
  const heading = (text: string): SheetCell => textCell(text, 'number-heading')
  const ranges = ['Fitted', 'Fitted with noise', ...parts.map((part) => part.name)]
  return [
    [textCell(`Contributions by ${summary.window.period} in ${unit}, ${windowText(summary)}`, 'title')],
    [],
    [
      null,
      null,
      null,
      ...parts.map((part) => textCell(part.kind, 'number-name')),
      null,
      null,
      textCell('9 of 10 cases lie between 5 % and 95 %; unlike means, these don’t add up', 'note'),
    ],
    [
      textCell(capital(summary.window.period), 'heading'),
      ...['Observed', 'Fitted', ...parts.map((part) => part.name), 'Sum of the parts', 'Sum less fitted'].map(heading),
      ...ranges.flatMap((range) => [`${range}, 5\u00a0%`, `${range}, 95\u00a0%`]).map(heading),
    ],
  ]
}

function periodRows(summary: Summary, parts: readonly SeriesPart[]): SheetRow[] {
  const { fitted, predictive, observed } = summary
  const format = kpiFormat(summary)
  const bands = [fitted, predictive, ...parts.map((part) => part.series)]
  return summary.periods.map((period, t) => {
    const means = parts.map((part) => part.series.mean[t])
    const numbers = [observed[t], fitted.mean[t], ...means].map((value) => numberCell(value, format))
    const quantiles = bands.flatMap(({ q05, q95 }) => [q05[t], q95[t]]).map((value) => numberCell(value, format))
    const total = sum(means)
    const from = { row: HEAD + t, column: BEFORE_PARTS }
    const to = { row: HEAD + t, column: BEFORE_PARTS + parts.length - 1 }
    const added = formulaCell(`SUM(${cellAddress(from)}:${cellAddress(to)})`, total, format)
    const sumPlace: CellPlace = { row: HEAD + t, column: to.column + 1 }
    const fittedPlace: CellPlace = { row: HEAD + t, column: BEFORE_PARTS - 1 }
    const less = `${cellAddress(sumPlace)}-${cellAddress(fittedPlace)}`
    return [
      periodCell(period),
      ...numbers,
      added,
      formulaCell(less, total - fitted.mean[t], differenceFormat),
      ...quantiles,
    ]
  })
}

/** Sums over the window of what may be added. */
function totalRow(parts: readonly SeriesPart[], summary: Summary): SheetRow {
  const { observed, fitted, periods } = summary
  const columns = [observed, fitted.mean, ...parts.map((part) => part.series.mean)]
  const sums = periods.map((_, t) => sum(parts.map((part) => part.series.mean[t])))
  const format = kpiFormat(summary)
  const cells = [...columns, sums].map((values, place): SheetCell => {
    const [from, to] = [HEAD, HEAD + periods.length - 1].map((row) => cellAddress({ row, column: place + 1 }))
    return { ...formulaCell(`SUM(${from}:${to})`, sum(values), format), style: 'total' }
  })
  return [textCell('Total', 'total'), ...cells]
}

/** Rounding errors of adding up, where there are any. */
const differenceFormat = '0.0E+00;-0.0E+00;0'

function kpiFormat({ fitted, kpi }: Summary): string {
  return amountFormat(fitted.mean, kpi.kind === 'revenue' ? kpi.currency : null)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
