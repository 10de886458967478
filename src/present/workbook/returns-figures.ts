import type { Returns, Summary } from '../../decision/results.js'
import type { Cell, Column, Table } from '../table/table.js'
import { flagText } from '../words/flag.js'
import { groupNotes } from '../words/group.js'
import { kpiWords } from '../words/kpi.js'
import { tailText, windowText, yearsIn } from '../words/window.js'

/** Every figure of what media did and returned, a row a channel, a group, and all paid media; figures without a meaning are left out. */
export function returnsFigures(summary: Summary): Table {
  const years = yearsIn(summary)
  const row = (name: string, kind: string, media: MediaFigures, channels = ''): Record<string, Cell> => ({
    ...returnFigures(media, years),
    name,
    kind,
    channels,
    flags: media.flags.map(flagText).join('; '),
  })
  const rows = [
    ...summary.channels.map((channel) => row(channel.name, channel.kind, channel)),
    ...summary.groups.map((group) => row(group.name, 'group', group, group.channels.join(', '))),
    row('all paid media', 'sum', summary.media),
  ]
  return {
    title: `What media did and returned, ${windowText(summary)}`,
    columns: returnColumns(summary).filter(({ key }) => rows.some((cells) => cells[key] !== null && cells[key] !== '')),
    rows,
    notes: [`5 % to 95 %: 9 of 10 cases. ${tailText(summary)}`, ...groupNotes(summary)],
  }
}

function returnFigures(returns: Returns, years: number): Record<string, Cell> {
  return {
    ...Object.fromEntries(figureKeys.map((key) => [key, returns[key]])),
    spendPerYear: returns.spend === null ? null : returns.spend / years,
  }
}

type MediaFigures = Returns & { readonly flags: readonly string[] }

const figureKeys = [
  'spend',
  'contribution',
  'share',
  'carriedIn',
  'carriedOut',
  'incrementalKpi',
  'incrementalValue',
  'profit',
  'roas',
  'marginalRoas',
  'roi',
  'marginalRoi',
  'costPerKpi',
  'pProfitable',
] as const satisfies readonly (keyof Returns)[]

function returnColumns(summary: Summary): Column[] {
  const { currency } = summary.kpi
  const { unit, noun } = kpiWords(summary)
  const text = { unit: null, align: 'left', format: 'text' } as const
  const right = { align: 'right' } as const
  const kpi = { unit, ...right, format: 'amount' } as const
  const money = { unit: currency, ...right, format: 'amount' } as const
  const ratio = { unit: null, ...right, format: 'ratio' } as const
  const percent = { unit: null, ...right, format: 'percent' } as const
  return [
    { key: 'name', label: 'Channel or group', ...text },
    { key: 'kind', label: 'Kind', ...text },
    { key: 'channels', label: 'Channels of the group', ...text },
    { key: 'spend', label: 'Spend', ...money },
    { key: 'spendPerYear', label: 'Spend per year', ...money },
    { key: 'contribution', label: 'Contribution', ...kpi },
    { key: 'share', label: 'Share of fitted total', ...percent },
    { key: 'carriedIn', label: 'Carried in', ...kpi },
    { key: 'carriedOut', label: 'Carried out', ...kpi },
    { key: 'incrementalKpi', label: `Incremental ${noun}`, ...kpi },
    { key: 'incrementalValue', label: 'Incremental value', ...money },
    { key: 'profit', label: 'Profit', ...money },
    { key: 'roas', label: 'ROAS', ...ratio },
    { key: 'marginalRoas', label: 'Marginal ROAS', ...ratio },
    { key: 'roi', label: 'ROI', ...percent },
    { key: 'marginalRoi', label: 'Marginal ROI', ...percent },
    { key: 'costPerKpi', label: 'Cost per KPI', unit: currency, ...right, format: 'figure' },
    { key: 'pProfitable', label: 'Chance of profit', unit: null, ...right, format: 'probability' },
    { key: 'flags', label: 'Note', ...text },
  ]
}
