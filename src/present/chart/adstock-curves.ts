import type { AdstockCurve, ReportData, Summary } from '../../decision/results.js'
import { formatInterval, formatNumber, formatPercent } from '../../decision/words/format.js'
import { countText } from '../words/window.js'
import type { Table } from '../table/table.js'
import { drawn, tip, type Chart, type Panel } from './chart.js'
import { hoverBands } from './hover.js'
import { chartConfig, type Theme } from './theme.js'

/** When the effect of one period's media arrives: a panel a channel, the share of the effect by lag. */
export function adstockCurvesChart({ adstock, summary }: Pick<ReportData, 'adstock' | 'summary'>, theme: Theme): Chart {
  const { period } = summary.window
  const lags = Math.min(26, Math.max(2, ...adstock.map(lagsWorthDrawing)))
  return {
    name: 'adstock',
    title: 'Adstock: when the effect arrives',
    subtitle: `Share of the effect of one ${period}’s media by ${period}s after it. Lines: 9 of 10 cases`,
    columns: 3,
    legend: [],
    panels: adstock.map((curve) => panel(curve, lags, summary, theme)),
    table: adstockTable({ adstock, summary }),
  }
}

/** Lags until 97 % of the effect has arrived. */
function lagsWorthDrawing({ weights }: AdstockCurve): number {
  const total = weights.mean.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  const index = weights.mean.findIndex((weight) => (reached += weight) >= 0.97 * total)
  return (index < 0 ? weights.mean.length : index) + 1
}

function panel(curve: AdstockCurve, lags: number, { window }: Summary, theme: Theme): Panel {
  const { weights, channel } = curve
  const rows = weights.mean.slice(0, lags).map((mean, lag) => ({
    lag,
    mean: drawn(100 * mean),
    low: drawn(100 * weights.q05[lag]),
    high: drawn(100 * weights.q95[lag]),
    tip: tip([
      [lag === 0 ? `the same ${window.period}` : `${countText(lag, window.period)} later`, ''],
      ['share of the effect', formatPercent(mean)],
      ['9 of 10 cases', formatInterval(weights.q05[lag], weights.q95[lag], 'percent')],
    ]),
  }))
  const half = arrivalText(curve, window.period)
  const height = 130
  const x = {
    field: 'lag',
    type: 'ordinal',
    scale: { domain: Array.from({ length: lags }, (_, lag) => lag), paddingInner: 0.25 },
    axis: { title: `${window.period}s after`, labelAngle: 0, labelOverlap: 'greedy', labelSeparation: 6, ticks: false },
  }
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { zero: true, nice: false },
    axis: { title: 'Share, %', tickCount: 3, minExtent: 30 },
  })
  return {
    title: channel,
    note: half,
    height,
    description: `Adstock of ${channel}: ${half}. ${rows
      .slice(0, 4)
      .map(({ lag, mean }) => `lag ${lag}: ${formatNumber(mean)} %`)
      .join(', ')}.`,
    spec: {
      width: 320,
      height,
      config: chartConfig(theme),
      datasets: { lags: rows },
      data: { name: 'lags', format: { parse: null } },
      encoding: { x },
      layer: [
        { mark: { type: 'bar', color: theme.estimate, opacity: 0.75 }, encoding: { y: y('mean') } },
        {
          mark: { type: 'rule', color: theme.ink, strokeWidth: 1.25 },
          encoding: { y: y('low'), y2: { field: 'high' } },
        },
        hoverBands({}, theme),
      ],
    },
  }
}

function arrivalText({ halfLife }: AdstockCurve, period: string): string {
  const halfText = formatNumber(halfLife.mean, { digits: 2 })
  return `half arrives within ${halfText === '1' ? `1 ${period}` : `${halfText} ${period}s`} (${formatInterval(halfLife.q05, halfLife.q95, 'number', { digits: 2 })})`
}

function adstockTable({ adstock, summary }: Pick<ReportData, 'adstock' | 'summary'>): Table {
  const lags = [0, 1, 2, 4, 8, 12].filter((lag) => adstock.some(({ weights }) => lag < weights.mean.length))
  return {
    title: 'Adstock',
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      {
        key: 'halfLife',
        label: 'Half arrives within',
        unit: `${summary.window.period}s`,
        align: 'right',
        format: 'ratio',
      },
      ...lags.map((lag) => ({
        key: `lag${lag}`,
        label: `Lag ${lag}`,
        unit: null,
        align: 'right' as const,
        format: 'percent' as const,
      })),
    ],
    rows: adstock.map(({ channel, halfLife, weights }) => ({
      channel,
      halfLife,
      ...Object.fromEntries(lags.map((lag) => [`lag${lag}`, weights.mean[lag] ?? null])),
    })),
  }
}
