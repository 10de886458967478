import type { Estimate, PriorBelief, ReportData } from '../../decision/results.js'
import { formatInterval, formatNumber, formatPercent, formatProbability } from '../../decision/words/format.js'
import type { Table } from '../table/table.js'
import { drawn, tip, type Chart } from './chart.js'
import { hoverBands } from './hover.js'
import { nameAxis, valueAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'

type BeliefData = {
  readonly priorBeliefs: ReportData['priorBeliefs'] | undefined
  readonly summary: ReportData['summary']
}

/**
 * What the priors alone say of each channel's ROAS, beside what came out: where both agree the data added little.
 *
 * @returns null where the report has no prior beliefs, or no channel has a ROAS.
 */
export function priorBeliefsChart(
  { priorBeliefs, summary }: Pick<ReportData, 'priorBeliefs' | 'summary'>,
  theme: Theme,
): Chart | null {
  const rows = rowsOf({ priorBeliefs, summary })
  if (priorBeliefs === null || priorBeliefs === undefined || rows.length === 0) return null
  const height = 40 * rows.length
  const { paidShare } = priorBeliefs
  return {
    name: 'prior-beliefs',
    title: 'What was believed before the data',
    subtitle: `Before: all paid media cause ${formatPercent(paidShare.median)} of the KPI (${formatInterval(paidShare.q05, paidShare.q95, 'percent')}). Lines: 9 of 10 cases; ROAS on a logarithmic scale`,
    columns: 1,
    legend: [
      { label: 'before the data (median)', mark: 'hollow', color: theme.muted },
      { label: 'after (mean)', mark: 'circle', color: theme.estimate },
    ],
    panels: [
      {
        title: '',
        note: '',
        height,
        description: `ROAS before and after the data: ${rows.map(({ name, before, after }) => `${name} ${beliefText(before)} before, ${estimateText(after)} after`).join('; ')}.`,
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: {
            marks: rows.flatMap(marksOf),
            rows: rows.map(({ key, name, before, after }) => ({
              key,
              tip: tip([
                [name, ''],
                ['before', beliefText(before)],
                ['after', estimateText(after)],
              ]),
            })),
          },
          data: { name: 'marks', format: { parse: null } },
          layer: layers(rows, theme),
        },
      },
    ],
    table: beliefTable(priorBeliefs, rows),
  }
}

interface Row {
  readonly key: string
  readonly name: string
  readonly before: PriorBelief
  readonly after: Estimate
  readonly pProfitable: number | null
}

function rowsOf({ priorBeliefs, summary }: BeliefData): Row[] {
  const found = (priorBeliefs?.channels ?? []).flatMap(({ channel, roas, pProfitable }) => {
    const after = summary.channels.find(({ name }) => name === channel)?.roas ?? null
    return roas === null || after === null ? [] : [{ name: channel, before: roas, after, pProfitable }]
  })
  return found.map((row, index) => ({ ...row, key: `${index} ${row.name}` }))
}

function beliefText({ median, q05, q95 }: PriorBelief): string {
  return `${formatNumber(median, { digits: 2 })} (${formatInterval(q05, q95, 'number', { digits: 2 })})`
}

function estimateText({ mean, q05, q95 }: Estimate): string {
  return `${formatNumber(mean, { digits: 2 })} (${formatInterval(q05, q95, 'number', { digits: 2 })})`
}

/** A logarithmic axis has no zero: what lies below a hundredth is drawn there. */
const least = 0.01

function marksOf({ key, before, after }: Row): object[] {
  const mark = (when: string, middle: number, low: number, high: number): object => ({
    key,
    when,
    x: drawn(Math.max(least, middle)),
    low: drawn(Math.max(least, low)),
    high: drawn(Math.max(least, high)),
  })
  return [mark('before', before.median, before.q05, before.q95), mark('after', after.mean, after.q05, after.q95)]
}

function layers(rows: readonly Row[], theme: Theme): object[] {
  const y = nameAxis(
    'key',
    rows.map(({ key }) => key),
    theme,
  )
  const domain = ['before', 'after']
  const yOffset = { field: 'when', type: 'nominal', scale: { domain, paddingOuter: 0.6 } }
  const color = { field: 'when', type: 'nominal', scale: { domain, range: [theme.muted, theme.estimate] } }
  const axis = { ...valueAxis('ROAS'), format: '~r', values: ticksOf(rows) }
  const x = (field: string): object => ({ field, type: 'quantitative', scale: { type: 'log', nice: false }, axis })
  return [
    {
      mark: { type: 'rule', strokeWidth: 2 },
      encoding: { x: x('low'), x2: { field: 'high' }, y, yOffset, stroke: color },
    },
    {
      mark: { type: 'point', opacity: 1, size: 60, strokeWidth: 2 },
      encoding: {
        x: x('x'),
        y,
        yOffset,
        stroke: color,
        fill: { ...color, scale: { domain, range: [theme.background, theme.estimate] } },
      },
    },
    { data: { name: 'rows', format: { parse: null } }, ...hoverBands({ y }, theme) },
  ]
}

/** 1, 2 and 5 times powers of ten, inside what is drawn. */
function ticksOf(rows: readonly Row[]): number[] {
  const ends = rows
    .flatMap(({ before, after }) => [before.q05, before.q95, after.q05, after.q95])
    .map((x) => Math.max(least, x))
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const all = [0.01, 0.1, 1, 10, 100, 1000].flatMap((power) => [power, 2 * power, 5 * power])
  const inside = all.filter((tick) => tick >= low && tick <= high)
  return inside.length > 0 ? inside : [low, high].map(drawn)
}

function beliefTable({ paidShare }: NonNullable<ReportData['priorBeliefs']>, rows: readonly Row[]): Table {
  return {
    title: 'ROAS before and after the data',
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      { key: 'median', label: 'Before, median', unit: null, align: 'right', format: 'ratio' },
      { key: 'interval', label: 'Before, 9 of 10 cases', unit: null, align: 'right', format: 'ratio' },
      { key: 'after', label: 'After', unit: null, align: 'right', format: 'ratio' },
      { key: 'pProfitable', label: 'Profitable before', unit: null, align: 'right', format: 'probability' },
    ].filter(
      ({ key }) => key !== 'pProfitable' || rows.some(({ pProfitable }) => pProfitable !== null),
    ) as Table['columns'],
    rows: rows.map(({ name, before, after, pProfitable }) => ({
      channel: name,
      median: before.median,
      interval: { low: before.q05, high: before.q95 },
      after,
      pProfitable,
    })),
    notes: [
      `All paid media before the data: ${formatPercent(paidShare.median)} of the KPI (${formatInterval(paidShare.q05, paidShare.q95, 'percent')}).`,
      ...chanceNote(rows),
    ],
  }
}

function chanceNote(rows: readonly Row[]): string[] {
  const known = rows.flatMap(({ name, pProfitable }) =>
    pProfitable === null ? [] : [`${name} ${formatProbability(pProfitable)}`],
  )
  return known.length === 0 ? [] : [`Chance of profit before the data: ${known.join(', ')}.`]
}
