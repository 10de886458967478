import { Buffer } from 'node:buffer'
import { chartPng, type Chart, type DanfoFrame } from 'mixwright'

export interface TableOptions {
  /** Rows shown from the top. @defaultValue 10 */
  readonly rows?: number
  /** Significant digits of numbers that aren't whole. @defaultValue 3 */
  readonly digits?: number
}

/** Shows the first rows of a data frame as an HTML table; numbers are rounded, missing cells are dashes. */
export async function table({ columns, values }: DanfoFrame, { rows = 10, digits = 3 }: TableOptions = {}) {
  const shown = values.slice(0, rows) as readonly (readonly unknown[])[]
  const sides = columns.map((_, at) => (shown.some((row) => typeof row[at] === 'string') ? 'left' : 'right'))
  const cell = (tag: string, content: string, at: number): string =>
    `<${tag} style="text-align: ${sides[at]}">${escape(content)}</${tag}>`
  const grouping = columns.map((_, at) => shown.some((row) => Math.abs(Number(row[at])) >= 10_000))
  const head = columns.map((name, at) => cell('th', name, at)).join('')
  const body = shown.map((row) => {
    const texts = row.map((value, at) => cellText(value, { digits, useGrouping: grouping[at] }))
    return `<tr>${texts.map((text, at) => cell('td', text, at)).join('')}</tr>`
  })
  const more = values.length > rows ? `<p>${rows} of ${values.length} rows</p>` : ''
  await display(`<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${more}`)
}

/** Shows a chart as a PNG at twice its size on the page; its descriptions are the picture's text. */
export async function picture(chart: Chart) {
  const png = Buffer.from(await chartPng(chart)).toString('base64')
  const words = [chart.title, ...chart.panels.map(({ description }) => description)].join(' ')
  const style = 'width: 100%; max-width: 960px; height: auto'
  await display(`<img alt="${escape(words)}" style="${style}" src="data:image/png;base64,${png}">`)
}

/** Shows sentences, each as a paragraph. */
export async function say(...sentences: readonly string[]) {
  await display(sentences.map((sentence) => `<p>${escape(sentence)}</p>`).join(''))
}

/**
 * Shows HTML and waits until it is sent. Deno 2.9 sends in the background: now and then a cell's end overtakes its outputs,
 * and nbconvert drops what comes after the end. Neither a returned value nor the promise of `display` waits for that.
 */
async function display(html: string) {
  await Deno.jupyter.display({ 'text/html': html }, { raw: true })
  await new Promise((done) => setTimeout(done, 200))
}

/** Thousands are grouped where the column has five digits, so that years are not. */
function cellText(cell: unknown, { digits, useGrouping }: { digits: number; useGrouping: boolean }): string {
  if (typeof cell === 'string') return cell
  if (typeof cell !== 'number' || Number.isNaN(cell)) return typeof cell === 'boolean' ? String(cell) : '–'
  const isWhole = Number.isInteger(cell) || Math.abs(cell) >= 10 ** digits
  const precision = isWhole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits }
  return cell.toLocaleString('en', { useGrouping, ...precision })
}

function escape(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
