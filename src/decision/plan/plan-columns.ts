import type { RawTable } from '../../data/table/raw-table.js'
import type { Model } from '../../model/design/model.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { describePlace } from '../../data/table/finding.js'

/** Which columns of a plan's table hold what. */
export interface PlanColumns {
  /** Header of the periods. */
  readonly period: string
  /** Long form: header of the spend; null where every channel has a column. */
  readonly spend: string | null
  /** Wide form: the headers, one a paid channel; long form: the channel of every row that isn't empty. */
  readonly channels: readonly string[]
}

/** Finds the columns of a plan in either form; the periods may stand under `period` or the data's own header. */
export function planColumns(table: RawTable, model: Model): PlanColumns {
  const { file, headers } = table
  const twice = headers.find((header, i) => headers.indexOf(header) < i)
  if (twice !== undefined) throw new InputError(`${file} has two columns \`${twice}\`.`)
  const date = model.spec.data.date
  const period = headers.includes('period') ? 'period' : headers.includes(date) ? date : null
  if (period === null) {
    throw new InputError(`${file} must have a column \`period\`; it has ${headers.map((h) => `\`${h}\``).join(', ')}.`)
  }
  const names = namesOf(model)
  const isLong = headers.includes('channel') && headers.includes('spend') && !names.paid.includes('channel')
  return isLong ? longColumns(table, period, names) : wideColumns(table, period, names)
}

interface Names {
  readonly paid: readonly string[]
  readonly organic: readonly string[]
}

function namesOf({ channels }: Model): Names {
  const named = (kind: string): string[] => channels.filter(({ spec }) => spec.kind === kind).map(({ name }) => name)
  return { paid: named('paid'), organic: named('organic') }
}

function wideColumns({ file, headers }: RawTable, period: string, names: Names): PlanColumns {
  const columns = headers.filter((header) => header !== period)
  for (const header of columns) requireChannel(header, names, `${file}, column \`${header}\``)
  requireAll(file, columns, names.paid)
  return { period, spend: null, channels: columns }
}

function longColumns(table: RawTable, period: string, names: Names): PlanColumns {
  const { file, headers, rows, lines } = table
  const other = headers.find((header) => ![period, 'channel', 'spend'].includes(header))
  if (other !== undefined) {
    throw new InputError(`${file} has a column \`${other}\`; a long plan has \`${period}\`, \`channel\` and \`spend\`.`)
  }
  const at = headers.indexOf('channel')
  const channels: string[] = []
  rows.forEach((cells, row) => {
    if (cells.every((cell) => cell === '')) return
    requireChannel(cells[at], names, describePlace({ file, lines: [lines[row]], column: 'channel' }))
    channels.push(cells[at])
  })
  requireAll(file, channels, names.paid)
  return { period, spend: 'spend', channels }
}

function requireChannel(name: string, { paid, organic }: Names, place: string): void {
  if (paid.includes(name)) return
  if (organic.includes(name)) {
    throw new InputError(`${place}: ${name} is an organic channel; nobody pays for it, so a plan has no spend for it.`)
  }
  const what = name === '' ? 'the channel is missing' : `\`${name}\` is no paid channel of the model`
  throw new InputError(`${place}: ${what} (${paid.join(', ')}).${didYouMean(name, paid)}`)
}

function requireAll(file: string, found: readonly string[], paid: readonly string[]): void {
  const missing = paid.filter((name) => !found.includes(name))
  if (missing.length === 0) return
  throw new InputError(`${file} has no spend for ${missing.join(', ')}; a plan has every paid channel, 0 for none.`)
}
