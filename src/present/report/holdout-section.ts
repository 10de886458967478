import { holdoutChart } from '../chart/holdout.js'
import { holdoutReturnsTable, holdoutTable } from '../table/holdout-table.js'
import { holdoutSentences } from '../words/holdout.js'
import { keepUnits } from '../words/keep-units.js'
import { figureHtml } from './figure.js'
import { html, type Html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** The last quarter, predicted without it, and how far returns move when it is dropped. */
export async function holdoutSection(context: SectionContext): Promise<Section> {
  return {
    id: 'holdout',
    heading: 'Hold-out',
    body: html`<p class="how">
        The model fitted again without the end of the data, and asked for it. A model of causes must predict at least as
        well as last year’s figures do; and a return that moves when one quarter is dropped isn’t known yet.
      </p>
      ${await holdoutBody(context)}`,
  }
}

async function holdoutBody({ data: { summary }, theme, drawings }: SectionContext): Promise<Html> {
  const { holdout, holdoutReason } = summary
  if (holdout === null) return html`<p>No hold-out: ${holdoutReason}</p>`
  const returns = holdout.returns.channels.length === 0 ? null : holdoutReturnsTable(holdout, summary)
  return html`${holdoutSentences(holdout, summary).map((sentence) => html`<p class="sentence">${keepUnits(sentence)}</p>`)}${await figureHtml(holdoutChart(holdout, summary, theme), drawings, { title: 'spoken' })}${tableHtml(holdoutTable(holdout, summary), { caption: 'shown' })}${returns === null ? null : tableHtml(returns, { caption: 'shown', totals: ['all paid media'] })}`
}
