import type { ChannelSummary, CurvePoint, Returns } from '../../decision/results.js'
import { toCsv, type CsvRow } from '../../present/table/to-csv.js'
import { estimateColumns } from './statistics.js'

/**
 * `channels.csv`: a row a channel, a column a figure and statistic.
 *
 * @example channelsCsv(summary.channels)  // 'channel,kind,role,spend,contribution_mean,...'
 */
export function channelsCsv(channels: readonly ChannelSummary[]): string {
  return toCsv(channels.map(channelRow))
}

const figures: readonly (readonly [string, Exclude<keyof Returns, 'spend' | 'pProfitable'>])[] = [
  ['contribution', 'contribution'],
  ['share', 'share'],
  ['carried_in', 'carriedIn'],
  ['carried_out', 'carriedOut'],
  ['incremental_kpi', 'incrementalKpi'],
  ['incremental_value', 'incrementalValue'],
  ['profit', 'profit'],
  ['roas', 'roas'],
  ['roi', 'roi'],
  ['marginal_roas', 'marginalRoas'],
  ['marginal_roi', 'marginalRoi'],
  ['cost_per_kpi', 'costPerKpi'],
]

function channelRow(channel: ChannelSummary): CsvRow {
  const { name, kind, role, spend, pProfitable, profitMax, roiMax, breakEven, flags } = channel
  const estimates = figures.map(([figure, key]) => estimateColumns(figure, channel[key]))
  return {
    channel: name,
    kind,
    role,
    spend,
    ...Object.assign({}, ...estimates),
    p_profitable: pProfitable,
    ...pointColumns('profit_max', profitMax),
    profit_max_near_low: profitMax?.nearOptimal?.[0] ?? null,
    profit_max_near_high: profitMax?.nearOptimal?.[1] ?? null,
    ...pointColumns('roi_max', roiMax),
    ...pointColumns('break_even', breakEven),
    flags: flags.join(' '),
  }
}

function pointColumns(name: string, point: CurvePoint | null): CsvRow {
  return {
    [`${name}_spend`]: point?.spend ?? null,
    [`${name}_median`]: point?.perDraw.median ?? null,
    [`${name}_q05`]: point?.perDraw.q05 ?? null,
    [`${name}_q95`]: point?.perDraw.q95 ?? null,
    [`${name}_p_never`]: point?.pNever ?? null,
    [`${name}_p_beyond`]: point?.pBeyond ?? null,
  }
}
