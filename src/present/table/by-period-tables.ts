import type { Estimate, Returns } from '../../decision/results.js'
import type { ByPeriod, CalendarSpan, ReturnsByPeriod } from '../../decision/readout/by-period.js'
import { kpiWords } from '../words/kpi.js'
import { countText } from '../words/window.js'
import { scaledEstimate } from './scaled-estimate.js'
import type { Cell, Column, Table } from './table.js'

/** Contributions by quarter or year, a row a span and part: what CSV and JSON hold. */
export function contributionsByPeriodTable(figures: ByPeriod): Table {
  const { unit } = kpiWords(figures)
  const right = { align: 'right' } as const
  return {
    title: `Contributions by ${figures.by}, ${rangeText(figures)}`,
    columns: [
      ...spanColumns(figures),
      { key: 'part', label: 'Part', unit: null, align: 'left', format: 'text' },
      { key: 'kind', label: 'Kind', unit: null, align: 'left', format: 'text' },
      { key: 'contribution', label: 'Contribution', unit, ...right, format: 'amount' },
      { key: 'share', label: 'Share of fitted total', unit: null, ...right, format: 'percent' },
      { key: 'carriedIn', label: 'Carried in', unit, ...right, format: 'amount', group: 'carried' },
      { key: 'carriedOut', label: 'Carried out', unit, ...right, format: 'amount', group: 'carried' },
    ],
    rows: figures.spans.flatMap((span, s) =>
      contributionRows(figures).map(({ part, kind, contribution, returns }) => ({
        ...spanCells(span),
        part,
        kind,
        contribution: contribution[s],
        share: scaledEstimate(contribution[s], 1 / figures.fitted[s].mean),
        carriedIn: returns?.[s].carriedIn ?? null,
        carriedOut: returns?.[s].carriedOut ?? null,
      })),
    ),
    notes: contributionNotes(figures),
  }
}

/** Returns on the spend of each quarter or year, a row a span and channel: what CSV and JSON hold. */
export function returnsByPeriodTable(figures: ByPeriod): Table {
  const rows = figures.spans.flatMap((span, s) =>
    returnRows(figures).map(({ name, kind, returns }): Row => ({
      ...spanCells(span),
      channel: name,
      kind,
      ...figuresOf(returns[s]),
    })),
  )
  const { currency } = figures.kpi
  const right = { align: 'right' } as const
  const columns: Column[] = [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'kind', label: 'Kind', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: currency, ...right, format: 'amount', digits: 3 },
    { key: 'incrementalKpi', label: 'Incremental KPI', unit: kpiWords(figures).unit, ...right, format: 'amount' },
    { key: 'incrementalValue', label: 'Incremental value', unit: currency, ...right, format: 'amount' },
    { key: 'profit', label: 'Profit', unit: currency, ...right, format: 'amount' },
    { key: 'roas', label: 'ROAS', unit: null, ...right, format: 'ratio' },
    { key: 'marginalRoas', label: 'Marginal ROAS', unit: null, ...right, format: 'ratio' },
    { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent' },
    { key: 'marginalRoi', label: 'Marginal ROI', unit: null, ...right, format: 'percent' },
    { key: 'costPerKpi', label: 'Cost per KPI', unit: currency, ...right, format: 'figure' },
    { key: 'pProfitable', label: 'Chance of profit', unit: null, ...right, format: 'probability' },
  ]
  return {
    title: `Returns by ${figures.by}, ${rangeText(figures)}`,
    columns: [...spanColumns(figures), ...columns.filter(({ key }) => rows.some((row) => row[key] !== null))],
    rows,
    notes: returnNotes(figures),
  }
}

/** The figures of the last so many spans. */
export function lastSpans(figures: ByPeriod, count: number): ByPeriod {
  const last = <T>(list: readonly T[]): readonly T[] => list.slice(-count)
  const returned = (rows: readonly ReturnsByPeriod[]): ReturnsByPeriod[] =>
    rows.map((row) => ({ ...row, returns: last(row.returns) }))
  return {
    ...figures,
    spans: last(figures.spans),
    parts: figures.parts.map((part) => ({ ...part, contribution: last(part.contribution) })),
    fitted: last(figures.fitted),
    observed: last(figures.observed),
    channels: returned(figures.channels),
    groups: returned(figures.groups),
    media: last(figures.media),
  }
}

/** Contributions with a column a span, for readers: as many tables as it takes at so many spans each. */
export function contributionPivots(figures: ByPeriod, atMost: number): Table[] {
  const rows = contributionRows(figures).map(({ part, contribution }) => ({ name: part, cells: contribution }))
  const column = { unit: kpiWords(figures).unit, format: 'amount', digits: 3 } as const
  return pivots(
    figures,
    { title: 'Contributions', head: 'Part', rows, column, notes: contributionNotes(figures) },
    atMost,
  )
}

/** Spend and the return on it, with a column a span: ROI where there is a margin, else ROAS, else cost per KPI. */
export function returnPivots(figures: ByPeriod, atMost: number): Table[] {
  const channels = returnRows(figures).filter(({ kind }) => kind !== 'organic')
  const has = (key: 'roi' | 'roas'): boolean => figures.media.some((returns) => returns[key] !== null)
  const measure = has('roi') ? measures.roi : has('roas') ? measures.roas : measures.costPerKpi
  const rowsOf = (pick: (returns: Returns) => Cell): PivotRow[] =>
    channels.map(({ name, returns }) => ({ name, cells: returns.map(pick) }))
  const { currency } = figures.kpi
  const spend = { title: 'Spend', head: 'Channel', column: { unit: currency, format: 'amount', digits: 3 } } as const
  const returns = {
    title: measure.title,
    head: 'Channel',
    column: { unit: measure.key === 'costPerKpi' ? currency : null, format: measure.format },
  } as const
  return [
    ...pivots(figures, { ...spend, rows: rowsOf((each) => each.spend), notes: [] }, atMost),
    ...pivots(figures, { ...returns, rows: rowsOf((each) => each[measure.key]), notes: returnNotes(figures) }, atMost),
  ]
}

