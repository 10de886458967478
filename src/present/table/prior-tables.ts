import type { MediaBeliefs, PriorBeliefs, PriorInterval } from '../../model/identify/prior-beliefs.js'
import type { PriorPredictive } from '../../model/identify/prior-predictive.js'
import { kpiWords, type KpiOf } from '../words/kpi.js'
import type { Column, Interval, Table } from './table.js'

const figure = (key: string, label: string, format: Column['format'], more: Partial<Column> = {}): Column => {
  return { key, label, unit: null, align: 'right', format, ...more }
}

/** What the priors say of every channel: share, contribution, ROAS and the chance of profit. */
export function priorMediaTable(beliefs: PriorBeliefs, predictive: PriorPredictive, kpi: KpiOf): Table {
  const contribution = (name: string): PriorInterval | null =>
    predictive.channels.find((channel) => channel.name === name)?.contribution ?? null
  const row = (name: string, media: MediaBeliefs, amount: PriorInterval | null) => ({
    channel: name,
    share: asInterval(media.share),
    contribution: amount === null ? null : asInterval(amount),
    roas: media.roas === null ? null : asInterval(media.roas),
    profitable: media.profitable,
  })
  return {
    title: 'What the priors believe of media',
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      figure('share', 'Share of the KPI', 'percent'),
      figure('contribution', 'Contribution', 'amount', { unit: kpiWords(kpi).unit, digits: 3 }),
      figure('roas', 'ROAS', 'ratio'),
      figure('profitable', 'Profitable', 'probability'),
    ],
    rows: [
      ...(beliefs.paid === null ? [] : [row('all paid media', beliefs.paid, predictive.paid)]),
      ...beliefs.channels.map((channel) => row(channel.name, channel, contribution(channel.name))),
    ],
    notes: ['Medians, with 9 of 10 cases, before the KPI was looked at.'],
  }
}

/** The KPI that the priors of the whole model draw, beside the observed one. */
export function priorKpiTable(predictive: PriorPredictive, period: string, kpi: KpiOf): Table {
  const amount = { unit: kpiWords(kpi).unit, digits: 3, group: 'kpi' }
  const { observed } = predictive
  const total = observed.reduce((sum, value) => sum + value, 0)
  const middle = observed.toSorted((a, b) => a - b)[Math.floor(observed.length / 2)]
  return {
    title: 'What the priors believe of the KPI',
    columns: [
      { key: 'what', label: 'What', unit: null, align: 'left', format: 'text' },
      figure('prior', 'Before the data', 'amount', amount),
      figure('observed', 'Observed', 'amount', amount),
    ],
    rows: [
      { what: `KPI of one ${period}`, prior: asInterval(predictive.period), observed: middle },
      { what: `all ${observed.length} ${period}s`, prior: asInterval(predictive.total), observed: total },
      { what: 'baseline, controls and treatments', prior: asInterval(predictive.baseline), observed: null },
    ],
    notes: [
      `Medians, with 9 of 10 cases; observed: the median ${period}, and the sum.`,
      ...(predictive.sentences.length > 0
        ? predictive.sentences
        : ['The priors put next to no mass on what cannot be.']),
    ],
  }
}

/** Medians stand where means usually do: heavy-tailed priors have none. */
function asInterval({ median, q05, q95 }: PriorInterval): Interval {
  return { mean: median, median, q05, q95 }
}
