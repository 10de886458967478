import type { ByPeriod } from '../../decision/readout/by-period.js'
import type { Drivers } from '../../decision/readout/drivers.js'
import type { ReportData, Returns, Summary } from '../../decision/results.js'
import type { Check, CheckSide } from './check-sheet.js'
import { seriesParts, type PeriodSheet } from './period-sheet.js'
import { sheetRange } from './sheet-address.js'
import type { TableSheet } from './table-sheet.js'
import { spans } from './workbook-tables.js'

/** The sheets that checks run over. */
export interface CheckedSheets {
  readonly period: PeriodSheet
  /** A table's sheet by its name; null where the workbook has none. */
  readonly table: (name: string) => TableSheet | null
}

/** What must hold between the sheets: parts add up to fitted, periods to the window, channels to media, drivers to the change. */
export function workbookChecks(data: ReportData, sheets: CheckedSheets): Check[] {
  const { summary } = data
  const contributions = sheets.table('Contributions')
  const returns = sheets.table('Returns')
  const drivers = sheets.table('Drivers')
  const fitted = side(`SUM(${sheets.period.fittedRange})`, sum(summary.fitted.mean))
  return [
    ...(contributions === null ? [] : contributionChecks(summary, sheets.period, contributions)),
    ...spans(data).flatMap((span) => {
      const sheet = sheets.table(`Contributions by ${span.by}`)
      return sheet === null ? [] : spanChecks(span, sheet, fitted)
    }),
    ...(returns === null ? [] : mediaChecks(summary, returns)),
    ...(drivers === null || !data.drivers ? [] : driverChecks(data.drivers, drivers)),
  ]
}

function contributionChecks(summary: Summary, period: PeriodSheet, sheet: TableSheet): Check[] {
  const parts = seriesParts(summary)
  const cells = columnCells(sheet, 'contribution')
  const fitted = sum(summary.fitted.mean)
  const size = Math.abs(fitted)
  const contributions = [summary.baseline, ...summary.treatments, ...summary.controls, ...summary.channels].map(
    (part) => part.contribution.mean,
  )
  const off = summary.periods.map((_, t) => sum(parts.map(({ series }) => series.mean[t])) - summary.fitted.mean[t])
  return [
    {
      what: 'All parts of the window add up to the fitted total',
      left: side(`SUM(${cells.range(0, parts.length - 1)})`, sum(contributions)),
      right: side(`SUM(${period.fittedRange})`, fitted),
      size,
    },
    {
      what: `The parts add up to fitted in every ${summary.window.period} (root of the squared differences)`,
      left: side(`SQRT(SUMXMY2(${period.sumRange},${period.fittedRange}))`, Math.sqrt(sum(off.map((x) => x * x)))),
      right: side('0', 0),
      size,
    },
    ...parts.map(({ name, series }, place) => ({
      what: `${name}: every ${summary.window.period} adds up to its contribution`,
      left: side(`SUM(${period.partRange(place)})`, sum(series.mean)),
      right: side(cells.cell(place), contributions[place]),
      size,
    })),
  ]
}

/** The parts of every year (or quarter) add up to its fitted KPI, and all of them to the window's. */
function spanChecks(figures: ByPeriod, sheet: TableSheet, whole: CheckSide): Check[] {
  const { by, spans: each, parts, groups, fitted } = figures
  const { cell, range } = columnCells(sheet, 'contribution')
  // A row a part, a group, all paid media and the fitted total, span after span.
  const height = parts.length + groups.length + 2
  const all = (key: string): string => columnCells(sheet, key).range(0, height * each.length - 1)
  const total = sum(fitted.map(({ mean }) => mean))
  return [
    ...each.map(({ label }, place) => ({
      what: `${label}: the parts add up to fitted`,
      left: side(
        `SUM(${range(place * height, place * height + parts.length - 1)})`,
        sum(parts.map(({ contribution }) => contribution[place].mean)),
      ),
      right: side(cell(place * height + height - 1), fitted[place].mean),
      size: Math.abs(fitted[place].mean),
    })),
    {
      what: `Fitted of every ${by} adds up to the window’s`,
      left: side(`SUMIFS(${all('contribution')},${all('kind')},"sum",${all('part')},"fitted total")`, total),
      right: whole,
      size: Math.abs(whole.value),
    },
  ]
}

