import type { LearnedChannel, ValueOfLearning } from '../optimise/value-of-learning.js'
import { formatInterval, formatMoney, formatNumber, formatProbability } from './format.js'
import { perYear } from './trade-off-sentence.js'

export interface LearningContext {
  readonly currency: string
  /** Length of the window. */
  readonly years: number
  /** Whether the values are money (profit) or KPI units (outcome). */
  readonly isMoney: boolean
  readonly hasValue: boolean
}

/** Channels whose test is worth a sentence. */
const MOST = 3
/** Share of the value of knowing everything below which a channel is left out. */
const NEGLIGIBLE = 0.02

/** What to test first, what that is worth, and what result would change the plan: a short list. */
export function learningSentences({ everything, channels }: ValueOfLearning, context: LearningContext): string[] {
  const { share, phrase } = perYear(context.years)
  const amount = (value: number): string =>
    context.isMoney ? formatMoney(value * share, context.currency) : `${formatNumber(value * share)} of the KPI`
  const worthwhile = channels.filter(({ value }) => value > NEGLIGIBLE * everything && value > 0).slice(0, MOST)
  const first = `Knowing every curve exactly before planning would be worth ${amount(everything)} ${phrase}.`
  if (worthwhile.length === 0) return [`${first} No single test would change this plan enough to pay.`]
  return [
    first,
    ...worthwhile.map((channel) => channelSentence(channel, `${amount(channel.value)} ${phrase}`, context)),
  ]
}

function channelSentence(channel: LearnedChannel, worth: string, { hasValue }: LearningContext): string {
  const { name, result, now, turnsAt, probability } = channel
  const what = hasValue ? 'ROAS' : 'KPI per money'
  const known = `${formatNumber(result.mean)}, in 9 of 10 cases ${formatInterval(result.q05, result.q95, 'number')}`
  const start = `Test ${name}: knowing its ${what} (now ${known}) is worth up to ${worth}.`
  if (now === 'kept') return `${start} The plan keeps it; what is learned moves the others.`
  const opposite = now === 'raised' ? 'cut' : 'raise'
  if (turnsAt === null)
    return `${start} The plan has it ${now}, and no likely result would turn that; it would change by how much.`
  const side = now === 'raised' ? 'below' : 'above'
  return `${start} The plan has it ${now} and would ${opposite} it if a test found a ${what} ${side} ${formatNumber(turnsAt)} (${formatProbability(probability)} likely).`
}
