import type { ReportData } from '../../decision/results.js'
import type { Theme } from '../chart/theme.js'
import type { Drawings } from './figure.js'
import { html, type Html } from './html.js'

/** What every section needs: the figures, the colours, and the numbering of drawings. */
export interface SectionContext {
  readonly data: ReportData
  readonly theme: Theme
  readonly drawings: Drawings
}

/** A part of the report: its anchor, its heading, and what stands below. */
export interface Section {
  readonly id: string
  readonly heading: string
  readonly body: Html
}

/** A section as markup. */
export function sectionHtml({ id, heading, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${body}
  </section>`
}
