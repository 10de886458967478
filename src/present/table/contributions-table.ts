import type { Estimate, Returns, Summary } from '../../decision/results.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { scaledEstimate } from './scaled-estimate.js'
import type { Cell, Table } from './table.js'

/**
 * What every part of the fitted total contributed over the window: baseline, treatments, controls, channels, groups.
 *
 * Baseline, treatments, controls and channels add up to the fitted total in means; groups and all paid media are sums
 * of channels again. Shares are of the fitted total.
 */
export function contributionsTable(summary: Summary): Table {
  const total = summary.fitted.mean.reduce((sum, value) => sum + value, 0)
  const part = (name: string, kind: string, contribution: Estimate): Record<string, Cell> => ({
    part: name,
    kind,
    contribution,
    share: scaledEstimate(contribution, 1 / total),
    carriedIn: null,
    carriedOut: null,
  })
  const { channels, groups, media } = summary
  const { unit } = kpiWords(summary)
  return {
    title: `Contributions, ${windowText(summary)}`,
    columns: [
      { key: 'part', label: 'Part', unit: null, align: 'left', format: 'text' },
      { key: 'kind', label: 'Kind', unit: null, align: 'left', format: 'text', droppable: 3 },
      { key: 'contribution', label: 'Contribution', unit, align: 'right', format: 'amount' },
      { key: 'share', label: 'Share of fitted total', unit: null, align: 'right', format: 'percent' },
      { key: 'carriedIn', label: 'Carried in', unit, align: 'right', format: 'amount', group: 'carried', droppable: 2 },
      {
        key: 'carriedOut',
        label: 'Carried out',
        unit,
        align: 'right',
        format: 'amount',
        group: 'carried',
        droppable: 1,
      },
    ],
    rows: [
      part('baseline', 'baseline', summary.baseline.contribution),
      ...summary.treatments.map(({ name, contribution }) => part(name, 'treatment', contribution)),
      ...summary.controls.map(({ name, contribution }) => part(name, 'control', contribution)),
      ...channels.map((channel) => ({ ...part(channel.name, channel.kind, channel.contribution), ...bridge(channel) })),
      ...groups.map((group) => ({ ...part(group.name, 'group', group.contribution), ...bridge(group) })),
      { ...part('all paid media', 'sum', media.contribution), ...bridge(media) },
    ],
    notes: [
      'Ranges: 9 of 10 cases. Baseline, treatments, controls and channels add up to the fitted total (in means).',
      'Carried in: caused by media before the window, part of the contribution. Carried out: what the window’s media cause after it.',
    ],
  }
}

function bridge({ share, carriedIn, carriedOut }: Returns): Record<string, Cell> {
  return { share, carriedIn, carriedOut }
}
