import type { Estimate } from '../results.js'
import type { AlternativePlan, OptimisedPlan, ValuedPlan } from '../optimise/optimised-plan.js'
import { targetName } from '../optimise/plan-request.js'
import type { PlanDocument } from '../optimise/plan-document.js'
import { summarise } from '../analysis/summarise.js'
import { CLEAR_PROBABILITY, figuresOf, type PlanDrawFigures, type PlanJudgement } from '../optimise/plan-judgement.js'
import { formatInterval, formatMoney, formatNumber, formatPercent, formatProbability } from './format.js'
import { listed } from './trade-off-sentence.js'

/**
 * An optimised plan in words, the advice first: whether to follow it, what it is expected to bring, what limits it, what is uncertain.
 *
 * Where the plan leaves what history shows, the plan that stays inside comes first; the document always holds the plan that was asked for.
 */
export function optimisedPlanSentences(document: PlanDocument, optimised: OptimisedPlan): string[] {
  const words: Words = { document, optimised, money: (amount) => formatMoney(amount, document.currency) }
  return [
    headline(words),
    insideSentence(words),
    isToday(optimised) ? '' : outcomeSentence(optimised, words),
    closeSentence(words),
    budgetSentence(words),
    bindingSentence(words),
    stepSentence(words),
    boundSentence(words),
  ].filter((sentence) => sentence !== '')
}

interface Words {
  readonly document: PlanDocument
  readonly optimised: OptimisedPlan
  readonly money: (amount: number) => string
}

/** Spends that differ by less than this share are the same. */
const SAME = 1e-9

function headline({ document, optimised }: Words): string {
  const { judgement } = optimised
  if (isToday(optimised)) {
    return 'Today’s plan is the best plan within these limits.'
  }
  const sure = probabilityText(judgement.probabilityBetter)
  const more = judgedWords[judgement.by]
  if (judgement.probabilityBetter < CLEAR_PROBABILITY) {
    return `Too close to call: keep today’s plan. The best plan found brings ${more} than today’s with a probability of ${sure} only.`
  }
  const what = document.target === null ? '' : ` at a ${targetName(document.target.of)} of ${document.target.value}`
  return `Follow the plan${what}: it brings ${more} than today’s with a probability of ${sure}.`
}

function isToday({ channels, pattern }: OptimisedPlan): boolean {
  return pattern === 'history' && channels.every(({ today, planned }) => Math.abs(planned - today) <= SAME * today)
}

/** A probability that rounds up to the line it lies below is said to lie below it. */
function probabilityText(probability: number): string {
  const isNear = probability < CLEAR_PROBABILITY && probability >= CLEAR_PROBABILITY - 0.005
  return isNear ? `just below ${formatProbability(CLEAR_PROBABILITY)}` : formatProbability(probability)
}

const judgedWords: Readonly<Record<PlanJudgement['by'], string>> = {
  profit: 'more profit',
  outcome: 'more outcome',
  'outcome-per-spend': 'more outcome for its money',
}

function insideSentence({ document, optimised, money }: Words): string {
  const outside = optimised.channels.filter(({ observed }) => !observed).map(({ name }) => name)
  if (outside.length === 0) return ''
  const beyond = `The plan takes ${listed(outside)} beyond what history shows, where curves are a guess.`
  const { inside } = optimised
  if (optimised.pattern === 'free') return beyond
  if (inside === null) return `${beyond} No plan within these limits stays inside.`
  const change = changeWords(inside.figures, { document, optimised, money })
  return `${beyond} The plan that stays inside: ${spendWords(inside, money)}; ${change}.`
}

function outcomeSentence(plan: ValuedPlan, words: Words): string {
  const { document, optimised, money } = words
  const spend =
    Math.abs(plan.value.spend - optimised.today.spend) <= 1e-6 * optimised.today.spend
      ? `It splits today’s ${money(plan.value.spend)} anew`
      : `It spends ${money(plan.value.spend)} in place of today’s ${money(optimised.today.spend)}`
  const regret = plan.judgement.expectedRegret
  const loss =
    plan.judgement.by === 'profit'
      ? `; if today’s plan is better after all, that costs ${money(regret)} on average over all cases`
      : ''
  return `${spend}: ${changeWords(figuresOf(plan.value), { document, optimised, money })}${loss}.`
}