/** Paid channels together are all paid media, and its ratios are what they are called. */
function mediaChecks({ channels, groups, media }: Summary, sheet: TableSheet): Check[] {
  const row = channels.length + groups.length
  const paid = channels.filter(({ kind }) => kind === 'paid')
  if (paid.length === 0) return []
  const adds = (what: string, key: keyof Returns, of: (returns: Returns) => number | null): Check[] => {
    const total = of(media)
    const each = paid.map(of).filter((value) => value !== null)
    if (total === null || each.length < paid.length) return []
    const cells = columnCells(sheet, key)
    return [
      {
        what: `Paid channels add up to all paid media: ${what}`,
        left: side(`SUM(${cells.range(0, paid.length - 1)})`, sum(each)),
        right: side(cells.cell(row), total),
        size: sum(each.map(Math.abs)),
      },
    ]
  }
  return [
    ...adds('spend', 'spend', ({ spend }) => spend),
    ...adds('contribution', 'contribution', ({ contribution }) => contribution.mean),
    ...adds('incremental value', 'incrementalValue', ({ incrementalValue }) => incrementalValue?.mean ?? null),
    ...adds('profit', 'profit', ({ profit }) => profit?.mean ?? null),
    ...(['roas', 'roi'] as const).flatMap((ratio) => ratioCheck(media, ratio, { sheet, row })),
  ]
}

const ratios = {
  roas: { amount: 'incrementalValue', what: 'All paid media: ROAS x spend is the incremental value' },
  roi: { amount: 'profit', what: 'All paid media: ROI x spend is the profit' },
} as const

function ratioCheck(
  media: Returns,
  ratio: keyof typeof ratios,
  { sheet, row }: { readonly sheet: TableSheet; readonly row: number },
): Check[] {
  const { amount, what } = ratios[ratio]
  const [quotient, total, spend] = [media[ratio], media[amount], media.spend]
  if (quotient === null || total === null || spend === null) return []
  const at = (key: keyof Returns): string => columnCells(sheet, key).cell(row)
  return [
    {
      what,
      left: side(`${at(ratio)}*${at('spend')}`, quotient.mean * spend),
      right: side(at(amount), total.mean),
      size: Math.abs(total.mean) + spend,
    },
  ]
}

/** Drivers add up to the fitted change, and with what is unexplained to the observed one. */
function driverChecks({ rows, fitted, observed, unexplained }: Drivers, sheet: TableSheet): Check[] {
  const { cell, range } = columnCells(sheet, 'change')
  const [atFitted, atUnexplained, atObserved] = [0, 1, 2].map((place) => cell(rows.length + place))
  const size = Math.abs(observed.now) + Math.abs(observed.before)
  return [
    {
      what: 'Drivers add up to the fitted change',
      left: side(`SUM(${range(0, rows.length - 1)})`, sum(rows.map(({ change }) => change.mean))),
      right: side(atFitted, fitted.change.mean),
      size,
    },
    {
      what: 'Fitted and unexplained change add up to the observed change',
      left: side(`${atFitted}+${atUnexplained}`, fitted.change.mean + unexplained.mean),
      right: side(atObserved, observed.change),
      size,
    },
  ]
}

interface ColumnCells {
  readonly cell: (place: number) => string
  readonly range: (first: number, last: number) => string
}

/** Addresses in a table's column, rows counted from the first of its body. */
function columnCells({ sheet, firstRow, columnOf }: TableSheet, key: string): ColumnCells {
  const place = (row: number) => ({ row: firstRow + row, column: columnOf(key) })
  return {
    cell: (row) => sheetRange(sheet.name, place(row)),
    range: (first, last) => sheetRange(sheet.name, place(first), place(last)),
  }
}

function side(formula: string, value: number): CheckSide {
  return { formula, value }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
