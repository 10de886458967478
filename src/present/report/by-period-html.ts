import type { ReportData } from '../../decision/results.js'
import type { ByPeriod } from '../../decision/readout/by-period.js'
import { contributionPivots, lastSpans, returnPivots } from '../table/by-period-tables.js'
import type { Table } from '../table/table.js'
import { countText } from '../words/window.js'
import { html, type Html } from './html.js'
import { tableHtml } from './table-html.js'

/** Contributions by year, and by quarter behind a click; null where the results don't have them. */
export function contributionsByPeriodHtml(data: ReportData): Html | null {
  return byPeriodHtml(data, contributionPivots, ['all paid media', 'fitted total'])
}

/** Spend and returns by year, and by quarter behind a click; null where there is no paid media or the results don't have them. */
export function returnsByPeriodHtml(data: ReportData): Html | null {
  if (!data.summary.channels.some(({ kind }) => kind === 'paid')) return null
  return byPeriodHtml(data, returnPivots, ['all paid media'])
}

/** What a page has room for side by side, and how far back it goes: two tables of years, two years of quarters. */
const across = 6
const furthest = { year: 12, quarter: 8 } as const

type Pivots = (figures: ByPeriod, atMost: number) => Table[]

function byPeriodHtml({ byYear, byQuarter }: ReportData, pivots: Pivots, totals: readonly string[]): Html | null {
  if (byYear === undefined) return null
  const quarters = byQuarter ?? null
  return html`${tablesHtml(byYear, pivots, totals)}${
    quarters === null
      ? null
      : html`<details>
          <summary>By quarter</summary>
          ${tablesHtml(quarters, pivots, totals)}
        </details>`
  }`
}

function tablesHtml(figures: ByPeriod, pivots: Pivots, totals: readonly string[]): Html {
  const shown = lastSpans(figures, furthest[figures.by])
  const left = figures.spans.length - shown.spans.length
  const tables = pivots(shown, across)
  return html`${tables.map((table) => tableHtml(table, { caption: 'shown', totals }))}${
    left === 0 ? null : html`<p class="fine">${countText(left, `earlier ${figures.by}`)} not shown here.</p>`
  }`
}
