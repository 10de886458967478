import type { ByPeriod, CalendarSpan } from '../../decision/readout/by-period.js'
import type { Returns, Summary } from '../../decision/results.js'
import type { Cell, Column, Table } from '../table/table.js'
import { kpiWords } from '../words/kpi.js'
import { countText, tailText, yearsIn } from '../words/window.js'
import { returnColumns, returnFigures } from './returns-figures.js'

/** Contributions by calendar year or quarter: a row a part, a column a span; the parts of a span add up to its fitted KPI. */
export function spanContributions(summary: Summary, { by, spans, parts, fitted, observed }: ByPeriod): Table {
  const { unit } = kpiWords(summary)
  const row = (name: string, kind: string, cells: readonly Cell[]): Record<string, Cell> => ({
    name,
    kind,
    ...Object.fromEntries(cells.map((cell, place) => [spanKey(place), cell])),
  })
  return {
    title: `Contributions by ${by}, ${summary.window.from} to ${summary.window.to}`,
    columns: [
      { key: 'name', label: 'Part', unit: null, align: 'left', format: 'text' },
      { key: 'kind', label: 'Kind', unit: null, align: 'left', format: 'text' },
      ...spans.map((span, place): Column => ({
        key: spanKey(place),
        label: spanLabel(span, summary),
        unit,
        align: 'right',
        format: 'amount',
      })),
    ],
    rows: [
      ...parts.map((part) => row(part.name, part.kind, part.contribution)),
      row('fitted', 'sum', fitted),
      row('observed', 'data', observed),
    ],
    notes: [
      `A ${summary.window.period} belongs to the ${by} in which it begins. Ranges: 9 of 10 cases. Parts add up to fitted (in means), and ${by}s to the window.`,
    ],
  }
}

/** Returns by calendar year or quarter: every figure, a row a span and channel, group or all paid media. */
export function spanReturns(summary: Summary, { by, spans, channels, groups, media }: ByPeriod): Table {
  const years = (span: CalendarSpan): number => (yearsIn(summary) * span.periods) / summary.window.periods
  const rows = spans.flatMap((span, place) => {
    const row = (name: string, kind: string, returns: Returns): Record<string, Cell> => ({
      span: spanLabel(span, summary),
      ...returnFigures(returns, years(span)),
      name,
      kind,
    })
    return [
      ...[...channels, ...groups].map(({ name, kind, returns }) => row(name, kind, returns[place])),
      row('all paid media', 'sum', media[place]),
    ]
  })
  const span: Column = {
    key: 'span',
    label: by === 'year' ? 'Year' : 'Quarter',
    unit: null,
    align: 'left',
    format: 'text',
  }
  return {
    title: `What media did and returned by ${by}, ${summary.window.from} to ${summary.window.to}`,
    columns: [span, ...returnColumns(summary)].filter(({ key }) => rows.some((row) => (row[key] ?? null) !== null)),
    rows,
    notes: [
      `Each ${by}’s spend against the same plan without it, with its effect after the ${by}: where media saturate, returns of the ${by}s don’t add up to the window’s. ${tailText(summary)}`,
    ],
  }
}

/** A span's key among columns; a label could be anything. */
export function spanKey(place: number): string {
  return `span.${place}`
}

/** 2024, or 2024 (26 weeks) where the window holds a part of it. */
function spanLabel({ label, periods, complete }: CalendarSpan, { window }: Summary): string {
  return complete ? label : `${label} (${countText(periods, window.period)})`
}
