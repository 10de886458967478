import { createGenerator } from '../../../src/numeric/random/generator.js'
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
  const values = Object.values(numbers)
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

/** Four years of a weekly KPI with season, December peak, noise of 5 %, and bursts of media. */
export function ordinaryMarket(seed: number): AuditContext {
  const generator = createGenerator(seed, 'audit-test')
  const noise = (scale: number) => 1 + scale * generator.normal()
  const isDecember = (t: number) => t % 52 >= 48 && t % 52 <= 50
  return contextOf({
    numbers: {
      kpi: series(
        208,
        (t) => 1000 * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 52)) * (isDecember(t) ? 1.8 : 1) * noise(0.05),
      ),
      'spend tv': series(208, () => (generator.uniform() < 0.3 ? 500 * Math.exp(0.6 * generator.normal()) : 0)),
      'spend search': series(208, () => 100 * Math.exp(0.3 * generator.normal())),
      'control temperature': series(208, (t) => 10 - 10 * Math.cos((2 * Math.PI * t) / 52) + 2 * generator.normal()),
      'control holiday': series(208, (t) => (isDecember(t) ? 1 : 0)),
      'treatment price': series(208, (t) => (t % 13 === 0 ? 8.99 : 9.99)),
    },
  })
}

/** Ten rows that no check minds. */
export const kpi: readonly number[] = [10, 12, 11, 13, 12, 14, 13, 12, 11, 12]
export const tv: readonly number[] = [1, 0, 3, 2, 0, 0, 4, 1, 2, 0]
export const radio: readonly number[] = [0, 2, 0, 1, 3, 0, 0, 2, 5, 1]
