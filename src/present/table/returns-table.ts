import type { Returns, Summary } from '../../decision/results.js'
import { flagText } from '../words/flag.js'
import { groupFlagText, groupNotes } from '../words/group.js'
import { kpiWords } from '../words/kpi.js'
import { tailText, windowText, yearsIn } from '../words/window.js'
import type { Cell, Column, Table } from './table.js'

/** What the spend of the window returned, a row a paid channel, a group, and all paid media; every measure of return. */
export function returnsTable(summary: Summary): Table {
  const years = yearsIn(summary)
  const row = (name: string, returns: Returns, note: string): Record<string, Cell> => ({
    channel: name,
    spend: returns.spend,
    spendPerYear: returns.spend === null ? null : returns.spend / years,
    incrementalKpi: returns.incrementalKpi,
    incrementalValue: returns.incrementalValue,
    profit: returns.profit,
    roas: returns.roas,
    marginalRoas: returns.marginalRoas,
    roi: returns.roi,
    marginalRoi: returns.marginalRoi,
    costPerKpi: returns.costPerKpi,
    pProfitable: returns.pProfitable,
    flags: note,
  })
  const rows = [
    ...summary.channels.map((channel) => row(channel.name, channel, flagTexts(channel.flags))),
    ...summary.groups.map((group) => row(group.name, group, groupFlagText(group))),
    row('all paid media', summary.media, flagTexts(summary.media.flags)),
  ]
  return {
    title: `Returns on spend, ${windowText(summary)}`,
    columns: returnColumns(summary).filter(({ key }) => rows.some((cells) => cells[key] !== null && cells[key] !== '')),
    rows,
    notes: [`Ranges: 9 of 10 cases. ${tailText(summary)}`, definitions(summary), ...groupNotes(summary)],
  }
}

function flagTexts(flags: readonly string[]): string {
  return flags.map(flagText).join('; ')
}

function definitions({ kpi, media }: Summary): string {
  if (media.roas === null) return 'Cost per KPI: spend / incremental KPI.'
  const roas = 'ROAS: incremental value / spend; marginal ROAS: of the next unit of spend.'
  return kpi.margin === null
    ? roas
    : `${roas} ROI: profit ROI, after margin: (margin x incremental value - spend) / spend.`
}

function returnColumns(summary: Summary): Column[] {
  const { currency } = summary.kpi
  const right = { align: 'right' } as const
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: currency, ...right, format: 'amount', digits: 3 },
    { key: 'spendPerYear', label: 'Spend per year', unit: currency, ...right, format: 'amount', droppable: 7 },
    {
      key: 'incrementalKpi',
      label: 'Incremental KPI',
      unit: kpiWords(summary).unit,
      ...right,
      format: 'amount',
      droppable: 6,
    },
    { key: 'incrementalValue', label: 'Incremental value', unit: currency, ...right, format: 'amount', droppable: 5 },
    { key: 'profit', label: 'Profit', unit: currency, ...right, format: 'amount', droppable: 1 },
    { key: 'roas', label: 'ROAS', unit: null, ...right, format: 'ratio' },
    {
      key: 'marginalRoas',
      label: 'Marginal ROAS',
      unit: null,
      ...right,
      format: 'ratio',
      droppable: summary.kpi.margin === null ? 0 : 3,
    },
    { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent' },
    { key: 'marginalRoi', label: 'Marginal ROI', unit: null, ...right, format: 'percent' },
    {
      key: 'costPerKpi',
      label: 'Cost per KPI',
      unit: currency,
      ...right,
      format: 'figure',
      droppable: summary.media.roas === null ? 0 : 8,
    },
    { key: 'pProfitable', label: 'Chance of profit', unit: null, ...right, format: 'probability', droppable: 2 },
    { key: 'flags', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 4 },
  ]
}
