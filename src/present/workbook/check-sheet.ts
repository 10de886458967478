import { cellAddress } from './sheet-address.js'
import { columnWidths } from './column-widths.js'
import { formulaCell, textCell, type Sheet, type SheetRow } from './sheet.js'

/** Two ways to one number: a formula over the workbook's cells, and what it must come to. */
export interface Check {
  readonly what: string
  readonly left: CheckSide
  readonly right: CheckSide
  /** Size of the numbers that were added up, which says how small a difference is none. */
  readonly size: number
}

/** A formula without its `=`, and its value. */
export interface CheckSide {
  readonly formula: string
  readonly value: number
}

const HEAD = 4
const number = '#,##0.00'
const tiny = '0.0E+00;-0.0E+00;0'
/** Sums of thousands of doubles differ in their last bits by the order of adding. */
const RELATIVE = 1e-9

/** The sheet that proves, by formulas over the other sheets, that the figures of the workbook add up. */
export function checkSheet(checks: readonly Check[]): Sheet {
  const rows: SheetRow[] = [
    [textCell('Checks: the figures of this workbook add up', 'title')],
    [
      textCell(
        'Every number here is a formula over the other sheets. A difference below 0.0000001 % is rounding.',
        'note',
      ),
    ],
    [],
    [
      textCell('Check', 'heading'),
      ...['Left side', 'Right side', 'Difference', 'Result'].map((text) => textCell(text, 'number-heading')),
    ],
    ...checks.map(checkRow),
  ]
  return { name: 'Checks', rows, frozen: { rows: HEAD, columns: 1 }, widths: columnWidths(rows).with(4, 20) }
}

function checkRow({ what, left, right, size }: Check, index: number): SheetRow {
  const row = HEAD + index
  const [a, b, difference] = [1, 2, 3].map((column) => cellAddress({ row, column }))
  const off = left.value - right.value
  return [
    textCell(what),
    formulaCell(left.formula, left.value, number),
    formulaCell(right.formula, right.value, number),
    formulaCell(`${a}-${b}`, off, tiny),
    formulaCell(
      `IF(ABS(${difference})<=${excelNumber(RELATIVE)}*${excelNumber(size)},1,0)`,
      Math.abs(off) <= RELATIVE * size ? 1 : 0,
      '"adds up";;"DOES NOT ADD UP"',
    ),
  ]
}

/** A number as a formula writes it: 1E-9. */
function excelNumber(value: number): string {
  return String(value).toUpperCase()
}
