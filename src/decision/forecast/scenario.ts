import type { RawTable } from '../../data/table/raw-table.js'
import type { LinearColumn, Model } from '../../model/design/model.js'
import type { ControlSpec } from '../../model/spec/spec.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { describePlace, requireNoErrors } from '../../data/table/finding.js'
import { columnCells, readUsedCells } from '../../data/table/used-cells.js'
import { periodLabelAt, planPeriods } from '../plan/plan-periods.js'

/** What is held to be known of the periods after the last row; arrays have an entry a period after it, NaN where nothing is said. */
export interface Scenario {
  /** By name of the linear column, as it enters the density. */
  readonly linear: ReadonlyMap<string, Float64Array>
  /** Media of organic channels by name, in the data's unit. */
  readonly media: ReadonlyMap<string, Float64Array>
}

/**
 * Reads a scenario: `period`, then a column a control, treatment or organic channel, under its name or its column in the data. Empty cells, and
 * periods that are left out, are not stated.
 *
 * @throws InputError for a column that is none of these, a period that isn't after the last row or is there twice, and a cell that is no number
 * (for a category: no level that the data have).
 */
export function readScenario(table: RawTable, model: Model): Scenario {
  const { file, headers } = table
  const period = headers.includes('period') ? 'period' : model.spec.data.date
  if (!headers.includes(period)) {
    throw new InputError(`${file} must have a column \`period\`; it has ${headers.map((h) => `\`${h}\``).join(', ')}.`)
  }
  const twice = headers.find((header, i) => headers.indexOf(header) < i)
  if (twice !== undefined) throw new InputError(`${file} has two columns \`${twice}\`.`)
  const parts = headers.filter((header) => header !== period).map((header) => partOf(header, model, file))
  const rows = Array.from(table.rows.keys()).filter((row) => table.rows[row].some((cell) => cell !== ''))
  const ahead = aheadOf(table, rows, { header: period, model })
  const numeric = parts.filter(({ texts }) => texts === null).map(({ header }) => header)
  const cells = readUsedCells(table, rows, numeric)
  requireNoErrors(cells.findings, file)
  const linear = new Map<string, Float64Array>()
  const media = new Map<string, Float64Array>()
  for (const { header, name, texts, columns } of parts) {
    const placed = (values: ArrayLike<number>): Float64Array => {
      const out = new Float64Array(model.horizon).fill(NaN)
      ahead.forEach((h, i) => (out[h] = values[i]))
      return out
    }
    if (columns === null) {
      const values = cells.numbers.get(header) as Float64Array
      requireNoNegative(table, rows, { header, values })
      media.set(name, placed(values))
      continue
    }
    const levels = texts === null ? null : knownLevels(table, rows, { header, texts })
    for (const column of columns) {
      const raw = levels === null ? (cells.numbers.get(header) as Float64Array) : indicator(levels, column, name)
      linear.set(column.name, placed(asEntered(model, column, raw)))
    }
  }
  return { linear, media }
}

interface ScenarioPart {
  readonly header: string
  readonly name: string
  /** Levels that the data have; null for a number. */
  readonly texts: readonly string[] | null
  /** Null for an organic channel. */
  readonly columns: readonly LinearColumn[] | null
}

function partOf(header: string, model: Model, file: string): ScenarioPart {
  const { spec, dataset } = model
  const linear = [...spec.controls, ...spec.treatments].find(({ name, column }) => name === header || column === header)
  if (linear !== undefined) {
    const columns = model.linear.filter(({ owner, name }) => owner === linear.name && !name.startsWith('event.'))
    const isCategory = (linear as Partial<ControlSpec>).kind === 'category'
    const window = dataset.texts.get(linear.column)?.slice(dataset.windowStart, dataset.windowEnd) ?? []
    return { header, name: linear.name, columns, texts: isCategory ? [...new Set(window)].sort() : null }
  }
  const organic = model.channels.find(
    ({ name, spec: channel }) => channel.kind === 'organic' && (name === header || channel.media === header),
  )
  if (organic !== undefined) return { header, name: organic.name, columns: null, texts: null }
  const names = [
    ...[...spec.controls, ...spec.treatments].map(({ name }) => name),
    ...model.channels.filter(({ spend }) => spend === null).map(({ name }) => name),
  ]
  const isPaid = model.channels.some(({ name, spec: channel }) => name === header || channel.spend === header)
  const hint = isPaid ? ' The spend of paid channels stands in the plan.' : didYouMean(header, names)
  const known = names.length === 0 ? 'the model has none' : names.join(', ')
  throw new InputError(
    `${file}, column \`${header}\`: \`${header}\` is no control, treatment or organic channel of the model (${known}).${hint}`,
  )
}

/** How many periods after the last row each row of the table lies, from 0. */
function aheadOf(
  table: RawTable,
  rows: readonly number[],
  { header, model }: { readonly header: string; readonly model: Model },
): number[] {
  const seen = new Map<number, number>()
  return planPeriods(table, rows, { header, model }).map((at, i) => {
    const line = table.lines[rows[i]]
    if (at < model.periods) {
      const place = describePlace({ file: table.file, lines: [line], column: header })
      throw new InputError(
        `${place}: ${periodLabelAt(model, at)} lies inside the fit window, whose controls are known; a scenario begins with ${periodLabelAt(model, model.periods)}.`,
      )
    }
    const earlier = seen.get(at)
    if (earlier !== undefined) {
      const place = describePlace({ file: table.file, lines: [earlier, line] })
      throw new InputError(`${place}: both hold ${periodLabelAt(model, at)}; keep one row a ${model.dataset.period}.`)
    }
    seen.set(at, line)
    return at - model.periods
  })
}

function requireNoNegative(
  table: RawTable,
  rows: readonly number[],
  { header, values }: { readonly header: string; readonly values: Float64Array },
): void {
  const at = values.findIndex((value) => value < 0)
  if (at < 0) return
  const place = describePlace({ file: table.file, lines: [table.lines[rows[at]]], column: header })
  throw new InputError(`${place}: media must be at least 0, not ${values[at]}.`)
}

/** The text of every row, which must be a level of the data or empty. */
function knownLevels(
  table: RawTable,
  rows: readonly number[],
  { header, texts }: { readonly header: string; readonly texts: readonly string[] },
): string[] {
  return columnCells(table, rows, header).map((text, i) => {
    if (text === '' || texts.includes(text)) return text
    const place = describePlace({ file: table.file, lines: [table.lines[rows[i]]], column: header })
    throw new InputError(
      `${place}: \`${text}\` is no level that the data have (${texts.join(', ')}).${didYouMean(text, texts)}`,
    )
  })
}

/** 1 where a row holds the level of a category's column, 0 where another, NaN where nothing. */
function indicator(levels: readonly string[], column: LinearColumn, owner: string): Float64Array {
  const level = column.name.slice(owner.length + 1)
  return Float64Array.from(levels, (text) => (text === '' ? NaN : text === level ? 1 : 0))
}

/** Raw values as they enter the density: divided by the stated scale, else centred on the reference. */
function asEntered(model: Model, column: LinearColumn, raw: Float64Array): Float64Array {
  const list = column.part === 'treatment' ? model.spec.treatments : model.spec.controls
  const { scale = null } = list.find(({ name }) => name === column.owner) ?? {}
  if (scale === null) return raw.map((value) => value - column.reference)
  const divisor = model.frozen[`${column.part}s.${column.name}.scale`]
  return raw.map((value) => value / divisor)
}
