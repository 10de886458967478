import type { InputIssue } from '../../check/errors.js'
import type { RawTable } from '../../data/table/raw-table.js'
import type { Model } from '../../model/design/model.js'
import type { Plan } from '../counterfactual/expected-outcome.js'
import { InputError } from '../../check/errors.js'
import { describePlace, requireNoErrors } from '../../data/table/finding.js'
import { readUsedCells } from '../../data/table/used-cells.js'
import { periodLabelAt, planPeriods } from './plan-periods.js'
import { planColumns } from './plan-columns.js'

/**
 * Reads a plan from a table: wide, a row a period and a column a channel (`period,tv,search`), or long, a row a period and channel
 * (`period,channel,spend`).
 *
 * Every paid channel has a spend in every period, 0 where it has none; the periods follow each other without a gap and may reach from the
 * first of the fit window to a year after the last.
 *
 * @returns the plan; its window is that of the table's periods, counted from the first of the fit window.
 * @throws InputError for every channel or period that is missing, unknown or there twice, and every cell that is no spend.
 * @example readPlan(readTable('period,tv\n2025-01-06,100\n', { file: 'plan.csv' }), model).spend.get('tv')
 */
export function readPlan(table: RawTable, model: Model): Plan {
  const columns = planColumns(table, model)
  const rows = Array.from(table.rows.keys()).filter((row) => table.rows[row].some((cell) => cell !== ''))
  if (rows.length === 0) throw new InputError(`${table.file} holds no period.`)
  const periods = planPeriods(table, rows, { header: columns.period, model })
  const headers = columns.spend === null ? columns.channels : [columns.spend]
  const cells = readUsedCells(table, rows, headers)
  requireNoErrors(cells.findings, table.file)
  requireSpend(table, rows, cells.numbers)
  const numbers = (header: string): Float64Array => cells.numbers.get(header) as Float64Array
  const entries =
    columns.spend === null
      ? columns.channels.flatMap((channel) =>
          rows.map((row, i) => ({ channel, at: periods[i], row, money: numbers(channel)[i] })),
        )
      : rows.map((row, i) => ({ channel: columns.channels[i], at: periods[i], row, money: numbers(headers[0])[i] }))
  return joined(table, entries, model)
}

interface PlanEntry {
  readonly channel: string
  /** Period, counted from the first of the fit window. */
  readonly at: number
  readonly row: number
  readonly money: number
}

const ISSUES_NAMED = 5

/** Every cell holds a number of at least 0. */
function requireSpend(table: RawTable, rows: readonly number[], numbers: ReadonlyMap<string, Float64Array>): void {
  const issues: InputIssue[] = []
  for (const [column, values] of numbers) {
    values.forEach((money, i) => {
      if (money >= 0) return
      const place = describePlace({ file: table.file, lines: [table.lines[rows[i]]], column })
      const what = money < 0 ? `spend must be at least 0, not ${money}` : 'the spend is missing; write 0 for none'
      issues.push({ path: `${table.file}:${table.lines[rows[i]]} ${column}`, message: `${place}: ${what}.` })
    })
  }
  throwIssues(issues, table.file)
}

/** One spend for each channel and period; refuses gaps and repeats. */
function joined(table: RawTable, entries: readonly PlanEntry[], model: Model): Plan {
  const from = entries.reduce((least, { at }) => Math.min(least, at), Infinity)
  const to = entries.reduce((most, { at }) => Math.max(most, at), -Infinity) + 1
  const names = model.channels.filter(({ spend }) => spend !== null).map(({ name }) => name)
  const spend = new Map(names.map((name) => [name, new Float64Array(to - from)]))
  const seen = new Map<string, number>()
  const issues: InputIssue[] = []
  const isWide = new Set(entries.map(({ row }) => row)).size < entries.length
  for (const { channel, at, row, money } of entries) {
    const key = `${at} ${channel}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, row)
    else if (!isWide || channel === names[0])
      issues.push(repeated(table, [earlier, row], labelOf(model, at, isWide ? null : channel)))
    spend.get(channel)![at - from] = money
  }
  for (let at = from; at < to; at++) {
    const missing = names.filter((name) => !seen.has(`${at} ${name}`))
    if (missing.length === 0) continue
    const what = missing.length === names.length ? null : missing.join(', ')
    issues.push({
      path: table.file,
      message: `${table.file} has no spend for ${labelOf(model, at, what)}; a plan has every paid channel in every period from the first to the last, 0 for none.`,
    })
  }
  throwIssues(issues, table.file)
  return { window: { from, to }, spend }
}

function repeated(table: RawTable, rows: readonly number[], what: string): InputIssue {
  const place = describePlace({ file: table.file, lines: rows.map((row) => table.lines[row]) })
  return { path: table.file, message: `${place}: both hold ${what}; a plan has one spend for each.` }
}

function labelOf(model: Model, at: number, channel: string | null): string {
  const label = periodLabelAt(model, at)
  return channel === null ? label : `${channel} in ${label}`
}

function throwIssues(issues: readonly InputIssue[], file: string): void {
  if (issues.length === 0) return
  const named = issues.slice(0, ISSUES_NAMED)
  const more = issues.length - named.length
  const rest =
    more > 0 ? [{ path: file, message: `${file} has ${more} more such ${more === 1 ? 'cell' : 'cells'}.` }] : []
  throw new InputError([...named, ...rest])
}
