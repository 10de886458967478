import { frontierChart } from '../chart/frontier.js'
import { frontierMarksTable } from '../table/frontier-table.js'
import { figureHtml } from './figure.js'
import { html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** The best split of every budget; null where no paid channel has spend. */
export async function frontierSection({ data, theme, drawings }: SectionContext): Promise<Section | null> {
  const { frontier } = data
  if (!frontier) return null
  const own = { ...data, frontier }
  return {
    id: 'frontier',
    heading: 'Every budget at its best',
    body: html`<p class="how">
        What each budget would bring if it were split best.
        ${howText(frontier.points.some(({ profit }) => profit !== null))} Where spend leaves what history shows, the
        line is a guess.
      </p>
      ${await figureHtml(frontierChart(own, theme), drawings, { title: 'spoken' })}${tableHtml(frontierMarksTable(own), { caption: 'shown' })}`,
  }
}

function howText(hasProfit: boolean): string {
  if (!hasProfit)
    return 'Every further part of a budget brings less than the one before; a margin would say how far it pays.'
  return 'ROI falls along it; profit rises to its highest and falls to break-even.'
}
