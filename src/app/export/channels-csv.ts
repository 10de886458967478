import type { ChannelSummary, CurvePoint, GroupSummary, Returns } from '../../decision/results.js'
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

/**
 * `groups.csv`: a row a group, the same figures; channels are joined by `; `, since a name may hold a comma.
 *
 * Groups stand apart from channels: a channel may be in several, so a sum over both would count it twice.
 */
export function groupsCsv(groups: readonly GroupSummary[]): string {
  return toCsv(groups.map(groupRow), groups.length === 0 ? ['group', 'channels'] : undefined)
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
  const { name, kind, role, profitMax, roiMax, breakEven, flags } = channel
  return {
    channel: name,
    kind,
    role,
    ...returnColumns(channel),
    ...pointColumns('profit_max', profitMax),
    profit_max_near_low: profitMax?.nearOptimal?.[0] ?? null,
    profit_max_near_high: profitMax?.nearOptimal?.[1] ?? null,
    ...pointColumns('roi_max', roiMax),
    ...pointColumns('break_even', breakEven),
    flags: flags.join(' '),
  }
}

function groupRow(group: GroupSummary): CsvRow {
  const { name, channels, flags } = group
  return { group: name, channels: channels.join('; '), ...returnColumns(group), flags: flags.join(' ') }
}

function returnColumns(returns: Returns): CsvRow {
  const estimates = figures.map(([figure, key]) => estimateColumns(figure, returns[key]))
  return {
    spend: returns.spend,
    ...(Object.assign({}, ...estimates) as CsvRow),
    p_profitable: returns.pProfitable,
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
