import type { PlanOutcome } from '../budget/plan-outcome.js'
import type { FigureWriter } from './figure-writer.js'
import type { FigureKind } from './format.js'
import type { Sentence, SentenceContext } from './trade-off-sentence.js'
import { summarise } from '../analysis/summarise.js'
import { profitDraws } from '../budget/plan-outcome.js'
import { mean } from '../../numeric/stats/summary.js'
import { figureWriter } from './figure-writer.js'
import { listed, perYear } from './trade-off-sentence.js'

/**
 * The four plans in words: what today's budget earns, what the same sales could cost, what a better split and the most profitable
 * budget would add. Where today's budget is beyond the most profitable one it says so.
 *
 * @param plans as `namedPlans` gives them; none gives an empty sentence.
 */
export function planSentence(plans: readonly PlanOutcome[], context: PlanContext): Sentence {
  const writer = figureWriter()
  const { share, phrase } = perYear(context.years)
  const currency = { currency: context.currency }
  const words: PlanWords = { ...writer, context, share, phrase, currency }
  const named = (name: PlanOutcome['name']): PlanOutcome | undefined => plans.find((plan) => plan.name === name)
  const today = named('today')
  const same = named('same-sales-for-less')
  const split = named('best-split')
  const most = named('profit-max')
  if (today === undefined || same === undefined || split === undefined) return { sentence: '', figures: [] }
  const sentences = [
    todaySentence(today, words),
    sameSentence(today, same, words),
    splitSentence(today, split, words),
    most === undefined ? '' : mostSentence(today, most, words),
    ...[same, split].map((plan) => gapRemark(plan, words)),
  ]
  return { sentence: sentences.filter((part) => part !== '').join(' '), figures: writer.figures }
}

interface PlanWords extends Pick<FigureWriter, 'write' | 'between'> {
  readonly context: PlanContext
  readonly share: number
  readonly phrase: string
  readonly currency: FigureKind
}

/** What the plans' sentence needs besides the plans. */
export type PlanContext = Pick<SentenceContext, 'currency' | 'years'>

/** Plans that differ by less than this share of today's budget are called the same. */
const SAME = 0.001

function todaySentence(today: PlanOutcome, words: PlanWords): string {
  const spend = money('today', today.totalSpend, words)
  const profit = profitDraws(today)
  if (profit === null) return `Today's budget is ${spend} ${words.phrase}.`
  const average = mean(profit)
  const earned = money('todayProfit', Math.abs(average), words)
  const roi = words.write('todayRoi', average / today.totalSpend, 'percent')
  return `Today's ${spend} ${words.phrase} ${average < 0 ? 'loses' : 'earns'} an expected ${earned} (ROI ${roi}).`
}

function sameSentence(today: PlanOutcome, same: PlanOutcome, words: PlanWords): string {
  if (same.totalSpend > (1 - SAME) * today.totalSpend) return "No cheaper split brings today's sales."
  const spend = money('sameSales', same.totalSpend, words)
  const profit = profitDraws(same)
  const roi =
    profit === null || same.totalSpend === 0
      ? ''
      : ` (ROI ${words.write('sameSalesRoi', mean(profit) / same.totalSpend, 'percent')})`
  return `The same sales could be had for ${spend}${roi}.`
}

function splitSentence(today: PlanOutcome, split: PlanOutcome, words: PlanWords): string {
  const change = returnChange(today, split)
  if (mean(change) <= SAME * Math.abs(mean(split.value ?? split.kpi)))
    return "Today's split is about the best for its budget."
  const what = split.gain !== null ? 'profit' : split.value !== null ? 'revenue' : 'units'
  const kind = split.value === null ? 'number' : words.currency
  return `Splitting today's budget better is expected to add ${added('split', change, { words, kind, what })}.`
}

function mostSentence(today: PlanOutcome, most: PlanOutcome, words: PlanWords): string {
  const change = returnChange(today, most)
  if (mean(change) <= SAME * Math.abs(mean(most.value ?? most.kpi))) return 'No other budget is expected to earn more.'
  const spend = money('most', most.totalSpend, words)
  const profit = added('most', change, { words, kind: words.currency, what: 'profit' })
  if (most.totalSpend === 0) return `No channel pays: spending nothing is expected to add ${profit}.`
  const roi = words.write('mostRoi', mean(profitDraws(most) ?? most.kpi) / most.totalSpend, 'percent')
  const outside = observedRemark(most)
  return most.totalSpend < (1 - SAME) * today.totalSpend
    ? `Today's budget is beyond the most profitable one, ${spend}: cutting to it is expected to add ${profit}, at an ROI of ${roi}.${outside}`
    : `The most profitable budget, ${spend}, is expected to add ${profit}, at an ROI of ${roi}.${outside}`
}

/** Change against today per draw: of profit, or of value or KPI units where there is no margin. */
function returnChange(today: PlanOutcome, plan: PlanOutcome): Float64Array {
  const draws = (each: PlanOutcome): Float64Array => profitDraws(each) ?? each.value ?? each.kpi
  const before = draws(today)
  return draws(plan).map((after, d) => after - before[d])
}

interface AddedInput {
  readonly words: PlanWords
  readonly kind: FigureKind
  readonly what: string
}

/** `0.3 M EUR profit (in 9 of 10 cases between 0.1 and 0.5 M EUR; 97 % likely a gain)`. */
function added(name: string, change: Float64Array, { words, kind, what }: AddedInput): string {
  const { mean: average, q05, q95 } = summarise(change)
  const amount = words.write(`${name}Change`, average * words.share, kind)
  const between = words.between(`${name}Change`, { q05: q05 * words.share, q95: q95 * words.share }, kind, 'and')
  const likely = change.reduce((count, x) => count + (x > 0 ? 1 : 0), 0) / change.length
  const gain = words.write(`${name}Likely`, likely, 'probability')
  return `${amount} ${what} (in 9 of 10 cases between ${between}; ${gain} likely a gain)`
}

/** The channels that a plan takes beyond what history shows. */
function observedRemark({ responses, multiples }: PlanOutcome): string {
  const outside = responses.filter(({ observedTo }, c) => multiples[c] > Math.max(1, observedTo) + 1e-9)
  if (outside.length === 0) return ''
  return ` It takes ${listed(outside.map(({ channel }) => channel))} beyond what history shows, where curves are a guess.`
}

function gapRemark({ name, gap, value }: PlanOutcome, words: PlanWords): string {
  if (gap === 0) return ''
  if (name === 'same-sales-for-less') {
    return `The cheapest split isn't proven: up to ${money(`${name}.gap`, gap, words)} less may do.`
  }
  const more = words.write(`${name}.gap`, gap * words.share, value === null ? 'number' : words.currency)
  return `The best split isn't proven: up to ${more} more may be had.`
}

function money(name: string, overWindow: number, words: PlanWords): string {
  return words.write(name, overWindow * words.share, words.currency)
}