/** `1.2 M EUR more profit expected (in 9 of 10 cases -0.1 to 2.5 M EUR)`, or the same of the KPI. */
function changeWords({ spend, kpi, gain }: PlanDrawFigures, { document, optimised, money }: Words): string {
  const { today } = optimised
  if (gain !== null && today.draws.profit !== null) {
    const change = differenceOf(
      gain.map((x) => x - spend),
      today.draws.profit,
    )
    const between = formatInterval(change.q05, change.q95, { currency: document.currency })
    return `${money(Math.abs(change.mean))} ${change.mean < 0 ? 'less' : 'more'} profit expected (in 9 of 10 cases ${between})`
  }
  const change = differenceOf(kpi, today.draws.incrementalKpi)
  const between = formatInterval(change.q05, change.q95, 'number')
  const unit = document.kpiKind === 'revenue' ? 'revenue' : 'units'
  return `${formatNumber(Math.abs(change.mean))} ${change.mean < 0 ? 'less' : 'more'} ${unit} expected (in 9 of 10 cases ${between})`
}

function differenceOf(plan: Float64Array, today: Float64Array): Estimate {
  return summarise(plan.map((x, d) => x - today[d]))
}

function spendWords({ channels, figures }: AlternativePlan, money: Words['money']): string {
  const each = channels.map(({ name, planned }) => `${name} ${money(planned)}`)
  return `${money(figures.spend)}, of which ${each.join(', ')}`
}

function closeSentence({ optimised: { channels } }: Words): string {
  const close = channels.filter(({ direction }) => direction !== null && direction < CLEAR_PROBABILITY)
  if (close.length === 0) return ''
  const each = close.map(({ name, direction }) => `${name} (${formatProbability(direction)})`)
  return `Too close to call which way to move: ${listed(each)}.`
}

function budgetSentence(words: Words): string {
  const { document, optimised } = words
  const price = document.shadowPrice
  if (price === null) return ''
  const isGain = optimised.task.quantity === 'gain'
  const verdict = !isGain || price === 1 ? '' : price > 1 ? ': the budget could earn more' : ': less would earn more'
  const after = isGain ? ' after variable cost' : ''
  return `One more ${document.currency} of budget ${price < 0 ? 'costs' : 'brings'} ${brought(price, words)}${after}${verdict}.`
}

/** What money brings, in the unit of what is maximised. */
function brought(price: number, { document, optimised }: Words): string {
  const amount = formatNumber(Math.abs(price))
  if (optimised.task.quantity !== 'kpi') return `${amount} ${document.currency}`
  return document.kpiKind === 'revenue' ? `${amount} ${document.currency} of revenue` : `${amount} units of the KPI`
}

function bindingSentence(words: Words): string {
  const { document } = words
  const unit = document.currency
  const binding = [...document.channels, ...document.groups]
    .filter(({ shadowPrice }) => shadowPrice !== 0)
    .sort((a, b) => Math.abs(b.shadowPrice) - Math.abs(a.shadowPrice))
    .slice(0, 4)
  if (binding.length === 0) return ''
  const each = binding.map(({ name, shadowPrice }) => {
    const end = shadowPrice > 0 ? 'ceiling' : 'floor'
    return `${name} at its ${end} (one ${unit} ${shadowPrice > 0 ? 'more' : 'less'} adds ${brought(shadowPrice, words)})`
  })
  return `Limits that bind: ${listed(each)}.`
}

function stepSentence({ document, optimised, money }: Words): string {
  const { step } = optimised
  if (step === null) return ''
  return `The next safe step, every channel within 30 % of today: ${spendWords(step, money)}; ${changeWords(step.figures, { document, optimised, money })}.`
}

function boundSentence({ document, optimised, money }: Words): string {
  if (optimised.pattern === 'free') {
    const held =
      'Periods are chosen as if media worked equally well in every one of them: that is what the model holds.'
    if (optimised.bound === null) return `${held} The plan isn’t proven the best.`
    return `${held} No plan can bring more than ${amountOf(optimised.bound, document, money)} beyond it.`
  }
  if (optimised.bound === 0) return ''
  if (optimised.bound === null) return 'The plan isn’t proven the best.'
  const share =
    optimised.task.exact === null || document.profit === null
      ? ''
      : ` (${formatPercent(optimised.bound / Math.abs(document.profit.mean))} of its profit)`
  return `The plan isn’t proven the best: another could bring up to ${amountOf(optimised.bound, document, money)} more${share}.`
}

function amountOf(bound: number, { objective }: PlanDocument, money: Words['money']): string {
  return objective === 'outcome' ? formatNumber(bound) : money(bound)
}
