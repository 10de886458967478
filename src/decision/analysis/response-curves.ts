import type { NullableSeries, ResponseCurve } from '../results.js'
import type { ResponseTable } from './response-table.js'
import { hasQuantity, placeValues, quantityPlace, slopePlace } from './response-table.js'
import { summariseSeries } from './summarise.js'

/** Multiples below this one but zero are left out of curves: they are for the search of points, not for looking at. */
const SMALLEST_SHOWN = 0.05

/**
 * A channel's response along multiples of its own history in the window, with bands: rows at multiple 0, exactly 1 and exactly 10 included.
 *
 * Every figure is taken per draw and then summarised. Ratios at zero spend are their limits, the marginal ones' values; null where
 * that limit is infinite in a draw. Without a value money figures are null, without a margin ROI and profit.
 *
 * @param table of one channel, or of the whole budget at today's mix (`totalTable`).
 */
export function responseCurve(table: ResponseTable): ResponseCurve {
  const { channel, spend, observedTo, draws } = table.response
  const shown = table.multiples.reduce<number[]>(
    (kept, x, m) => (x === 0 || x >= SMALLEST_SHOWN ? [...kept, m] : kept),
    [],
  )
  const multiples = shown.map((m) => table.multiples[m])
  const place = (at: number): Float64Array => {
    const all = placeValues(table, at)
    const out = new Float64Array(draws * shown.length)
    for (let d = 0; d < draws; d++) {
      for (let i = 0; i < shown.length; i++) out[d * shown.length + i] = all[d * table.multiples.length + shown[i]]
    }
    return out
  }
  const ratio = (figure: 'value' | 'gain'): Float64Array => {
    const slope = place(slopePlace[figure])
    return place(quantityPlace[figure]).map((money, i) => {
      const multiple = multiples[i % shown.length]
      return multiple === 0 ? slope[i] / spend : money / (spend * multiple)
    })
  }
  const hasValue = hasQuantity(table, 'value')
  const hasGain = hasQuantity(table, 'gain')
  const series = (values: Float64Array): NullableSeries => finiteOrNull(values, shown.length)
  return {
    channel,
    multiples,
    spend: multiples.map((multiple) => spend * multiple),
    kpi: summariseSeries(place(quantityPlace.kpi), shown.length),
    value: hasValue ? summariseSeries(place(quantityPlace.value), shown.length) : null,
    roas: hasValue && spend > 0 ? series(ratio('value')) : null,
    marginalRoas: hasValue && spend > 0 ? series(place(slopePlace.value).map((slope) => slope / spend)) : null,
    roi: hasGain && spend > 0 ? series(ratio('gain').map((gain) => gain - 1)) : null,
    profit: hasGain
      ? summariseSeries(
          place(quantityPlace.gain).map((gain, i) => gain - spend * multiples[i % shown.length]),
          shown.length,
        )
      : null,
    observed: multiples.map((multiple) => multiple <= observedTo),
  }
}

/** Summary a multiple; null entries where a draw isn't finite. */
function finiteOrNull(values: Float64Array, length: number): NullableSeries {
  const infinite = Array.from({ length }, () => false)
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) infinite[at % length] = true
  })
  const summary = summariseSeries(
    values.map((value, at) => (infinite[at % length] ? 0 : value)),
    length,
  )
  const blank = (column: readonly number[]): (number | null)[] => column.map((value, i) => (infinite[i] ? null : value))
  return {
    mean: blank(summary.mean),
    median: blank(summary.median),
    sd: blank(summary.sd),
    q05: blank(summary.q05),
    q95: blank(summary.q95),
  }
}
