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
  /** `still` where pointing at it would tell nothing more: it is then drawn once, without the data of a live drawing. @defaultValue 'live' */
  readonly drawing?: 'live' | 'still'
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
  const draw = options.drawing === 'still' ? stillHtml : panelHtml
  for (const [place, panel] of chart.panels.entries()) panels.push(await draw(panel, { chart, place }, drawings))
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

interface PanelPlace {
  readonly chart: Chart
  readonly place: number
}

async function panelHtml(panel: Panel, { chart }: PanelPlace, { specs }: Drawings): Promise<Html> {
  const index = specs.push(panel.spec) - 1
  const drawing = await drawingOf(panel, chart, `p${index}`)
  return panelFrame(
    panel,
    html`<div class="plot" role="img" aria-label="${panel.description}" data-panel="${index}">
      <div class="static">${drawing}</div>
    </div>`,
  )
}

async function stillHtml(panel: Panel, { chart, place }: PanelPlace): Promise<Html> {
  const drawing = await drawingOf(panel, chart, `${chart.name}-${place}`)
  return panelFrame(
    panel,
    html`<div class="plot" role="img" aria-label="${panel.description}"><div class="static">${drawing}</div></div>`,
  )
}

async function drawingOf({ spec }: Panel, { columns, panels }: Chart, id: string): Promise<Html> {
  const width = widths[Math.min(columns, panels.length) as Chart['columns']]
  return markup(staticSvg(await renderSvg(spec, width), id))
}

function panelFrame({ title, note }: Panel, plot: Html): Html {
  return html`<div class="panel">
    ${title === '' ? null : html`<h4><bdi>${title}</bdi></h4>`}${note === '' ? null : html`<p class="note">${note}</p>`}
    ${plot}
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
