import type { Chart, LegendEntry, Panel, VegaLiteSpec } from '../chart/chart.js'
import { renderSvg } from '../chart/render-svg.js'
import { swatch } from '../picture/swatch.js'
import { keepUnits } from '../words/keep-units.js'
import { html, markup, type Html } from './html.js'
import { staticSvg } from './static-svg.js'
import { tableHtml } from './table-html.js'

/** Numbers the drawings of a report, so that its runtime finds the data of each. */
export interface Drawings {
  readonly specs: VegaLiteSpec[]
}

export interface FigureOptions {
  /** `spoken` where the section's heading already says it: then it is for screen readers only. */
  readonly title?: 'shown' | 'spoken'
  /** What the chart means, in a sentence above it. */
  readonly sentence?: string
}

/**
 * A chart as a figure: heading, key, drawings that work without scripts, and its figures as a table.
 */
export async function figureHtml(chart: Chart, drawings: Drawings, options: FigureOptions = {}): Promise<Html> {
  const sentence =
    options.sentence === undefined || options.sentence === ''
      ? null
      : html`<p class="sentence">${keepUnits(options.sentence)}</p>`
  const panels: Html[] = []
  for (const panel of chart.panels) panels.push(await panelHtml(panel, chart, drawings))
  const columns = Math.min(chart.columns, chart.panels.length)
  const many = chart.panels.length > columns ? ' many' : ''
  return html`<figure id="chart-${chart.name}" class="chart${many}" aria-labelledby="chart-${chart.name}-title">
    <figcaption>
      <h3 id="chart-${chart.name}-title" ${options.title === 'spoken' ? html`class="spoken"` : null}>${chart.title}</h3>
      ${sentence}
      <p class="sub">${chart.subtitle}</p>
    </figcaption>
    ${legendHtml(chart.legend)}
    <div class="panels of${columns}">${panels}</div>
    <details>
      <summary>Figures as a table<span> (${chart.table.title})</span></summary>
      ${tableHtml(chart.table, { caption: 'spoken', totals: ['all paid media', 'fitted total'] })}
    </details>
  </figure>`
}

/** Widths in which static drawings are laid out, by panels side by side. */
const widths: Readonly<Record<Chart['columns'], number>> = { 1: 760, 2: 400, 3: 272, 4: 200 }

async function panelHtml(panel: Panel, chart: Chart, { specs }: Drawings): Promise<Html> {
  const width = widths[Math.min(chart.columns, chart.panels.length) as Chart['columns']]
  const index = specs.push(panel.spec) - 1
  const drawing = markup(staticSvg(await renderSvg(panel.spec, width), `p${index}`))
  const title = panel.title === '' ? null : html`<h4><bdi>${panel.title}</bdi></h4>`
  const note = panel.note === '' ? null : html`<p class="note">${panel.note}</p>`
  return html`<div class="panel">
    ${title}${note}
    <div class="plot" role="img" aria-label="${panel.description}" data-panel="${index}">
      <div class="static">${drawing}</div>
    </div>
  </div>`
}

function legendHtml(entries: readonly LegendEntry[]): Html | null {
  if (entries.length === 0) return null
  const items = entries.map(
    (entry) =>
      html`<li>
        <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">${markup(swatch(entry))}</svg
        ><bdi>${entry.label}</bdi>
      </li>`,
  )
  return html`<ul class="legend">
    ${items}
  </ul>`
}
