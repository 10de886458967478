import type { RobustnessStudy } from '../../fit/robustness/robustness.js'
import { studySentences, toldRanges } from '../../decision/robustness/study-words.js'
import { rangesTable, rungsTable } from '../table/robustness-table.js'
import { keepUnits } from '../words/keep-units.js'
import { html, type Html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** The same answers from other models of the same data; null where nobody looked. */
export function robustnessSection({ data }: SectionContext): Section | null {
  const { robustness } = data.summary
  if (robustness === undefined) return null
  const studies = [robustness.ladder, robustness.forms].filter((study) => study !== undefined)
  return {
    id: 'robustness',
    heading: 'Other models of the same data',
    body: html`<p class="how">
        An interval knows what one model doesn’t know. How slowly demand drifts, how long media work on and how they
        saturate were chosen; a return that moves when they are chosen differently is known less well than its interval
        says.
      </p>
      ${studies.map(studyHtml)}`,
  }
}

/** The verdict, what is to be said of answers that move, and the figures. */
function studyHtml(study: RobustnessStudy): Html {
  const totals = ['all paid media']
  const told = toldRanges(study)
  const sentences = studySentences(study).filter((_, i) => i === 0 || told[i - 1].dependent)
  return html`${sentences.map((sentence) => html`<p class="sentence">${keepUnits(sentence)}</p>`)}${tableHtml(rangesTable(study), { caption: 'shown', totals })}
    <details>
      <summary>Every model</summary>
      ${tableHtml(rungsTable(study), { caption: 'shown' })}
    </details>`
}
