import { InputError } from '../../check/errors.js'
import { periodLabel } from '../calendar/period-arithmetic.js'
import { aggregateDataset } from './aggregate-dataset.js'
import { aggregateRules } from './aggregate-rule.js'
import type { Assembly, AssemblyRequest } from './assembly.js'
import type { Dataset, Finding } from './dataset.js'
import { describePlace, requireNoErrors, sourceOf } from './finding.js'
import { datasetFingerprint } from './fingerprint.js'
import { readUsedCells } from './used-cells.js'
import { fillUses } from './fill-uses.js'
import type { RawTable } from './raw-table.js'
import type { ResolvedColumns } from './resolve-columns.js'
import { resolveColumns } from './resolve-columns.js'
import { rowPeriod } from './row-period.js'
import { readTexts } from './text-column.js'
import { readTimeAxis } from './time-axis.js'
import { findWindow } from './window.js'

/**
 * Types, checks and sorts the columns that a spec uses.
 *
 * Rows with an empty KPI before the first known one are media history, those after the last are the future. Cells that
 * must be known are those of media and spend up to the last known KPI, and of everything else inside the window; a missing
 * one is filled by the `missing:` rule of its header, else an error. Columns that no use reads are not looked at.
 *
 * @returns the dataset, the warnings and notes, and the line in the file of every dataset row.
 * @throws InputError with every error found, each with file, line and column.
 * @example assembleDataset(readTable(text, { file: 'a.csv' }), { date: 'week', period: 'week', weekStarts: null, uses, missing: {} })
 */
export function assembleDataset(table: RawTable, request: AssemblyRequest): Assembly {
  const { assembly, findings } = inspectTable(table, request)
  requireNoErrors(findings, table.file)
  return assembly!
}

/** What `assembleDataset` found, errors included; the assembly is null if there is one. */
export interface Inspection {
  readonly assembly: Assembly | null
  readonly findings: readonly Finding[]
}

/** `assembleDataset` for those who print findings: errors are returned beside the rest, not thrown. */
export function inspectTable(table: RawTable, request: AssemblyRequest): Inspection {
  requireOneKpi(request)
  const resolved = resolveColumns(table, request)
  const isAggregated = request.aggregate !== undefined && request.aggregate !== null
  return isAggregated ? inspectShorter(table, resolved, request) : inspectRows(table, resolved, request)
}

/** Inspects rows that are shorter than the wanted period, then adds them up. */
function inspectShorter(table: RawTable, resolved: ResolvedColumns, request: AssemblyRequest): Inspection {
  const { rules, findings: ruleFindings } = aggregateRules(resolved, request)
  const found = resolved.date === null ? null : rowPeriod(table, resolved.date, request)
  if (found !== null && found.finding !== null) return { assembly: null, findings: [found.finding] }
  const period = found?.period ?? 'day'
  const { assembly, findings } = inspectRows(table, resolved, { ...request, period, weekStarts: null })
  if (assembly === null || ruleFindings.length > 0) return { assembly: null, findings: [...ruleFindings, ...findings] }
  const { dataset, findings: edges } = aggregateDataset(assembly.dataset, rules, request)
  const all = [...findings, ...edges]
  return { assembly: dataset === null ? null : { dataset, findings: all, lines: null }, findings: all }
}

/** Inspects rows each of which is a period. */
function inspectRows(table: RawTable, resolved: ResolvedColumns, request: AssemblyRequest): Inspection {
  const faults = faultFindings(table, resolved, request)
  const findings: Finding[] = [...resolved.findings, ...faults]
  const { rows, note } = filledRows(table)
  if (note !== null) findings.push(note)
  if (resolved.date === null || faults.length > 0) return { assembly: null, findings }
  const axis = readTimeAxis(table, rows, resolved.date, request)
  findings.push(...axis.findings)
  const cells = readUsedCells(table, axis.order, resolved.numberHeaders)
  findings.push(...cells.findings)
  const hasErrors = (): boolean => findings.some((finding) => finding.severity === 'error')
  if (hasErrors()) return { assembly: null, findings }
  const lines = axis.order.map((row) => table.lines[row])
  const period = { file: sourceOf(table), lines, rows: axis.order.length }
  const window = findWindow(resolved, cells.numbers, period)
  findings.push(...window.findings)
  if (hasErrors()) return { assembly: null, findings }
  const parsed = new Map([...cells.numbers].map(([header, values]) => [header, values.slice()]))
  const filled = fillUses(resolved.uses, cells.numbers, { ...period, window: window.range, missing: request.missing })
  const texts = readTexts(table, resolved, {
    ...period,
    order: axis.order,
    window: window.range,
    missing: request.missing,
  })
  findings.push(...filled.findings, ...texts.findings)
  if (hasErrors()) return { assembly: null, findings }
  const periods = axis.startDays.map((day) => periodLabel(request.period, day))
  const fingerprint = datasetFingerprint({ period: request.period, periods, numbers: parsed, texts: texts.parsed })
  const dataset: Dataset = {
    file: table.file,
    period: request.period,
    periods,
    startDays: axis.startDays,
    windowStart: window.range.from,
    windowEnd: window.range.to,
    columns: filled.columns,
    texts: texts.texts,
    fingerprint,
  }
  return { assembly: { dataset, findings, lines: table.rowNames === undefined ? lines : null }, findings }
}

function requireOneKpi({ uses }: AssemblyRequest): void {
  const count = uses.filter((use) => use.role === 'kpi').length
  if (count !== 1) throw new InputError(`\`uses\` must hold exactly one KPI, not ${count}.`)
}

/** Errors for cells and columns in use that hold no single value, one a column and reason: merged cells, errors of formulas, lists. */
function faultFindings(table: RawTable, resolved: ResolvedColumns, { date }: AssemblyRequest): Finding[] {
  const used = new Set([date, ...resolved.numberHeaders, ...resolved.textHeaders])
  const groups = new Map<string, { readonly column: string; readonly text: string; readonly lines: number[] }>()
  for (const { column: at, row, text } of table.faults ?? []) {
    const column = table.headers[at]
    if (!used.has(column)) continue
    const key = `${at} ${text}`
    const group = groups.get(key) ?? { column, text, lines: [] }
    if (row !== null) group.lines.push(table.lines[row])
    groups.set(key, group)
  }
  return [...groups.values()].map(({ column, text, lines }): Finding => {
    const message = `${describePlace({ file: sourceOf(table), lines, column })}: ${text}.`
    return { id: `no-value:${column}`, severity: 'error', message, column, row: lines[0] ?? null, decide: null }
  })
}

/** Rows that hold anything at all: spreadsheets leave rows of delimiters behind. */
function filledRows(table: RawTable): { rows: number[]; note: Finding | null } {
  const rows: number[] = []
  const empty: number[] = []
  for (let i = 0; i < table.rows.length; i++) {
    if (table.rows[i].every((cell) => cell === '')) empty.push(table.lines[i])
    else rows.push(i)
  }
  if (empty.length === 0) return { rows, note: null }
  const message = `${describePlace({ file: sourceOf(table), lines: empty })}: all cells are empty; left out.`
  return { rows, note: { id: 'empty-rows', severity: 'note', message, column: null, row: empty[0], decide: null } }
}
