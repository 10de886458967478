import type { ReportData } from '../../decision/results.js'
import { windowText } from '../words/window.js'
import type { Column, Table } from './table.js'

/** What another 10 % of each channel's spend would return, a row a channel. */
export function nextTenPercentTable({
  nextTenPercent,
  summary,
}: Pick<ReportData, 'nextTenPercent' | 'summary'>): Table {
  const { currency } = summary.kpi
  const money = { unit: currency, align: 'right', format: 'amount' } as const
  const columns: Column[] = [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Extra spend', ...money, digits: 3 },
    { key: 'value', label: 'Extra value', ...money },
    { key: 'roas', label: 'ROAS of it', unit: null, align: 'right', format: 'ratio' },
    { key: 'profit', label: 'Extra profit', ...money },
  ]
  return {
    title: `The next 10 % of spend, ${windowText(summary)}`,
    columns: columns.filter(({ key }) =>
      nextTenPercent.some((row) => (row as unknown as Record<string, unknown>)[key] !== null),
    ),
    rows: nextTenPercent.map(({ channel, spend, value, roas, profit }) => ({ channel, spend, value, roas, profit })),
  }
}
