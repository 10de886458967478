import type { SeriesEstimate, TradeOff, TradeOffResult } from '../results.js'
import type { ChannelAnalysis } from './channel-analysis.js'
import type { PlanChannel } from '../budget/named-plans.js'
import type { PlanContext } from '../words/plan-sentence.js'
import type { SentenceContext } from '../words/trade-off-sentence.js'
import { namedPlans } from '../budget/named-plans.js'
import { namedPlan } from '../budget/plan-outcome.js'
import { planSentence } from '../words/plan-sentence.js'
import { tradeOffSentence } from '../words/trade-off-sentence.js'
import { analyseTotal } from './channel-analysis.js'
import { responseCurve } from './response-curves.js'
import { tradeOffFacts } from './trade-off-facts.js'

/**
 * Outcome, profit and ROI against spend, per channel and for the whole budget, and the four named plans, with the sentences that explain them.
 *
 * Channels without spend in the window are listed with the flag `no-spend-in-window` and take no part in the total and the plans; without any
 * spend the total has an empty curve and there are no plans.
 *
 * @param channels paid channels of one fit over one window, as `analyseChannel` gives them.
 */
export function tradeOff(channels: readonly ChannelAnalysis[], context: PlanContext): TradeOffResult {
  const spending = channels.filter(({ response }) => response.spend > 0)
  const plans = spending.length === 0 ? [] : namedPlans(spending.map(planChannel))
  const { sentence, figures } = planSentence(plans, context)
  const captures = spending.filter(({ role }) => role === 'demand-capture').map(({ name }) => name)
  return {
    channels: channels.map((channel) => tradeOffOf(channel, { ...context, captures: [] })),
    total: spending.length === 0 ? noTradeOff : tradeOffOf(analyseTotal(spending), { ...context, captures }),
    plans: plans.map(namedPlan),
    planSentence: sentence,
    planFigures: figures,
  }
}

function planChannel({ curve, role, points }: ChannelAnalysis): PlanChannel {
  return { curve, role, ...(points.expected === null ? {} : { profitMax: points.expected.profitMax }) }
}

function tradeOffOf(analysis: ChannelAnalysis, context: Omit<SentenceContext, 'name' | 'role'>): TradeOff {
  const { name, role, points } = analysis
  const facts = tradeOffFacts(analysis)
  return {
    name,
    curve: responseCurve(analysis.table),
    profitMax: points.profitMax,
    roiMax: points.roiMax,
    breakEven: points.breakEven,
    flags: role === null ? points.flags : [...points.flags, role],
    ...tradeOffSentence(facts, { ...context, name, role }),
    advice: facts.advice,
  }
}

const nobody: SeriesEstimate = { mean: [], median: [], sd: [], q05: [], q95: [] }

/** The total where no paid channel has spend in the window. */
const noTradeOff: TradeOff = {
  name: 'total',
  curve: {
    channel: 'total',
    multiples: [],
    spend: [],
    kpi: nobody,
    value: null,
    roas: null,
    marginalRoas: null,
    roi: null,
    profit: null,
    observed: [],
  },
  profitMax: null,
  roiMax: null,
  breakEven: null,
  flags: ['no-spend-in-window'],
  sentence: 'No paid channel had spend in this window, so there is no trade-off to show.',
  advice: 'no-spend-in-window',
  figures: [],
}
