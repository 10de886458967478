import type { ChannelSummary, Estimate, ReportData, Summary } from '../../decision/results.js'
import {
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  formatProbability,
} from '../../decision/words/format.js'
import { flagText } from '../words/flag.js'
import { kpiAmount, kpiInterval } from '../words/kpi.js'
import { percentEstimate } from '../words/percent-estimate.js'
import { countText, tailText, yearsIn } from '../words/window.js'

/** A headline figure: what it is, its value and its interval. */
export interface Tile {
  readonly name: string
  readonly figure: string
  readonly range: string
}

/** The report's answer in sentences: what paid media contributed, cost and returned, and which plan follows. */
export function answerSentences({ summary, tradeOff }: Pick<ReportData, 'summary' | 'tradeOff'>): string[] {
  return [
    contributionSentence(summary),
    ...returnSentences(summary),
    ...extremeSentences(summary),
    ...(tradeOff.planSentence === '' ? [] : [tradeOff.planSentence]),
  ]
}

/** Why the report must not be used to decide; empty where nothing speaks against it. */
export function unfitReasons({ plausibility, diagnostics }: Summary): string[] {
  const doubtful = plausibility.filter(({ ok }) => !ok).map(({ message }) => message)
  if (diagnostics.passed) return doubtful
  return [...doubtful, ...(diagnostics.advice.length > 0 ? diagnostics.advice : ['The fit did not converge.'])]
}

/** Four headline figures, those that this KPI has. */
export function answerTiles(summary: Summary): Tile[] {
  const { media, kpi } = summary
  const noun = kpi.kind === 'revenue' ? 'revenue' : 'KPI'
  return [
    percentTile(`Paid media’s share of ${noun}`, media.share),
    {
      name: 'Spend on paid media',
      figure: formatMoney(media.spend, kpi.currency),
      range: `${perYear(summary)} a year`,
    },
    ...(media.roi === null ? [] : [percentTile('ROI (profit, after margin)', media.roi)]),
    ...(media.roi === null && media.roas !== null ? [ratioTile('ROAS', media.roas)] : []),
    ...(media.roas === null && media.costPerKpi !== null
      ? [
          {
            name: 'Cost per incremental unit',
            figure: formatMoney(media.costPerKpi.mean, kpi.currency),
            range: formatInterval(media.costPerKpi.q05, media.costPerKpi.q95, { currency: kpi.currency }),
          },
        ]
      : []),
    ...(media.marginalRoi === null ? [] : [percentTile('Marginal ROI: the next unit of spend', media.marginalRoi)]),
    ...(media.marginalRoi === null && media.marginalRoas !== null
      ? [ratioTile('Marginal ROAS', media.marginalRoas)]
      : []),
  ]
}

function percentTile(name: string, estimate: Estimate): Tile {
  const { mean, range } = percentEstimate(estimate)
  return { name, figure: mean, range }
}

function ratioTile(name: string, estimate: Estimate): Tile {
  return { name, figure: ratioText(estimate.mean), range: ratioRange(estimate) }
}

function ratioText(value: number): string {
  return formatNumber(value, { digits: 2 })
}

function ratioRange({ q05, q95 }: Estimate): string {
  return formatInterval(q05, q95, 'number', { digits: 2 })
}

function contributionSentence(summary: Summary): string {
  const { media, window, kpi } = summary
  const { mean, q05, q95 } = media.contribution
  const share = `${formatPercent(media.share.mean)} of ${kpi.kind === 'revenue' ? 'revenue' : 'the KPI'}`
  return (
    `From ${window.from} to ${window.to} (${countText(window.periods, window.period)}), paid media contributed ${share}: ` +
    `${kpiAmount(mean, summary)} (in 9 of 10 cases ${kpiInterval(q05, q95, summary)}).`
  )
}

function returnSentences(summary: Summary): string[] {
  const { media, kpi } = summary
  if (media.spend === null) return []
  const { currency } = kpi
  const money = (estimate: Estimate): string =>
    `${formatMoney(estimate.mean, currency)} (${formatInterval(estimate.q05, estimate.q95, { currency })})`
  const percent = (estimate: Estimate): string => {
    const { mean, range } = percentEstimate(estimate)
    return `${mean} (${range})`
  }
  const spent = `The ${formatMoney(media.spend, currency)} spent (${perYear(summary)} a year)`
  if (media.incrementalValue === null) {
    return media.costPerKpi === null
      ? []
      : [
          `${spent} bought ${kpiAmount(media.incrementalKpi.mean, summary)}, ${money(media.costPerKpi)} each. ${tailText(summary)}`,
        ]
  }
  const returned = `${spent} returned ${money(media.incrementalValue)} of ${kpi.kind === 'revenue' ? 'revenue' : 'value'}`
  if (media.profit === null || media.roi === null) {
    return [`${returned}. The model file has no margin, so profit and ROI are unknown. ${tailText(summary)}`]
  }
  const chance =
    media.pProfitable === null
      ? ''
      : `, with a chance of ${formatProbability(media.pProfitable)} that they paid for themselves`
  const margin = kpi.margin === null ? 'after margin' : `after a margin of ${formatPercent(kpi.margin)}`
  return [
    `${returned}; ${margin} that is a profit of ${money(media.profit)}, an ROI of ${percent(media.roi)}${chance}. ${tailText(summary)}`,
    ...(media.marginalRoi === null
      ? []
      : [`The next unit of spend, in today’s mix, has an ROI of ${percent(media.marginalRoi)}.`]),
  ]
}

/** The channels with the highest and the lowest expected return; none where there is only one. */
function extremeSentences({ channels, kpi }: Summary): string[] {
  const measured = channels.flatMap((channel) => {
    const value = channel.roi ?? channel.roas
    return value === null ? [] : [{ channel, value }]
  })
  if (measured.length < 2) return []
  const sorted = measured.sort((a, b) => b.value.mean - a.value.mean)
  const [best, worst] = [sorted[0], sorted.at(-1)!]
  const measure = kpi.margin === null ? 'ROAS' : 'ROI'
  const figure = (estimate: Estimate): string => {
    if (measure === 'ROAS') return `${ratioText(estimate.mean)}, ${ratioRange(estimate)}`
    const { mean, range } = percentEstimate(estimate)
    return `${mean}, ${range}`
  }
  const overlap = best.value.q05 < worst.value.q95 ? ' Their intervals overlap: the order is not certain.' : ''
  return [
    `Expected ${measure} is highest for ${best.channel.name} (${figure(best.value)}${caveat(best.channel)}) and lowest for ${worst.channel.name} (${figure(worst.value)}${caveat(worst.channel)}).${overlap}`,
  ]
}

function caveat({ role, flags }: ChannelSummary): string {
  const words = [
    ...(role === 'demand-capture' ? ['an upper bound, since it includes demand created elsewhere'] : []),
    ...(flags.includes('prior-driven') ? [flagText('prior-driven')] : []),
  ]
  return words.map((word) => `; ${word}`).join('')
}

function perYear(summary: Summary): string {
  return formatMoney((summary.media.spend ?? 0) / yearsIn(summary), summary.kpi.currency)
}
