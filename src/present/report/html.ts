import { xmlText } from '../picture/xml-text.js'

/** Markup that is safe to put into a page as it is. Only `html` and `markup` make it. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | readonly Html[] | null

/**
 * A template whose values are escaped unless they are `Html` themselves; null leaves nothing.
 *
 * @example html`<p>${'a < b'}</p>`.markup  // '<p>a &lt; b</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return {
    markup: strings.map((text, index) => outdent(text) + markupOf(values[index] ?? null)).join(''),
  }
}

/** Text that is known to be markup: our own SVG and style sheet. */
export function markup(text: string): Html {
  return { markup: text }
}

/** Indentation of the source is nothing to send along; a line break says the same to a browser. */
function outdent(text: string): string {
  return text.replace(/\n\s+/g, '\n')
}

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return xmlText(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('')
}
