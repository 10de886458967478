import type { ResponseCurve } from '../../decision/results.js'
import { toCsv, type CsvRow } from '../../present/table/to-csv.js'
import { seriesColumns } from './statistics.js'

/**
 * `curves.csv`: a row a channel and multiple of its spend; KPI in KPI units, value and profit in money, tail included.
 *
 * @example curvesCsv(curves)  // 'channel,multiple,spend,kpi_mean,...,profit_q95,observed...'
 */
export function curvesCsv(curves: readonly ResponseCurve[]): string {
  return toCsv(curves.flatMap(curveRows), curves.length === 0 ? ['channel', 'multiple', 'spend'] : undefined)
}

function curveRows(curve: ResponseCurve): CsvRow[] {
  return curve.multiples.map((multiple, i) => ({
    channel: curve.channel,
    multiple,
    spend: curve.spend[i],
    ...seriesColumns('kpi', curve.kpi, i),
    ...seriesColumns('value', curve.value, i),
    ...seriesColumns('roas', curve.roas, i),
    ...seriesColumns('marginal_roas', curve.marginalRoas, i),
    ...seriesColumns('roi', curve.roi, i),
    ...seriesColumns('profit', curve.profit, i),
    observed: curve.observed[i],
  }))
}
