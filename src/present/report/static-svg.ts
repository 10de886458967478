/**
 * Vega's SVG made fit for a page: it scales with its box, takes its font from the style sheet, has ids of its own, and
 * leaves out what only a live chart needs.
 *
 * @param id distinguishes this drawing's clip paths from those of others on the page.
 */
export function staticSvg(svg: string, id: string): string {
  const lean = svg
    .replace(/<[^>]*>/g, leanTag)
    .replace(/<path d="M0,0h[\d.]+v[\d.]+h-?[\d.]+Z"\/>/g, '')
    .replace(/<path (?:d="" )?display="none"\/>/g, '')
    .replace(/(id="|url\(#)clip(\d+)/g, `$1${id}-$2`)
  return shareStyles(lean)
}

/** What children inherit from a group, and neighbours in a drawing nearly always have in common. */
const inherited = / (?:stroke|stroke-width|stroke-dasharray|fill|font-size|text-anchor)="[^"]*"/g

/** Neighbours of one kind and style become a group that says the style once. */
function shareStyles(svg: string): string {
  const parts = svg.match(/<(?:line|path|rect)\b[^>]*\/>|<text\b[^>]*>[^<]*<\/text>|<[^>]*>|[^<]+/g) ?? []
  const styles = parts.map(styleOf)
  let text = ''
  for (let from = 0; from < parts.length;) {
    let to = from + 1
    while (to < parts.length && styles[to] !== null && styles[to] === styles[from]) to++
    const run = parts.slice(from, to)
    const shared = (styles[from] ?? '').replace(/^<\w+/, '')
    text += run.length > 1 && shared !== '' ? `<g${shared}>${run.map(withoutStyle).join('')}</g>` : run.join('')
    from = to
  }
  return text
}

/** Kind and inherited attributes of a mark; null for what is no mark. */
function styleOf(part: string): string | null {
  const [opening, kind] = /^<(line|path|rect|text)\b[^>]*>/.exec(part) ?? []
  return opening === undefined ? null : `<${kind}${(opening.match(inherited) ?? []).join('')}`
}

function withoutStyle(part: string): string {
  return part.replace(/^<[^>]*>/, (opening) => opening.replace(inherited, ''))
}

function leanTag(tag: string): string {
  return tag
    .replace(/ (?:xmlns(?::xlink)?|version|class|role|aria-[a-z]+|pointer-events|font-family)="[^"]*"/g, '')
    .replace(/ opacity="1"| font-weight="normal"| transform="translate\(0,0\)"| [xy]2="0"/g, '')
    .replace(/^<svg width="([\d.]+)" height="[\d.]+"/, '<svg width="$1" aria-hidden="true" focusable="false"')
    .replace(/ (?:d|transform|x|y|x2|y2|width|height)="[^"]*"/g, shortNumbers)
}

/** A tenth of a pixel is finer than any screen. */
function shortNumbers(attribute: string): string {
  return attribute.replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1)) + 0))
}