const measures = {
  roi: { key: 'roi', title: 'ROI (profit, after margin)', format: 'percent' },
  roas: { key: 'roas', title: 'ROAS', format: 'ratio' },
  costPerKpi: { key: 'costPerKpi', title: 'Cost per incremental KPI', format: 'figure' },
} as const

type Row = Readonly<Record<string, Cell>>

interface PivotRow {
  readonly name: string
  readonly cells: readonly Cell[]
}

interface Pivot {
  readonly title: string
  readonly head: string
  readonly rows: readonly PivotRow[]
  readonly column: Pick<Column, 'unit' | 'format' | 'digits'>
  readonly notes: readonly string[]
}

/** Tables of at most so many spans; quarters of one year stay together, and notes stand under the last. */
function pivots(figures: ByPeriod, { title, head, rows, column, notes }: Pivot, atMost: number): Table[] {
  const parts = chunks(figures, atMost)
  return parts.map((spans, part) => ({
    title: `${title} by ${figures.by}, ${rangeText({ ...figures, spans })}`,
    columns: [
      { key: 'name', label: head, unit: null, align: 'left', format: 'text' },
      ...spans.map((span) => ({
        key: span.label,
        label: span.complete ? span.label : `${span.label} (${countText(span.periods, figures.period)})`,
        align: 'right' as const,
        group: 'figures',
        ...column,
      })),
    ],
    rows: rows.map(({ name, cells }) => ({
      name,
      ...Object.fromEntries(spans.map((span) => [span.label, cells[figures.spans.indexOf(span)]])),
    })),
    notes: part === parts.length - 1 ? notes : [],
  }))
}

function chunks({ by, spans }: ByPeriod, atMost: number): CalendarSpan[][] {
  const groups: CalendarSpan[][] = []
  for (const span of spans) {
    const last = groups.at(-1)
    const sameYear = by === 'year' || last?.[0].label.slice(0, 4) === span.label.slice(0, 4)
    if (last !== undefined && last.length < atMost && sameYear) last.push(span)
    else groups.push([span])
  }
  return groups
}

interface ContributionRow {
  readonly part: string
  readonly kind: string
  readonly contribution: readonly Estimate[]
  readonly returns: readonly Returns[] | null
}

function contributionRows({ parts, channels, groups, media, fitted }: ByPeriod): ContributionRow[] {
  const sums = [...groups, { name: 'all paid media', kind: 'sum', returns: media }]
  return [
    ...parts.map(({ name, kind, contribution }) => ({
      part: name,
      kind,
      contribution,
      returns: channels.find((channel) => channel.name === name && channel.kind === kind)?.returns ?? null,
    })),
    ...sums.map(({ name, kind, returns }) => ({
      part: name,
      kind,
      contribution: returns.map(({ contribution }) => contribution),
      returns,
    })),
    { part: 'fitted total', kind: 'sum', contribution: fitted, returns: null },
  ]
}

function returnRows({
  channels,
  groups,
  media,
}: ByPeriod): readonly (Pick<ReturnsByPeriod, 'name' | 'returns'> & { kind: string })[] {
  return [...channels, ...groups, { name: 'all paid media', kind: 'sum', returns: media }]
}

function figuresOf({ spend, incrementalKpi, incrementalValue, profit, ...rest }: Returns): Row {
  const { roas, marginalRoas, roi, marginalRoi, costPerKpi, pProfitable } = rest
  return {
    spend,
    incrementalKpi,
    incrementalValue,
    profit,
    roas,
    marginalRoas,
    roi,
    marginalRoi,
    costPerKpi,
    pProfitable,
  }
}

function spanColumns({ by }: ByPeriod): Column[] {
  const text = { unit: null, align: 'left', format: 'text' } as const
  return [
    { key: by, label: by === 'year' ? 'Year' : 'Quarter', ...text },
    { key: 'from', label: 'From', ...text },
    { key: 'to', label: 'To', ...text },
    { key: 'periods', label: 'Periods', unit: null, align: 'right', format: 'exact' },
    { key: 'complete', label: 'Complete', ...text },
  ]
}

function spanCells({ label, from, to, periods, complete }: CalendarSpan): Row {
  return { [label.includes('Q') ? 'quarter' : 'year']: label, from, to, periods, complete }
}

function rangeText({ spans }: Pick<ByPeriod, 'spans'>): string {
  const [from, to] = [spans[0].from, spans[spans.length - 1].to]
  return from === to ? from : `${from} to ${to}`
}

function contributionNotes(figures: ByPeriod): string[] {
  return [
    'Ranges: 9 of 10 cases. Baseline, treatments, controls and channels add up to the fitted total (in means).',
    ...partialNotes(figures),
  ]
}

function returnNotes(figures: ByPeriod): string[] {
  return [
    `Ranges: 9 of 10 cases. The spend of each ${figures.by} with all that it causes, after the ${figures.by} too, and nothing that earlier spend causes.`,
    `Where media saturate, the effects of single ${figures.by}s don’t add up to that of the whole window.`,
    ...partialNotes(figures),
  ]
}

function partialNotes({ spans, by, period }: ByPeriod): string[] {
  return spans.every(({ complete }) => complete)
    ? []
    : [`A number of ${period}s in brackets: the window holds only these of the ${by}.`]
}
