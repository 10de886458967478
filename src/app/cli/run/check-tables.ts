import type { CausalityTest } from '../../../model/identify/causality-test.js'
import type { EventPeaks } from '../../../model/identify/event-peaks.js'
import type { ChannelIdentifiability, IdentifiabilityReport } from '../../../model/identify/identifiability.js'
import type { PriorBeliefs, PriorInterval } from '../../../model/identify/prior-beliefs.js'
import type { ReverseCausalityReport } from '../../../model/identify/reverse-causality.js'
import type { ResolvedDefault } from '../../../model/spec/assumption.js'
import type { Column, Interval, Table } from '../../../present/table/table.js'

const text = (key: string, label: string): Column => ({ key, label, unit: null, align: 'left', format: 'text' })
const figure = (key: string, label: string, format: Column['format'], droppable = 0): Column => {
  return { key, label, unit: null, align: 'right', format, droppable }
}

/** What the data can tell of each channel: a row a channel. */
export function identifiabilityTable(report: IdentifiabilityReport): Table {
  return {
    title: 'What the data can tell',
    columns: [
      text('channel', 'Channel'),
      figure('activePeriods', 'Active periods', 'exact'),
      figure('spendVariation', 'Spend variation', 'percent', 2),
      figure('informationLeft', 'Information left', 'percent'),
      { ...text('mostLike', 'Most like'), droppable: 1 },
      figure('vif', 'VIF', 'ratio', 3),
      figure('rowsPerParameter', 'Rows per parameter', 'ratio', 4),
      text('flags', 'Flags'),
    ],
    rows: report.channels.map((channel) => ({
      channel: channel.name,
      activePeriods: channel.activePeriods,
      spendVariation: channel.spendVariation,
      informationLeft: channel.informationLeft,
      mostLike: mostLike(channel),
      vif: channel.vif,
      rowsPerParameter: channel.rowsPerParameter,
      flags: channel.flags.join(', '),
    })),
    notes: [
      ...report.sentences,
      'Information left: the share of a channel’s variation, carry-over included, that season, trend, controls and slow demand don’t explain.',
    ],
  }
}

/** Whether spend seems to follow sales: a row a channel, a column a test. */
export function reverseCausalityTable(report: ReverseCausalityReport): Table {
  return {
    title: 'Does spend follow sales?',
    columns: [
      text('channel', 'Channel'),
      text('futureSpend', 'Next spend predicts sales'),
      text('pastSales', 'Past sales predict spend'),
      text('eventPeaks', 'Peaks fall on events'),
    ],
    rows: report.channels.map((channel) => ({
      channel: channel.name,
      futureSpend: testText(channel.futureSpend),
      pastSales: testText(channel.pastSales),
      eventPeaks: peaksText(channel.eventPeaks),
    })),
    notes: reverseCausalityNotes(report),
  }
}

/** What the priors alone say of each channel; what they say of all paid media stands in the notes. */
export function beliefsTable(beliefs: PriorBeliefs): Table {
  return {
    title: 'What the model believes before the data',
    columns: [
      text('channel', 'Channel'),
      figure('share', 'Share of the KPI', 'percent'),
      figure('roas', 'ROAS', 'ratio'),
      figure('profitable', 'Profitable', 'probability'),
    ],
    rows: beliefs.channels.map((channel) => ({
      channel: channel.name,
      share: medianInterval(channel.share),
      roas: channel.roas === null ? null : medianInterval(channel.roas),
      profitable: channel.profitable,
    })),
    notes: [...sentencesOnAll(beliefs), 'Medians, with 9 of 10 cases.'],
  }
}

/** Every setting of the model, defaults included, and where each comes from; what all channels share stands once. */
export function defaultsTable(defaults: readonly ResolvedDefault[], channels: readonly string[]): Table {
  return {
    title: 'Settings and defaults',
    columns: [text('what', 'What'), text('value', 'Value'), text('source', 'From')],
    rows: shareRows(defaults, channels).map(({ what, value, source }) => ({ what, value, source })),
  }
}

function shareRows(defaults: readonly ResolvedDefault[], channels: readonly string[]): ResolvedDefault[] {
  const settingOf = ({ what }: ResolvedDefault): { channel: string; setting: string } | null => {
    const channel = channels.find((name) => what.startsWith(`${name}: `))
    return channel === undefined ? null : { channel, setting: what.slice(channel.length + 2) }
  }
  const isShared = ({ value, source }: ResolvedDefault, setting: string): boolean => {
    const same = defaults.filter(
      (row) => settingOf(row)?.setting === setting && row.value === value && row.source === source,
    )
    return channels.length > 1 && same.length === channels.length
  }
  return defaults.flatMap((row) => {
    const place = settingOf(row)
    if (place === null || !isShared(row, place.setting)) return [row]
    return place.channel === channels[0] ? [{ ...row, what: `every channel: ${place.setting}` }] : []
  })
}

/** Sentences on single channels repeat the table. */
function sentencesOnAll({ sentences, channels }: PriorBeliefs): string[] {
  return sentences.filter((sentence) => !channels.some(({ name }) => sentence.startsWith(`${name}: `)))
}

/** The report's sentences, with what is unknown of several channels for the same reason said once. */
function reverseCausalityNotes({ channels, sentences }: ReverseCausalityReport): string[] {
  const unknown = channels.filter(({ eventPeaks }) => eventPeaks.status === 'unknown')
  const reasons = new Map<string, string[]>()
  for (const { name, eventPeaks } of unknown) {
    const reason = eventPeaks.sentence.split(' is unknown: ').at(-1) ?? eventPeaks.sentence
    reasons.set(reason, [...(reasons.get(reason) ?? []), name])
  }
  const rest = sentences.filter((sentence) => !unknown.some(({ eventPeaks }) => eventPeaks.sentence === sentence))
  const joined = [...reasons].map(([reason, names]) => {
    return `Whether peaks of spend fall on events is unknown of ${names.join(', ')}: ${reason}`
  })
  return [...rest, ...joined]
}

function mostLike({ correlations }: ChannelIdentifiability): string {
  const known = correlations.filter(
    (pair): pair is { channel: string; correlation: number } => pair.correlation !== null,
  )
  if (known.length === 0) return ''
  const { channel, correlation } = known.reduce((a, b) => (Math.abs(b.correlation) > Math.abs(a.correlation) ? b : a))
  return `${channel} (${correlation.toFixed(2)})`
}

function testText({ status, pValue, partialR2 }: CausalityTest): string {
  if (status === 'unknown') return 'unknown'
  if (status === 'none') return `no sign (p ${shortP(pValue)})`
  return `yes, partial R2 ${(partialR2 ?? 0).toFixed(2)}`
}

function peaksText({ status, peaks, peaksOnEvents, pValue }: EventPeaks): string {
  if (status === 'unknown') return 'unknown'
  const share = `${peaksOnEvents} of ${peaks}`
  return status === 'signal' ? `yes, ${share}` : `no sign (${share}, p ${shortP(pValue)})`
}

function shortP(p: number | null): string {
  return p === null ? 'unknown' : p < 0.01 ? '< 0.01' : p.toFixed(2)
}

function medianInterval({ median, q05, q95 }: PriorInterval): Interval {
  return { mean: median, q05, q95 }
}
