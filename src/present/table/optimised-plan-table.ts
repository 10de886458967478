import type { PlanDocument } from '../../decision/optimise/plan-document.js'
import { targetName } from '../../decision/optimise/plan-request.js'
import { tailText, windowText } from '../words/window.js'
import type { Cell, Column, Table } from './table.js'

/** An optimised plan, a row a paid channel: today's spend and the planned one, the change, how sure it is, and its limits. */
export function optimisedPlanTable(document: PlanDocument): Table {
  const { currency, quantile, objective } = document
  const rows = document.channels
    .filter(({ kind }) => kind === 'paid')
    .map((channel): Record<string, Cell> => ({
      channel: channel.name,
      today: channel.today,
      spend: channel.spend,
      change: changeOf(channel.today, channel.spend ?? 0),
      sure: channel.direction,
      limits: channel.max === null ? null : { low: channel.min, high: channel.max },
      roas: channel.roas,
      shadowPrice: channel.shadowPrice === 0 ? null : channel.shadowPrice,
      note: noteOf(channel),
    }))
  rows.push({
    channel: 'all paid media',
    today: document.today.spend,
    spend: document.spend,
    change: changeOf(document.today.spend, document.spend),
    sure: null,
    limits: null,
    roas: document.roas,
    shadowPrice: document.shadowPrice,
    note: '',
  })
  const money = { unit: currency, align: 'right', format: 'amount', digits: 3, group: 'spend' } as const
  const right = { unit: null, align: 'right' } as const
  const columns: Column[] = [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'today', label: 'Today', ...money },
    { key: 'spend', label: 'Plan', ...money },
    { key: 'change', label: 'Change', ...right, format: 'percent' },
    { key: 'sure', label: 'Right way', ...right, format: 'probability' },
    { key: 'limits', label: 'Limits', ...money, droppable: 3 },
    { key: 'roas', label: 'ROAS', ...right, format: 'ratio', droppable: 4 },
    { key: 'shadowPrice', label: 'One more', ...right, format: 'ratio', droppable: 2 },
    { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 1 },
  ]
  return {
    title: `Plan for ${objective === 'efficiency' ? '' : 'the most '}${objectiveText(document)}${quantile === null ? '' : ` (quantile ${quantile})`}, ${windowText(document)}`,
    columns: columns.filter(({ key }) => rows.some((row) => row[key] !== null && row[key] !== '')),
    rows,
    notes: [
      `Spend over the window. ${rows.some(({ sure }) => sure !== null) ? 'Right way: share of draws in which the change goes the right way at today’s spend. ' : ''}One more: what one more ${currency} of a channel’s limit, or of the total, would bring. ${tailText(document)}`,
      ...document.assumptions,
    ],
  }
}

function objectiveText({ objective, target }: PlanDocument): string {
  if (target !== null) return `outcome at a ${targetName(target.of)} of ${target.value}`
  return objective
}

function changeOf(today: number, planned: number): number | null {
  return today > 0 ? planned / today - 1 : null
}

function noteOf({ observed, direction, flags, min, max, today, spend }: PlanDocument['channels'][number]): string {
  const notes = [
    ...(observed ? [] : ['beyond what history shows']),
    ...(direction !== null && direction < 0.8 ? ['too close to call'] : []),
    ...(flags.includes('demand-capture') ? ['captures demand'] : []),
    ...(max !== null && min === max && spend === today ? ['locked'] : []),
  ]
  return notes.join('; ')
}
