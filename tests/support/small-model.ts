import { addPeriods, periodLabel } from '../../src/data/calendar/period-arithmetic.js'
import type { PeriodKind } from '../../src/data/calendar/period.js'
import type { Dataset } from '../../src/data/table/dataset.js'
import { buildModel } from '../../src/model/design/build-model.js'
import type { Model } from '../../src/model/design/model.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'

export interface SmallData {
  readonly columns: Readonly<Record<string, readonly number[]>>
  readonly period?: PeriodKind
  /** Rows of media before the first KPI. */
  readonly history?: number
}

/** A dataset made of literal columns, beginning on Monday 2023-01-02 (weeks and days) or 2000-01-01. */
export function smallDataset({ columns, period = 'week', history = 0 }: SmallData): Dataset {
  const rows = Object.values(columns)[0].length
  const first = period === 'week' || period === 'day' ? 19359 : 10957
  const startDays = Array.from({ length: rows }, (_, t) => addPeriods(period, first, t))
  return {
    file: 'small.csv',
    period,
    periods: startDays.map((day) => periodLabel(period, day)),
    startDays,
    windowStart: history,
    windowEnd: rows,
    columns: new Map(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)])),
    texts: new Map(),
    fingerprint: 'small',
  }
}

/** A model of literal columns; `yaml` is the spec without its first line and `data`. */
export function smallModel(yaml: string, data: SmallData): Model {
  const header = `mixwright: 1\nname: small\ndata: { file: small.csv, date: date, period: ${data.period ?? 'week'} }\ncurrency: EUR\n`
  return buildModel(parseSpec(header + yaml, { file: 'small.yaml' }), smallDataset(data))
}
