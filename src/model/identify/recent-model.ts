import { smoothLengthScale } from '../design/baseline-columns.js'
import type { LinearColumn, Model } from '../design/model.js'
import { smoothBasis } from '../design/smooth-basis.js'

/** Periods that the checks before a fit look at: four years of days, 29 of weeks. Their cost grows with rows times columns squared. */
export const EXAMINED_PERIODS = 1500

/** Rows of media before the examined periods that are kept for the carry-over. */
const KEPT_HISTORY = 500

/**
 * The model of the most recent `EXAMINED_PERIODS` alone, for checks before a fit; the model itself where it has no more.
 *
 * Earlier media become history, of which 500 rows are kept; the smooth trend gets a basis for the shorter window. `layout` and `dataset`
 * stay those of the whole model, so it is not fit for a fit.
 */
export function recentModel(model: Model): Model {
  const dropped = model.periods - EXAMINED_PERIODS
  if (dropped <= 0) return model
  const history = Math.min(KEPT_HISTORY, model.history + dropped)
  const firstMedia = model.history + dropped - history
  return {
    ...model,
    periods: EXAMINED_PERIODS,
    history,
    kpi: model.kpi.subarray(dropped),
    value: model.value?.subarray(dropped) ?? null,
    margin: model.margin?.subarray(dropped) ?? null,
    channels: model.channels.map((channel) => ({
      ...channel,
      media: channel.media.subarray(firstMedia),
      spend: channel.spend?.subarray(firstMedia) ?? null,
    })),
    linear: recentColumns(model, dropped),
  }
}

function recentColumns(model: Model, dropped: number): LinearColumn[] {
  const columns = model.linear
    .filter(({ smooth }) => !smooth)
    .map((column) => ({ ...column, values: column.values.subarray(dropped) }))
  const first = model.linear.find(({ smooth }) => smooth)
  if (first === undefined) return columns
  const rows = first.values.length - dropped
  const basis = smoothBasis({ rows, lengthScale: smoothLengthScale(model.spec, rows) })
  return [...columns, ...basis.map((values, j) => ({ ...first, name: `smooth[${j + 1}]`, values }))]
}
