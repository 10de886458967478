import { chartFont, type Theme } from '../chart/theme.js'
import type { Chart, LegendEntry, Panel } from '../chart/chart.js'
import { renderSvg } from '../chart/render-svg.js'
import { textWidth } from '../chart/text-width.js'
import { swatch } from './swatch.js'
import { xmlText } from './xml-text.js'

/** Width of every picture in pixels, before scaling. */
export const pictureWidth = 960

/**
 * A whole chart as one SVG: title, subtitle, key, and its panels side by side, for slides and documents.
 *
 * Panel titles and key stand in lines that wrap, so that long names never overlap.
 */
export async function composePicture(chart: Chart, theme: Theme): Promise<string> {
  const margin = 28
  const inner = pictureWidth - 2 * margin
  const pen = createPen(theme, margin, inner)
  pen.text(chart.title, { size: 22, weight: 600, color: theme.ink, gap: 6 })
  pen.text(chart.subtitle, { size: 13, weight: 400, color: theme.muted, gap: 10 })
  pen.legend(chart.legend)
  await drawPanels(chart, pen, theme, inner)
  const height = Math.ceil(pen.y + margin)
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}"`
  return `<svg ${frame} font-family="${xmlText(chartFont)}"><rect width="100%" height="100%" fill="${theme.background}"/>${pen.parts.join('')}</svg>`
}

async function drawPanels(chart: Chart, pen: Pen, theme: Theme, inner: number): Promise<void> {
  const gap = 28
  const columns = Math.min(chart.columns, chart.panels.length)
  const width = Math.floor((inner - gap * (columns - 1)) / columns)
  for (let first = 0; first < chart.panels.length; first += columns) {
    const row = chart.panels.slice(first, first + columns)
    const cells = await Promise.all(
      row.map((panel, index) => drawPanel(panel, { width, id: `p${first + index}` }, theme)),
    )
    const headRoom = Math.max(...cells.map(({ head }) => head))
    cells.forEach((cell, index) => {
      const x = pen.left + index * (width + gap)
      pen.parts.push(`<g transform="translate(${x},${pen.y})">${cell.title}</g>`)
      pen.parts.push(`<g transform="translate(${x},${pen.y + headRoom})">${cell.body}</g>`)
    })
    pen.y += headRoom + Math.max(...cells.map(({ height }) => height)) + 18
  }
}

interface Cell {
  readonly title: string
  readonly body: string
  readonly head: number
  readonly height: number
}

async function drawPanel(panel: Panel, { width, id }: { width: number; id: string }, theme: Theme): Promise<Cell> {
  const drawing = await renderSvg(panel.spec, width)
  const body = drawing.replace(/(id="|url\(#)clip(\d+)/g, `$1${id}-$2`)
  const height = Number(/ height="([\d.]+)"/.exec(body)?.[1] ?? panel.height)
  const pen = createPen(theme, 0, width)
  pen.text(panel.title, { size: 14, weight: 600, color: theme.ink, gap: 4 })
  pen.text(panel.note, { size: 12, weight: 400, color: theme.muted, gap: 4 })
  return { title: pen.parts.join(''), body, head: pen.y, height }
}

interface TextStyle {
  readonly size: number
  readonly weight: 400 | 600
  readonly color: string
  /** Space below, pixels. */
  readonly gap: number
}

interface Pen {
  readonly parts: string[]
  readonly left: number
  y: number
  text(text: string, style: TextStyle): void
  legend(entries: readonly LegendEntry[]): void
}

/** Writes downward from the top margin, breaking lines at the width. */
function createPen(theme: Theme, margin: number, width: number): Pen {
  const pen: Pen = {
    parts: [],
    left: margin,
    y: margin,
    text(text, { size, weight, color, gap }) {
      if (text === '') return
      for (const line of breakLines(text, { size, weight, width })) {
        pen.y += Math.round(1.35 * size)
        const style = `font-size="${size}" font-weight="${weight}" fill="${color}"`
        pen.parts.push(`<text x="${margin}" y="${pen.y - Math.round(0.3 * size)}" ${style}>${xmlText(line)}</text>`)
      }
      pen.y += gap
    },
    legend(entries) {
      let x = margin
      for (const entry of entries) {
        const label = fit(entry.label, width - 44)
        const size = 24 + textWidth({ fontSize: 13 }, label) + 20
        if (x > margin && x + size > margin + width) {
          x = margin
          pen.y += 22
        }
        pen.parts.push(`<g transform="translate(${x},${pen.y})">${swatch(entry)}</g>`)
        pen.parts.push(
          `<text x="${x + 24}" y="${pen.y + 12}" font-size="13" fill="${theme.ink}">${xmlText(label)}</text>`,
        )
        x += size
      }
      if (entries.length > 0) pen.y += 34
    },
  }
  return pen
}

function breakLines(text: string, { size, weight, width }: { size: number; weight: number; width: number }): string[] {
  const fits = (line: string): boolean => textWidth({ fontSize: size, fontWeight: weight }, line) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && !fits(longer)) {
      lines.push(line)
      line = word
    } else line = longer
    while (!fits(line)) {
      let cut = line.length - 1
      while (cut > 1 && !fits(line.slice(0, cut))) cut--
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  return [...lines, line]
}

function fit(text: string, width: number): string {
  const measure = (value: string): number => textWidth({ fontSize: 13 }, value)
  if (measure(text) <= width) return text
  let cut = text.length
  while (cut > 1 && measure(`${text.slice(0, cut)}…`) > width) cut--
  return `${text.slice(0, cut)}…`
}
