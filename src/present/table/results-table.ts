import type { ChannelSummary, Returns, Summary } from '../../decision/results.js'
import { flagText } from '../words/flag.js'
import { groupFlagText, groupNotes } from '../words/group.js'
import { tailText, windowText } from '../words/window.js'
import type { Column, Table } from './table.js'

/**
 * The main results of a fit: a row a channel, a group, and all paid media, with what each cost, caused and returned.
 *
 * Columns that have no meaning for this KPI (ROI without a margin, ROAS without a value) are left out.
 */
export function resultsTable(summary: Summary): Table {
  const rows = [
    ...summary.channels.map((channel) => ({ ...cells(channel), channel: channel.name, note: noteOf(channel) })),
    ...summary.groups.map((group) => ({ ...cells(group), channel: group.name, note: groupFlagText(group) })),
    { ...cells(summary.media), channel: 'all paid media', note: '' },
  ]
  const known = (key: string): boolean =>
    rows.some((row) => {
      const cell = (row as Record<string, unknown>)[key]
      return cell !== null && cell !== ''
    })
  return {
    title: `Results, ${windowText(summary)}`,
    columns: resultColumns(summary).filter(({ key }) => known(key)),
    rows,
    notes: [`Ranges: 9 of 10 cases. ${tailText(summary)}`, definition(summary), ...groupNotes(summary)],
  }
}

function definition({ media }: Summary): string {
  if (media.roi !== null)
    return 'ROI: profit ROI, after margin; 0 % is break-even. Marginal ROI: on the next unit of spend.'
  if (media.roas !== null) return 'ROAS: incremental value per unit of spend. No ROI and no profit without a margin.'
  return 'Cost per KPI: spend / incremental KPI. No ROAS without a value of the KPI in money.'
}

function cells(returns: Returns): Record<string, Table['rows'][number][string]> {
  const { spend, share, roas, roi, marginalRoi, marginalRoas, pProfitable } = returns
  return {
    spend,
    share,
    roas,
    roi,
    marginalRoi,
    pProfitable,
    marginalRoas: marginalRoi === null ? marginalRoas : null,
    costPerKpi: roas === null ? returns.costPerKpi : null,
  }
}

function noteOf(channel: ChannelSummary): string {
  const worth = channel.flags.filter(
    (flag) => flag === 'demand-capture' || flag === 'prior-driven' || flag === 'never-pays',
  )
  return worth.map(flagText).join('; ')
}

function resultColumns({ kpi }: Summary): Column[] {
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: kpi.currency, align: 'right', format: 'amount', digits: 3 },
    {
      key: 'share',
      label: `Share of ${kpi.kind === 'revenue' ? 'revenue' : 'KPI'}`,
      unit: null,
      align: 'right',
      format: 'percent',
      droppable: 1,
    },
    { key: 'roas', label: 'ROAS', unit: null, align: 'right', format: 'ratio' },
    { key: 'marginalRoas', label: 'Marginal ROAS', unit: null, align: 'right', format: 'ratio' },
    { key: 'costPerKpi', label: 'Cost per KPI', unit: kpi.currency, align: 'right', format: 'ratio' },
    { key: 'roi', label: 'ROI', unit: null, align: 'right', format: 'percent' },
    { key: 'marginalRoi', label: 'Marginal ROI', unit: null, align: 'right', format: 'percent' },
    { key: 'pProfitable', label: 'Chance of profit', unit: null, align: 'right', format: 'probability', droppable: 2 },
    { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 3 },
  ]
}
