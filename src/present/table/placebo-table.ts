import { measureText } from '../../decision/robustness/study-words.js'
import type { Placebo, PlaceboAnswer } from '../../decision/planted/placebo.js'
import type { Cell, Column, Interval, Table } from './table.js'

/** What placebos were given, beside the channels that they copy: a row a placebo. */
export function placeboTable(placebo: Placebo): Table {
  const rows = placebo.channels.flatMap(({ name, measure, placebos }) =>
    placebos.map((answer, i) => rowOf(answer, { name: i === 0 ? name : '', onSpend: measure !== 'share' })),
  )
  const { chains, draws } = placebo.refits
  return {
    title: 'What a channel that does nothing is given',
    columns: columnsOf(placebo).filter(({ key }) => rows.some((row) => row[key] !== null)),
    rows,
    notes: [
      `Each placebo is one more channel with the transforms and priors of the one it copies, refitted with all the others by ${chains} short chains of ${draws} draws each. Ranges: 9 of 10 cases; the prior’s figure is its median.`,
      'Above: the probability that the channel contributes more than its placebo.',
      ...placebo.leftOut,
    ],
  }
}

function columnsOf({ channels, currency }: Placebo): Column[] {
  const right = { unit: null, align: 'right' } as const
  const what = measureText(channels.find(({ measure }) => measure !== 'share')?.measure ?? 'share', currency)
  const percent = { ...right, format: 'percent', group: 'share' } as const
  const ratio = { ...right, format: 'ratio', group: 'return' } as const
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'placebo', label: 'Placebo', unit: null, align: 'left', format: 'text' },
    { key: 'share', label: 'Share given', ...percent },
    { key: 'prior', label: 'Prior’s share', ...percent, droppable: 2 },
    { key: 'ownShare', label: 'Own share', ...percent },
    { key: 'return', label: `${what} given`, ...ratio },
    { key: 'ownReturn', label: `Own ${what}`, ...ratio, droppable: 3 },
    { key: 'profitable', label: 'Looks profitable', ...right, format: 'probability', droppable: 1 },
    { key: 'above', label: 'Above', ...right, format: 'probability' },
  ]
}

function rowOf(
  { kind, by, placebo, prior, own, above }: PlaceboAnswer,
  { name, onSpend }: { readonly name: string; readonly onSpend: boolean },
): Record<string, Cell> {
  return {
    channel: name,
    placebo: kind === 'shuffled' ? `shuffled in blocks of ${by}` : `shifted by ${by}`,
    share: placebo.share,
    prior: prior === null ? null : priorInterval(prior),
    ownShare: own.share,
    return: onSpend ? placebo.answer : null,
    ownReturn: onSpend ? own.answer : null,
    profitable: placebo.profitable,
    above,
  }
}

function priorInterval({ share }: NonNullable<PlaceboAnswer['prior']>): Interval {
  return { mean: share.median, q05: share.q05, q95: share.q95 }
}
