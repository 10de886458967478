/**
 * Vega's SVG made fit for a page: it scales with its box, takes its font from the style sheet, has ids of its own, and
 * leaves out what only a live chart needs.
 *
 * @param id distinguishes this drawing's clip paths from those of others on the page.
 */
export function staticSvg(svg: string, id: string): string {
  return svg
    .replace(/<[^>]*>/g, leanTag)
    .replace(/<path d="M0,0h[\d.]+v[\d.]+h-?[\d.]+Z"\/>/g, '')
    .replace(/<path (?:d="" )?display="none"\/>/g, '')
    .replace(/(id="|url\(#)clip(\d+)/g, `$1${id}-$2`)
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
