import { resultsTable } from '../table/results-table.js'
import { flagText } from '../words/flag.js'
import { keepUnits } from '../words/keep-units.js'
import { answerSentences, answerTiles, unfitReasons } from './answer.js'
import { html, type Html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** The warning that comes before everything else; null where nothing speaks against the fit. */
export function unfitHtml({ data }: SectionContext): Html | null {
  const reasons = unfitReasons(data.summary)
  if (reasons.length === 0) return null
  return html`<div class="alert" role="alert">
    <h2>Not fit for decisions: ${reasons[0]}</h2>
    ${
      reasons.length > 1
        ? html`<ul>
            ${reasons.slice(1).map((reason) => html`<li>${reason}</li>`)}
          </ul>`
        : null
    }
  </div>`
}

/** The answer: sentences, headline figures, and a row a channel. */
export function answerSection({ data }: SectionContext): Section {
  const { summary } = data
  const tiles = answerTiles(summary).map(
    ({ name, figure, range }) =>
      html`<li>
        <span class="name">${name}</span><span class="figure">${figure}</span><span class="range">${range}</span>
      </li>`,
  )
  const { flags } = summary.media
  return {
    id: 'answer',
    heading: 'The answer',
    body: html`${answerSentences(data).map((sentence, index) => html`<p class="${index === 0 ? 'lead' : 'answer'}">${keepUnits(sentence)}</p>`)}
      <ul class="tiles">
        ${tiles}
      </ul>
      ${tableHtml(resultsTable(summary), { caption: 'shown', totals: ['all paid media'] })}${
        flags.length === 0 ? null : html`<p class="fine">All paid media: ${flags.map(flagText).join('; ')}.</p>`
      }`,
  }
}
