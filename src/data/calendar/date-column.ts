import { dayOfDate, isCivilDate } from './civil-date.js'
import type { DateForm, UnorderedDate } from './date-form.js'
import { dateForms, dateHint, isIsoForm } from './date-form.js'
import type { PeriodKind } from './period.js'

/** A date column as read: days where all went well, else what is wrong with which cells. */
export interface DateColumn {
  /** Days since 1970-01-01, one a cell; NaN where a cell has a problem. */
  readonly days: Float64Array
  readonly problems: readonly DateProblem[]
  /** Shortest period that the texts pin down; null where no cell could be read. */
  readonly resolution: PeriodKind | null
  /** Clause on a form other than ISO 8601 and how it was settled, or null: "are written 31.01.2024 and read day first". */
  readonly remark: string | null
}

/** Why a date cell, or the column as a whole, cannot be used. */
export interface DateProblem {
  readonly kind: 'missing-date' | 'unparsable-date' | 'ambiguous-dates'
  /** Index of the cell. */
  readonly cell: number
  /** Clause that follows the place: "the cell is empty". */
  readonly text: string
}

/**
 * Reads the dates of a column, all of which must be written in one form.
 *
 * The form is that of the first cell that is a date. A day and a month in unknown order (01/02/2024) are settled by one
 * day above 12 anywhere in the column; where there is none, or they contradict each other, the column is refused.
 *
 * @param cells texts, one a row, without surrounding blanks.
 * @param placeOf where in the file a cell is, for clauses that name another cell: "line 4".
 */
export function readDateColumn(
  cells: readonly string[],
  kind: PeriodKind,
  placeOf: (cell: number) => string,
): DateColumn {
  const problems: DateProblem[] = []
  const days = new Float64Array(cells.length).fill(NaN)
  const model = firstDate(cells, kind)
  const source: DateSource = { cells, kind, model, placeOf }
  const unordered: UnorderedCell[] = []
  for (let cell = 0; cell < cells.length; cell++) {
    const read = model === null || cells[cell] === '' ? null : model.form.read(cells[cell])
    if (read === null) problems.push(describeProblem(cell, source))
    else if (typeof read === 'number') days[cell] = read
    else unordered.push({ cell, date: read })
  }
  if (model === null) return { days, problems, resolution: null, remark: null }
  let remark = isIsoForm(model.form, kind) ? null : `are written ${cells[model.cell]}`
  if (unordered.length > 0) {
    const order = settleOrder(unordered, source)
    if (order.problem !== null) problems.push(order.problem)
    else placeUnordered(unordered, order.dayFirst, { cells, days, problems })
    remark = `${remark} and read ${order.remark}`
  }
  return { days, problems, resolution: model.form.resolution, remark }
}

interface DateSource {
  readonly cells: readonly string[]
  readonly kind: PeriodKind
  readonly model: ModelCell | null
  readonly placeOf: (cell: number) => string
}

interface UnorderedCell {
  readonly cell: number
  readonly date: UnorderedDate
}

/** The cell that sets the column's form, and that form. */
interface ModelCell {
  readonly cell: number
  readonly form: DateForm
}

function firstDate(cells: readonly string[], kind: PeriodKind): ModelCell | null {
  const candidates = dateForms(kind)
  for (let cell = 0; cell < cells.length; cell++) {
    const form = cells[cell] === '' ? undefined : candidates.find((candidate) => candidate.read(cells[cell]) !== null)
    if (form !== undefined) return { cell, form }
  }
  return null
}

const isoExample: Readonly<Record<PeriodKind, string>> = {
  day: '2024-01-31',
  week: '2024-01-29',
  month: '2024-01',
  quarter: '2024-Q1',
  year: '1907',
}

function describeProblem(cell: number, { cells, kind, model, placeOf }: DateSource): DateProblem {
  const text = cells[cell]
  if (text === '') return { kind: 'missing-date', cell, text: 'the date is empty' }
  const shown = `\`${shorten(text)}\``
  const hint = dateHint(text)
  if (hint !== null) return { kind: 'unparsable-date', cell, text: `${shown} ${hint}` }
  const other = model !== null && dateForms(kind).some((form) => form.read(text) !== null)
  if (other) {
    const like = `\`${cells[model.cell]}\` in ${placeOf(model.cell)}`
    return {
      kind: 'unparsable-date',
      cell,
      text: `${shown} is written in another way than ${like}; write all dates in one form`,
    }
  }
  return { kind: 'unparsable-date', cell, text: `${shown} is not a ${kind}; write it like ${isoExample[kind]}` }
}

interface Order {
  readonly dayFirst: boolean
  readonly remark: string
  readonly problem: DateProblem | null
}

/** Decides from the whole column whether the day or the month comes first. */
function settleOrder(dates: readonly UnorderedCell[], { cells, placeOf }: DateSource): Order {
  const dayFirst = dates.find(({ date }) => date.first > 12)
  const monthFirst = dates.find(({ date }) => date.second > 12)
  if (dayFirst !== undefined && monthFirst !== undefined) {
    const [a, b] = [dayFirst.cell, monthFirst.cell].sort((x, y) => x - y)
    const text = `\`${cells[a]}\` in ${placeOf(a)} and \`${cells[b]}\` in ${placeOf(b)} put day and month in different order`
    return { dayFirst: true, remark: '', problem: { kind: 'ambiguous-dates', cell: b, text } }
  }
  const proof = dayFirst ?? monthFirst
  if (proof !== undefined) {
    const order = dayFirst === undefined ? 'month first' : 'day first'
    const remark = `${order}, as ${placeOf(proof.cell)} has a day above 12`
    return { dayFirst: dayFirst !== undefined, remark, problem: null }
  }
  const unsettled = dates.find(({ date }) => date.first !== date.second)
  if (unsettled === undefined) return { dayFirst: true, remark: 'alike in either order', problem: null }
  const text = `\`${cells[unsettled.cell]}\` can be read day first or month first, and no date in the column settles it; write dates like 2024-01-31`
  return { dayFirst: true, remark: '', problem: { kind: 'ambiguous-dates', cell: unsettled.cell, text } }
}

function placeUnordered(
  dates: readonly UnorderedCell[],
  dayFirst: boolean,
  into: { cells: readonly string[]; days: Float64Array; problems: DateProblem[] },
): void {
  for (const { cell, date } of dates) {
    const [month, day] = dayFirst ? [date.second, date.first] : [date.first, date.second]
    if (isCivilDate(date.year, month, day)) into.days[cell] = dayOfDate(date.year, month, day)
    else {
      const text = `\`${into.cells[cell]}\` is a day that does not exist`
      into.problems.push({ kind: 'unparsable-date', cell, text })
    }
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
