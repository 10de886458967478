import type { Estimate, NullableSeries, SeriesEstimate } from '../../decision/results.js'
import type { CsvRow } from '../../present/table/to-csv.js'

/** The statistics of a figure, in the order in which every exported table has them. */
export const statistics = ['mean', 'sd', 'q05', 'median', 'q95'] as const

/** Five columns of one figure, `roas_mean, roas_sd, ...`; empty where it has no meaning. */
export function estimateColumns(figure: string, estimate: Estimate | null): CsvRow {
  return Object.fromEntries(statistics.map((name) => [`${figure}_${name}`, estimate?.[name] ?? null]))
}

/** Five columns of one entry of a series of that figure; empty where it has no meaning. */
export function seriesColumns(figure: string, series: SeriesEstimate | NullableSeries | null, index: number): CsvRow {
  return Object.fromEntries(statistics.map((name) => [`${figure}_${name}`, series?.[name][index] ?? null]))
}
