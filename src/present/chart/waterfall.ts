import type { PartSummary, ReportData, Summary } from '../../decision/results.js'
import { formatNumber, formatPercent } from '../../decision/words/format.js'
import { kpiAmount, kpiInterval, kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { amountAxis, axisTitle } from './amount-axis.js'
import { tip, type Chart } from './chart.js'
import { nameAxis } from './name-axis.js'
import { chartConfig, type Theme } from './theme.js'
import { stepRow, waterfallLayers, type WaterfallStep } from './waterfall-layers.js'
import type { Table } from '../table/table.js'

/**
 * How the fitted total builds up: baseline, then everything that adds, then everything that takes away, then the total.
 *
 * A treatment or control that helps in some periods and harms in others has a bar for each: its net would hide both.
 * What it is counted against stands in the caption.
 */
export function waterfallChart(data: Pick<ReportData, 'summary' | 'references'>, theme: Theme): Chart {
  const { summary } = data
  const steps = stepsOf(summary)
  const { noun, unit } = kpiWords(summary)
  const axis = amountAxis(
    steps.map(({ end }) => end),
    unit,
  )
  const height = 30 * steps.length
  return {
    name: 'waterfall',
    title: 'From baseline to total',
    subtitle: [`${windowText(summary)}; lines: 9 of 10 cases`, ...referenceText(data)].join('. '),
    columns: 1,
    legend: [
      { label: 'adds', mark: 'area', color: theme.estimate },
      ...(steps.some(({ kind }) => kind === 'minus')
        ? [{ label: 'takes away', mark: 'area', color: theme.contrast } as const]
        : []),
      { label: 'baseline and total', mark: 'area', color: theme.baselineEdge },
    ],
    panels: [
      {
        title: '',
        note: '',
        height,
        description: describe(summary, steps),
        spec: {
          width: 760,
          height,
          config: chartConfig(theme),
          datasets: { steps: steps.map((step) => rowOf(step, axis.size, summary)) },
          data: { name: 'steps', format: { parse: null } },
          encoding: { y: nameAxis('key', keysOf(steps), theme) },
          layer: waterfallLayers(
            {
              title: axisTitle(`${noun === 'KPI' ? 'KPI' : 'Revenue'} over the window`, axis),
              labels: steps.map((step) => labelOf(step, summary)),
              top: Math.max(...steps.map(topOf)) / axis.size,
              colors: { level: theme.baselineEdge, plus: theme.estimate, minus: theme.contrast },
            },
            theme,
          ),
        },
      },
    ],
    table: stepTable(summary, steps),
  }
}

/** Its interval is of the whole part. */
type Step = WaterfallStep<'level' | 'plus' | 'minus'>

function stepsOf(summary: Summary): Step[] {
  const { baseline } = summary
  const parts = [...summary.treatments, ...summary.controls].map(halves)
  const channels = summary.channels.map(({ name, contribution }) => ({ name, contribution }))
  const pluses = [
    ...parts.flatMap(({ name, plus, minus, part }) =>
      plus > 0
        ? [{ name: minus < 0 ? `${name} (plus)` : name, value: plus, interval: minus < 0 ? null : bounds(part) }]
        : [],
    ),
    ...channels
      .filter((c) => c.contribution.mean >= 0)
      .map((c) => ({ name: c.name, value: c.contribution.mean, interval: bounds(c) })),
  ]
  const minuses = [
    ...channels
      .filter((c) => c.contribution.mean < 0)
      .map((c) => ({ name: c.name, value: c.contribution.mean, interval: bounds(c) })),
    ...parts.flatMap(({ name, plus, minus, part }) =>
      minus < 0
        ? [{ name: plus > 0 ? `${name} (minus)` : name, value: minus, interval: plus > 0 ? null : bounds(part) }]
        : [],
    ),
  ]
  const steps: Step[] = [
    {
      key: 'baseline',
      label: 'baseline',
      kind: 'level',
      start: 0,
      end: baseline.contribution.mean,
      interval: bounds(baseline),
    },
  ]
  let level = baseline.contribution.mean
  for (const { name, value, interval } of [...pluses, ...minuses]) {
    steps.push({
      key: `${steps.length} ${name}`,
      label: name,
      kind: value >= 0 ? 'plus' : 'minus',
      start: level,
      end: level + value,
      interval,
    })
    level += value
  }
  return [...steps, { key: 'total', label: 'fitted total', kind: 'level', start: 0, end: level, interval: null }]
}

function bounds({ contribution }: Pick<PartSummary, 'contribution'>): readonly [number, number] {
  return [contribution.q05, contribution.q95]
}

/** Sums of the periods in which a part adds, and in which it takes away; a trifle on either side counts with the other. */
function halves(part: PartSummary): { name: string; plus: number; minus: number; part: PartSummary } {
  const { mean } = part.series
  const plus = mean.reduce((sum, value) => sum + Math.max(0, value), 0)
  const minus = mean.reduce((sum, value) => sum + Math.min(0, value), 0)
  if (Math.min(plus, -minus) >= 0.02 * Math.max(plus, -minus)) return { name: part.name, plus, minus, part }
  const net = plus + minus
  return { name: part.name, plus: Math.max(0, net), minus: Math.min(0, net), part }
}

function keysOf(steps: readonly Step[]): string[] {
  return steps.map(({ key }) => key)
}

/** Right end of a step's bar or interval, where its label begins. */
function topOf({ start, end, kind, interval }: Step): number {
  return Math.max(start, end, (kind === 'level' ? 0 : start) + (interval?.[1] ?? 0))
}

/** Short, since the axis says the unit. */
function labelOf({ kind, key, start, end }: Step, summary: Summary): string {
  const value = kind === 'level' ? end : end - start
  const text = `${kind === 'plus' ? '+' : ''}${formatNumber(value)}`
  return key === 'total' ? text : `${text} (${formatPercent(value / totalOf(summary))})`
}

function rowOf(step: Step, size: number, summary: Summary): object {
  const value = step.kind === 'level' ? step.end : step.end - step.start
  const sign = step.kind === 'plus' ? '+' : ''
  const origin = step.kind === 'level' ? 0 : step.start
  const text = `${sign}${kpiAmount(value, summary)}`
  const share = formatPercent(value / totalOf(summary))
  return {
    ...stepRow(step, size, { origin, at: topOf(step), text: labelOf(step, summary) }),
    tip: tip([
      [step.label, ''],
      ['contribution', text],
      ...(step.interval === null ? [] : [['9 of 10 cases', kpiInterval(...step.interval, summary)] as const]),
      ['share of the fitted total', share],
    ]),
  }
}

function totalOf(summary: Summary): number {
  return summary.fitted.mean.reduce((sum, value) => sum + value, 0)
}

function referenceText({ references = [] }: Pick<ReportData, 'references'>): string[] {
  if (references.length === 0) return []
  const each = references.map(({ name, reference, rule }) => `${name} against ${formatNumber(reference)} (${rule})`)
  return [`Counted ${each.join('; ')}`]
}

function stepTable(summary: Summary, steps: readonly Step[]): Table {
  const { unit } = kpiWords(summary)
  return {
    title: 'From baseline to total',
    columns: [
      { key: 'part', label: 'Part', unit: null, align: 'left', format: 'text' },
      { key: 'amount', label: 'Adds or takes away', unit, align: 'right', format: 'amount', digits: 3 },
      { key: 'share', label: 'Share of fitted total', unit: null, align: 'right', format: 'percent' },
      { key: 'level', label: 'Level reached', unit, align: 'right', format: 'amount', digits: 3 },
    ],
    rows: steps.map(({ label, kind, start, end, interval }) => {
      const value = kind === 'level' ? end : end - start
      const amount = interval === null ? value : { mean: value, q05: interval[0], q95: interval[1] }
      return { part: label, amount, share: value / totalOf(summary), level: end }
    }),
  }
}

function describe(summary: Summary, steps: readonly Step[]): string {
  const parts = steps
    .slice(1, -1)
    .map(
      ({ label, start, end }) =>
        `${label} ${end >= start ? 'adds' : 'takes away'} ${kpiAmount(Math.abs(end - start), summary)}`,
    )
  return `Waterfall from a baseline of ${kpiAmount(steps[0].end, summary)}: ${parts.join(', ')}; fitted total ${kpiAmount(steps.at(-1)!.end, summary)}.`
}
