import type { SeriesEstimate, Summary } from '../../decision/results.js'
import { toCsv } from '../../present/table/to-csv.js'
import { statistics } from './statistics.js'

/**
 * `series.csv`: a row a part and period, in KPI units; `observed` is the KPI of the period.
 *
 * The parts are `fitted`, then what it is made of: `baseline`, the treatments, the controls and the channels by name.
 *
 * @example seriesCsv(summary)  // 'period,part,mean,sd,q05,median,q95,observed...'
 */
export function seriesCsv(summary: Summary): string {
  const rows = seriesParts(summary).flatMap(({ name, series }) =>
    summary.periods.map((period, i) => ({
      period,
      part: name,
      ...Object.fromEntries(statistics.map((statistic) => [statistic, series[statistic][i]])),
      observed: summary.observed[i],
    })),
  )
  return toCsv(rows)
}

/** Every part that has a series, by name: `fitted` first. */
export function seriesParts(summary: Summary): readonly { readonly name: string; readonly series: SeriesEstimate }[] {
  return [
    { name: 'fitted', series: summary.fitted },
    { name: 'baseline', series: summary.baseline.series },
    ...summary.treatments,
    ...summary.controls,
    ...summary.channels,
  ]
}
