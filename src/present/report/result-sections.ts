import type { Summary } from '../../decision/results.js'
import { actualFittedChart } from '../chart/actual-fitted.js'
import { adstockCurvesChart } from '../chart/adstock-curves.js'
import { contributionsChart } from '../chart/contributions.js'
import { responseCurvesChart } from '../chart/response-curves.js'
import { hasReturns, returnsChart } from '../chart/returns.js'
import { budgetTradeOffChart, channelTradeOffChart } from '../chart/trade-off.js'
import { waterfallChart } from '../chart/waterfall.js'
import { contributionsTable } from '../table/contributions-table.js'
import { elasticitiesTable } from '../table/elasticities-table.js'
import { nextTenPercentTable } from '../table/next-ten-percent-table.js'
import { robustnessTable } from '../table/robustness-table.js'
import { plansTable, tradeOffTable } from '../table/trade-off-table.js'
import { keepUnits } from '../words/keep-units.js'
import { contributionsByPeriodHtml, returnsByPeriodHtml } from './by-period-html.js'
import { figureHtml } from './figure.js'
import { html, type Html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** Actual against fitted. */
export async function fitSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  return {
    id: 'fit',
    heading: 'Actual against fitted',
    body: html`<p class="how">
        A model that can’t follow the past can’t be trusted about media; one that follows it perfectly may be fitting
        noise.
      </p>
      ${await figureHtml(actualFittedChart(data.summary, theme), drawings, { title: 'spoken' })}`,
  }
}

/** Contributions over time. */
export async function contributionsSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const { summary } = data
  return {
    id: 'contributions',
    heading: 'Contributions over time',
    body: html`<p class="how">
        What would not have been sold without each channel, counted when it was sold: spend of earlier
        ${summary.window.period}s included.
      </p>
      ${await figureHtml(contributionsChart(summary, theme), drawings, { title: 'spoken' })}${contributionsByPeriodHtml(data)}`,
  }
}

/** The waterfall, the bridge from contribution to return, and what the KPI answers to treatments. */
export async function waterfallSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  return {
    id: 'waterfall',
    heading: 'From baseline to total',
    body: html`<p class="how">
        The baseline is what is left when every channel is off and every treatment and control stands at its reference.
      </p>
      ${await figureHtml(waterfallChart(data, theme), drawings, { title: 'spoken' })}${tableHtml(contributionsTable(data.summary), { caption: 'shown', totals: ['all paid media'] })}${elasticitiesHtml(data.summary)}`,
  }
}

function elasticitiesHtml(summary: Summary): Html | null {
  const table = elasticitiesTable(summary)
  return table === null ? null : tableHtml(table, { caption: 'shown' })
}

/** ROI against marginal ROI, and the next 10 %. */
export async function returnsSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const { summary } = data
  const chart = hasReturns(summary)
    ? await figureHtml(returnsChart(summary, theme), drawings, {
        title: summary.media.roi === null ? 'shown' : 'spoken',
      })
    : null
  const next = data.nextTenPercent.some(({ value }) => value !== null)
    ? tableHtml(nextTenPercentTable(data), { caption: 'shown' })
    : null
  return {
    id: 'returns',
    heading: summary.media.roi === null ? 'Returns' : 'ROI against marginal ROI',
    body: html`<p class="how">
        The average return says whether a channel was worth its money. The marginal return says whether to spend more:
        where it is below break-even, the last part of the budget lost money even if all of it together earned some.
      </p>
      ${chart}${robustnessHtml(summary)}${next}${returnsByPeriodHtml(data)}`,
  }
}

/** How far returns move under other models of the same data, beside their intervals; or how to find out. */
function robustnessHtml({ robustness = {}, channels }: Summary): Html | null {
  if (channels.length === 0) return null
  const table = robustnessTable(robustness)
  const missing = [
    ...(robustness.ladder === undefined ? ['baselines (mixwright validate <this fit’s folder> --ladder)'] : []),
    ...(robustness.forms === undefined ? ['forms and priors (mixwright validate <this fit’s folder> --forms)'] : []),
  ]
  const hint =
    missing.length === 0
      ? null
      : html`<p class="fine">Not looked at yet: how far these returns move under other ${missing.join(' and ')}.</p>`
  return html`${table === null ? null : tableHtml(table, { caption: 'shown', totals: ['all paid media'] })}${hint}`
}

/** Response curves. */
export async function curvesSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const chart =
    data.curves.length === 0
      ? html`<p>No channel has spend in this window.</p>`
      : await figureHtml(responseCurvesChart(data, theme), drawings, { title: 'spoken' })
  return {
    id: 'curves',
    heading: 'Response curves',
    body: html`<p class="how">
        What each channel would cause at other budgets: its own pattern over time, scaled up or down, everything else as
        it was.
      </p>
      ${chart}`,
  }
}

/** The trade-off of the whole budget and of every channel. */
export async function tradeOffSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const { tradeOff, summary } = data
  const channels: Html[] = []
  for (const [place, each] of tradeOff.channels.entries()) {
    channels.push(
      await figureHtml(channelTradeOffChart(each, summary, place, theme), drawings, { sentence: each.sentence }),
    )
  }
  const points = tradeOffTable(data)
  return {
    id: 'trade-off',
    heading: summary.kpi.margin === null ? 'More or less spend' : 'The trade-off: ROI or profit',
    body: html`<p class="how">${tradeOffIntroduction(summary)}</p>
      ${sentenceHtml(tradeOff.planSentence)}${await figureHtml(budgetTradeOffChart(data, theme), drawings)}${sentenceHtml(tradeOff.total.sentence)}${plansHtml({ data, theme, drawings })}${tableHtml({ ...points, notes: points.notes!.slice(0, 1) }, { caption: 'shown', totals: ['whole budget'] })}${channels}`,
  }
}

function tradeOffIntroduction({ kpi }: Summary): string {
  if (kpi.margin === null)
    return 'What other budgets would bring. Without a margin nothing says which of them pays best.'
  return (
    'The spend with the highest ROI and the spend with the highest profit are different spends. Between the two each further ' +
    'unit of spend lowers ROI and still adds profit; beyond profit-max it costs more than it brings.'
  )
}

function plansHtml({ data }: SectionContext): Html | null {
  if (data.tradeOff.plans.length === 0) return null
  return tableHtml(
    { ...plansTable(data), notes: ['Plans may change the mix, each channel between 0 and 10 times today.'] },
    { caption: 'shown' },
  )
}

function sentenceHtml(sentence: string): Html | null {
  return sentence === '' ? null : html`<p class="sentence">${keepUnits(sentence)}</p>`
}

/** Adstock curves. */
export async function adstockSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const chart =
    data.adstock.length === 0
      ? html`<p>The model has no channels.</p>`
      : await figureHtml(adstockCurvesChart(data, theme), drawings, { title: 'spoken' })
  return {
    id: 'adstock',
    heading: 'Adstock',
    body: html`<p class="how">
        Media work on after they ran. The longer the tail, the more of a channel’s return falls outside the
        ${data.summary.window.period} of its spend.
      </p>
      ${chart}`,
  }
}
