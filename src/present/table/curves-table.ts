import type { NullableSeries, ReportData, ResponseCurve, SeriesEstimate } from '../../decision/results.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import type { Cell, Column, Interval, Table } from './table.js'

/**
 * Response curves as rows: what each channel would cause and return at multiples of its history in the window.
 *
 * @param multiples keep only the points nearest to these multiples of today's spend; all points without it.
 */
export function curvesTable(data: Pick<ReportData, 'curves' | 'summary'>, multiples?: readonly number[]): Table {
  const rows = data.curves.flatMap((curve) => pointsOf(curve, multiples).map((index) => row(curve, index)))
  return {
    title: `Response curves, ${windowText(data.summary)}`,
    columns: curveColumns(data).filter(({ key }) => rows.some((cells) => cells[key] !== null)),
    rows,
    notes: [
      'Multiple: of the channel’s own history in the window, everything else as it was. Figures include the effect after the window.',
      'Observed: whether spend stays within what the data show; elsewhere the curve is the model’s extrapolation.',
    ],
  }
}

/** Multiples that fit a screen. */
export const shortMultiples: readonly number[] = [0, 0.5, 0.8, 1, 1.2, 1.5, 2, 3]

function pointsOf(curve: ResponseCurve, multiples: readonly number[] | undefined): number[] {
  const all = curve.multiples.map((_, index) => index)
  if (multiples === undefined) return all
  const distance = (index: number, multiple: number): number => Math.abs(curve.multiples[index] - multiple)
  const nearest = multiples.map((multiple) =>
    all.reduce((best, index) => (distance(index, multiple) < distance(best, multiple) ? index : best), 0),
  )
  return [...new Set(nearest)]
}

function row(curve: ResponseCurve, index: number): Record<string, Cell> {
  return {
    channel: curve.channel,
    multiple: curve.multiples[index],
    spend: curve.spend[index],
    kpi: estimateAt(curve.kpi, index),
    value: estimateAt(curve.value, index),
    profit: estimateAt(curve.profit, index),
    roas: estimateAt(curve.roas, index),
    marginalRoas: estimateAt(curve.marginalRoas, index),
    roi: estimateAt(curve.roi, index),
    observed: curve.observed[index],
  }
}

/** One entry of a series as a cell; null where the series or the entry is. */
export function estimateAt(series: SeriesEstimate | NullableSeries | null, index: number): Interval | null {
  if (series === null) return null
  const [mean, q05, q95] = [series.mean[index], series.q05[index], series.q95[index]]
  if (mean === null || mean === undefined || q05 === null || q05 === undefined || q95 === null || q95 === undefined)
    return null
  const median = series.median[index]
  const sd = series.sd[index]
  return {
    mean,
    q05,
    q95,
    ...(typeof median === 'number' ? { median } : {}),
    ...(typeof sd === 'number' ? { sd } : {}),
  }
}

function curveColumns({ summary }: Pick<ReportData, 'summary'>): Column[] {
  const { currency } = summary.kpi
  const right = { align: 'right' } as const
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'multiple', label: 'Multiple', unit: null, ...right, format: 'figure' },
    { key: 'spend', label: 'Spend', unit: currency, ...right, format: 'amount', digits: 3 },
    {
      key: 'kpi',
      label: 'Incremental KPI',
      unit: kpiWords(summary).unit,
      ...right,
      format: 'amount',
      droppable: summary.kpi.value === null ? 0 : 4,
    },
    { key: 'value', label: 'Incremental value', unit: currency, ...right, format: 'amount' },
    { key: 'profit', label: 'Profit', unit: currency, ...right, format: 'amount' },
    {
      key: 'roas',
      label: 'ROAS',
      unit: null,
      ...right,
      format: 'ratio',
      droppable: summary.kpi.margin === null ? 0 : 3,
    },
    {
      key: 'marginalRoas',
      label: 'Marginal ROAS',
      unit: null,
      ...right,
      format: 'ratio',
      droppable: summary.kpi.margin === null ? 0 : 2,
    },
    { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent', droppable: 1 },
    { key: 'observed', label: 'Observed', unit: null, align: 'left', format: 'text' },
  ]
}
