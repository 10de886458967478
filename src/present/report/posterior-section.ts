import type { SectionContext, Section } from './section.js'
import type { Summary } from '../../decision/results.js'
import type { PosteriorEvidence } from '../../decision/posterior-results.js'
import { posteriorCharts } from '../chart/posterior-charts.js'
import { samplerTables } from '../table/sampler-tables.js'
import { figureHtml } from './figure.js'
import { html, type Html } from './html.js'
import { tableHtml } from './table-html.js'

/** What the data taught, whether the model draws such data, and how well the chains explored; null for methods without chains. */
export async function posteriorSection({ data, theme, drawings }: SectionContext): Promise<Section | null> {
  const { posterior, summary } = data
  if (!posterior) return null
  const figures: Html[] = []
  for (const chart of posteriorCharts(data, theme))
    figures.push(await figureHtml(chart, drawings, { drawing: 'still' }))
  return {
    id: 'posterior',
    heading: 'What the data taught',
    body: html`<p class="how">
        A channel’s interval is the prior’s where the data say little. The chains that drew it can be believed where
        they agree, and the model where KPIs drawn from it look like the observed one.
      </p>
      ${gateSentences(posterior, summary).map((sentence) => html`<p>${sentence}</p>`)}${figures}${samplerTables(posterior).map((table) => tableHtml(table, { caption: 'shown', totals: ['all paid media'] }))}`,
  }
}

/** What the gate says, in words. */
export function gateSentences({ sampler, learning, check }: PosteriorEvidence, summary: Summary): string[] {
  const { passed, advice, chains, draws, rhatMax, essBulkMin, essTailMin, divergences } = summary.diagnostics
  const least = Math.min(essBulkMin ?? 0, essTailMin ?? 0)
  const figures = `${chains} chains of ${draws} draws, ${sampler.quantities.length} quantities: R-hat at most ${rhatMax?.toFixed(3)}, at least ${Math.floor(least)} effective draws, ${divergences === 0 ? 'no divergence' : `${divergences} divergences`}.`
  return [
    `${passed ? 'The chains agree' : 'These chains are not to be believed yet'}: ${figures}`,
    ...advice,
    ...learningSentences(learning),
    ...(check === null ? [] : [checkSentence(check)]),
  ]
}

function learningSentences(learning: PosteriorEvidence['learning']): string[] {
  const named = (verdict: (typeof learning)[number]['verdict']): string =>
    learning
      .filter((channel) => channel.verdict === verdict)
      .map(({ channel }) => channel)
      .join(', ')
  const [prior, both, conflict] = [named('prior'), named('both'), named('conflict')]
  return [
    ...(prior === '' ? [] : [`The prior decides more than the data: ${prior}.`]),
    ...(both === '' ? [] : [`Prior and data both count: ${both}.`]),
    ...(conflict === '' ? [] : [`Prior and data conflict, so that the answer moves with either: ${conflict}.`]),
    ...(learning.length > 0 && prior + both + conflict === '' ? ['The data decide the effect of every channel.'] : []),
  ]
}

function checkSentence({ statistics }: NonNullable<PosteriorEvidence['check']>): string {
  const unusual = statistics.filter(({ ok }) => !ok)
  if (unusual.length === 0) return 'KPIs drawn from the model look like the observed one in every feature checked.'
  const words = unusual.map(({ name, meaning }) => `${name} is ${meaning}`)
  return `KPIs drawn from the model differ from the observed one: ${words.join('; ')}.`
}
