import type { Column, Table } from '../../present/table/table.js'
import type { Comparison, Move } from './compare-fits.js'
import { kpiWords } from '../../present/words/kpi.js'
import { countText } from '../../present/words/window.js'

/** Contribution and ROAS of every channel in both fits: a row a channel. */
export function comparisonTable({ channels, media, kpi, window, quality, sentences }: Comparison): Table {
  const hasRoas = channels.some(({ roas }) => roas.before !== null || roas.after !== null)
  return {
    title: `What moved, ${window.from} to ${window.to}, ${countText(window.periods, window.period)}`,
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      ...(hasRoas ? figureColumns('roas', 'ROAS', { format: 'ratio', unit: null }) : []),
      ...figureColumns('contribution', 'Contribution', { format: 'amount', unit: kpiWords({ kpi }).unit }),
    ],
    rows: [...channels, { name: 'all paid media', ...media }].map(({ name, roas, contribution }) => ({
      channel: name,
      ...figureCells('roas', roas),
      ...figureCells('contribution', contribution),
    })),
    notes: [
      ...sentences,
      `R2 went from ${quality.before.r2.toFixed(3)} to ${quality.after.r2.toFixed(3)}.`,
      'Moved: difference of the means in standard deviations; below 1 it is within what the data leave open.',
    ],
  }
}

function figureColumns(key: string, label: string, kind: Pick<Column, 'format' | 'unit'>): Column[] {
  const column = { align: 'right', ...kind } as const
  return [
    { ...column, key: `${key}Before`, label: `${label} before` },
    { ...column, key: `${key}After`, label: 'after' },
    { ...column, key: `${key}Moved`, label: 'moved', format: 'ratio', unit: null, droppable: 1 },
  ]
}

function figureCells(key: string, { before, after, inDeviations }: Move): Table['rows'][number] {
  return { [`${key}Before`]: before, [`${key}After`]: after, [`${key}Moved`]: inDeviations }
}
