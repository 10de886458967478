import type { ReportData, Summary } from '../../decision/results.js'
import { lightTheme } from '../chart/theme.js'
import { windowText } from '../words/window.js'
import { answerSection, unfitHtml } from './answer-section.js'
import { contentPolicy } from './content-policy.js'
import { driversSection } from './drivers-section.js'
import {
  assumptionsSection,
  auditSection,
  diagnosticsSection,
  fingerprintSection,
  triedSection,
} from './evidence-sections.js'
import { frontierSection } from './frontier-section.js'
import { holdoutSection } from './holdout-section.js'
import { html, markup, type Html } from './html.js'
import { packCharts } from './pack-charts.js'
import { posteriorSection } from './posterior-section.js'
import {
  adstockSection,
  contributionsSection,
  curvesSection,
  fitSection,
  returnsSection,
  tradeOffSection,
  waterfallSection,
} from './result-sections.js'
import { robustnessSection } from './robustness-section.js'
import { scriptJson } from './script-json.js'
import { sectionHtml, type Section, type SectionContext } from './section.js'
import { reportStyle } from './style.js'

export interface RenderReportOptions {
  /** Text of the script that makes the drawings live: `dist/present/report/runtime.js`. */
  readonly runtime: string
}

/**
 * The report as one HTML page: no network, no clock, the same text for the same data.
 *
 * It opens from disk and prints; without scripts every chart is a static drawing, with them it answers to the pointer.
 * Its content security policy lets nothing run or load but what is in it.
 *
 * @throws Error if the runtime could end its script element: then it isn't the one that was built.
 */
export async function renderReport(data: ReportData, options: RenderReportOptions): Promise<string> {
  const context: SectionContext = { data, theme: lightTheme, drawings: { specs: [] } }
  const sections = await sectionsOf(context)
  const charts = scriptJson(await packCharts(context.drawings.specs))
  const style = reportStyle()
  const script = scriptText(options.runtime)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, style)}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${data.title}: marketing-mix report</title>
        ${markup(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#answer">Skip to the answer</a>
        <div class="page">
          ${headerHtml(data, sections)}
          <main>${unfitHtml(context)} ${sections.map(sectionHtml)}</main>
          ${footerHtml(data.summary)}
        </div>
        ${markup(`<script type="application/json" id="charts">${charts}</script><script>${script}</script>`)}
      </body>
    </html> `
  return page.markup
}

async function sectionsOf(context: SectionContext): Promise<Section[]> {
  const drivers = await driversSection(context)
  return [
    answerSection(context),
    ...(drivers === null ? [] : [drivers]),
    await fitSection(context),
    await contributionsSection(context),
    await waterfallSection(context),
    await returnsSection(context),
    await curvesSection(context),
    await tradeOffSection(context),
    ...presentSections(await frontierSection(context)),
    await adstockSection(context),
    ...presentSections(robustnessSection(context)),
    await holdoutSection(context),
    await diagnosticsSection(context),
    ...presentSections(await posteriorSection(context)),
    auditSection(context),
    await assumptionsSection(context),
    triedSection(context),
    fingerprintSection(context),
  ]
}

/** A section that these results have, or none. */
function presentSections(section: Section | null): Section[] {
  return section === null ? [] : [section]
}

function headerHtml({ title, summary }: ReportData, sections: readonly Section[]): Html {
  const links = sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)
  return html`<header>
    <h1><bdi>${title}</bdi></h1>
    <p class="meta">Marketing-mix report. ${windowText(summary)}. ${kpiLine(summary)}</p>
    <nav aria-label="Contents">
      <ol>
        ${links}
      </ol>
    </nav>
  </header>`
}

function kpiLine({ kpi, method }: Summary): string {
  const unit = kpi.kind === 'revenue' ? `KPI: revenue in ${kpi.currency}` : `KPI: units; money in ${kpi.currency}`
  return `${unit}. Method: ${method}.`
}

function footerHtml({ fingerprint, window }: Summary): Html {
  return html`<footer>
    <p>
      Made by mixwright ${fingerprint.version} from data up to ${window.to}. Figures are estimates of what media caused,
      not counts; read them with their intervals.
    </p>
  </footer>`
}

/** The script ends where the first `</script` stands, wherever that is; the bundler escapes it, and this makes sure. */
function scriptText(runtime: string): string {
  if (/<\/script|<!--/i.test(runtime)) throw new Error('The report runtime holds text that ends a script element.')
  return runtime
}
