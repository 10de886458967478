import { parseIsoDay } from '../../../src/data/calendar/civil-date.js'
import { addPeriods, periodLabel } from '../../../src/data/calendar/period-arithmetic.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import type { ColumnUse } from '../../../src/data/table/dataset.js'

type Role = ColumnUse['role']

/** Columns as `role owner` → values; a channel's spend and media have one owner. The column is named `owner_role`. */
export interface ContextOf {
  readonly period?: PeriodKind
  readonly start?: string
  readonly numbers: Readonly<Record<string, ArrayLike<number>>>
  readonly texts?: Readonly<Record<string, readonly string[]>>
}

/** An audit context of literal columns; line numbers are those of a file in time order. */
export function contextOf({ period = 'week', start = '2020-01-06', numbers, texts = {} }: ContextOf): AuditContext {
  const rows = Object.values(numbers)[0].length
  const first = parseIsoDay(start)!
  const startDays = Array.from({ length: rows }, (_, t) => addPeriods(period, first, t))
  const uses: ColumnUse[] = [...Object.keys(numbers), ...Object.keys(texts)].map((key) => {
    const [role, owner = role] = key.split(' ') as [Role, string?]
    return { column: `${owner}_${role}`, role, owner, missing: null, path: `${owner}.${role}` }
  })
  const values = [...Object.values(numbers)]
  return {
    dataset: {
      file: 'shop.csv',
      period,
      periods: startDays.map((day) => periodLabel(period, day)),
      startDays,
      windowStart: 0,
      windowEnd: rows,
      columns: new Map(values.map((column, i) => [uses[i].column, Float64Array.from(column)])),
      texts: new Map(Object.values(texts).map((cells, i) => [uses[values.length + i].column, cells])),
      fingerprint: '',
    },
    uses,
    lines: Array.from({ length: rows }, (_, t) => t + 2),
  }
}

/** `count` values of a function of the row. */
export function series(count: number, value: (t: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, t) => value(t))
}
