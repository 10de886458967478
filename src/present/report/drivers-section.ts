import { periodsPerYear, type PeriodKind } from '../../data/calendar/period.js'
import type { Summary } from '../../decision/results.js'
import { driversChart } from '../chart/drivers.js'
import { driversTable, fittedRow, mediaChangeTable, observedRow } from '../table/drivers-table.js'
import { changeSentences } from '../words/change.js'
import { keepUnits } from '../words/keep-units.js'
import { kpiWords } from '../words/kpi.js'
import { countText } from '../words/window.js'
import { figureHtml } from './figure.js'
import { html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** Why the KPI changed in the last year, or why that can't be said; null where the results don't have it. */
export async function driversSection({ data, theme, drawings }: SectionContext): Promise<Section | null> {
  const { drivers, summary } = data
  if (drivers === undefined) return null
  const { noun } = kpiWords(summary)
  const section = { id: 'drivers', heading: `Why ${noun === 'KPI' ? 'the KPI' : noun} changed` }
  if (drivers === null) return { ...section, body: html`<p>${tooShort(summary)}</p>` }
  const media = mediaChangeTable(drivers)
  return {
    ...section,
    body: html`<p class="how">
        The last full year against the year before it. Each bar is what one driver alone made of the change; together
        they are the fitted change, and what they leave is named.
      </p>
      ${changeSentences(drivers).map((sentence) => html`<p class="answer">${keepUnits(sentence)}</p>`)}${await figureHtml(driversChart(drivers, theme), drawings, { title: 'spoken' })}${tableHtml(driversTable(drivers), { caption: 'shown', totals: [fittedRow, observedRow] })}${media === null ? null : tableHtml(media, { caption: 'shown', totals: ['all paid media'] })}`,
  }
}

function tooShort({ window }: Summary): string {
  const year = Math.floor(periodsPerYear[window.period as PeriodKind])
  return `Two full years (${countText(2 * year, window.period)}) are needed to say why one differs from the other, and the window has ${countText(window.periods, window.period)}.`
}
