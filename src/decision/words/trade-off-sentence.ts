import type { SpendMove, Threshold, TradeOffFacts } from '../analysis/trade-off-facts.js'
import type { SentenceFigure, TradeOffAdvice } from '../results.js'
import type { FigureWriter } from './figure-writer.js'
import type { FigureKind } from './format.js'
import { figureWriter } from './figure-writer.js'

/** What a sentence needs besides its numbers. */
export interface SentenceContext {
  /** Channel name, or `total`. */
  readonly name: string
  readonly currency: string
  readonly role: 'demand-capture' | null
  /** For `total`: its channels that capture demand created elsewhere. */
  readonly captures: readonly string[]
  /** Years in the window; below one year money is stated over the window. */
  readonly years: number
}

/** A sentence and every number in it. */
export interface Sentence {
  readonly sentence: string
  readonly figures: readonly SentenceFigure[]
}

/**
 * The trade-off of one channel (or of the whole budget at today's mix) in words.
 *
 * Money is a year's average where the window is at least a year long. Every number is kept in `figures`.
 *
 * @example
 * // Raising tv from 1.2 M EUR to 1.7 M EUR a year is expected to add 200 k EUR profit (in 9 of 10 cases between -0.3 and 0.8 M EUR;
 * // 70 % likely a gain). ROI on all of tv falls from 85 % to 72 %; on the extra 500 k EUR it is 40 %. ROI is highest at zero spend; it isn't
 * // a target.
 */
export function tradeOffSentence(facts: TradeOffFacts, context: SentenceContext): Sentence {
  const writer = figureWriter()
  const words = wordsOf(writer, context)
  const parts = [openings[facts.advice](facts, words), ...remarks(facts, words)]
  return { sentence: parts.filter((part) => part !== '').join(' '), figures: writer.figures }
}

/** Money of a window as a sentence states it: a year's average from a year up. */
export function perYear(years: number): { readonly share: number; readonly phrase: string } {
  // A window of 52 weeks is a year, though it is a day short of one.
  return years >= 0.99 ? { share: 1 / years, phrase: 'a year' } : { share: 1, phrase: 'over the window' }
}

interface Words extends Pick<FigureWriter, 'write' | 'between'> {
  readonly context: SentenceContext
  readonly subject: string
  /** The subject named again: `all of tv`. */
  readonly all: string
  readonly phrase: string
  readonly currency: FigureKind
  /** Money over the window as the sentence states it. */
  money(name: string, overWindow: number): string
  readonly share: number
}

function wordsOf(writer: FigureWriter, context: SentenceContext): Words {
  const total = context.name === 'total'
  const { share, phrase } = perYear(context.years)
  const currency = { currency: context.currency }
  return {
    ...writer,
    context,
    subject: total ? "the whole budget at today's mix" : context.name,
    all: total ? 'all of it' : `all of ${context.name}`,
    phrase,
    currency,
    share,
    money: (name, overWindow) => writer.write(name, overWindow * share, currency),
  }
}

/** The first sentence, by what it is about. */
const openings: Readonly<Record<TradeOffAdvice, (facts: TradeOffFacts, words: Words) => string>> = {
  raise: moveSentence,
  cut: moveSentence,
  'near-optimal': nearSentence,
  'observed-edge': edgeSentence,
  'never-pays': neverSentence,
  'demand-capture': captureSentence,
  'no-margin': marginSentence,
  'no-value': costSentence,
  'no-spend-in-window': (_, { subject }) =>
    `${capital(subject)} had no spend in this window, so there is no trade-off to show.`,
}

function moveSentence({ move }: TradeOffFacts, words: Words): string {
  if (move === null) return ''
  const { subject, all, phrase } = words
  const raise = move.to > move.from
  const from = words.money('from', move.from)
  const to = move.to === 0 ? 'zero' : words.money('to', move.to)
  const first = `${raise ? 'Raising' : 'Cutting'} ${subject} from ${from} to ${to} ${phrase} is expected to ${gain(move, words)}.`
  if (move.roiTo === null) {
    return `${first} ROI on ${all} is ${words.write('roiFrom', move.roiFrom, 'percent')} today.`
  }
  const roiFrom = words.write('roiFrom', move.roiFrom, 'percent')
  const roiTo = words.write('roiTo', move.roiTo, 'percent')
  const verb = move.roiTo < move.roiFrom ? 'falls' : 'rises'
  const change = roiFrom === roiTo ? `stays at ${roiTo}` : `${verb} from ${roiFrom} to ${roiTo}`
  const difference = words.money('difference', Math.abs(move.to - move.from))
  const onDifference = words.write('roiDifference', move.roiDifference, 'percent')
  return raise
    ? `${first} ROI on ${all} ${change}; on the extra ${difference} it is ${onDifference}.`
    : `${first} ROI on ${all} ${change}; on the ${difference} saved it is ${onDifference} today.`
}

/** `add 200 k EUR profit (in 9 of 10 cases between -0.3 and 0.8 M EUR; 70 % likely a gain)`. */
function gain({ profitChange, pGain }: SpendMove, words: Words): string {
  const { mean, q05, q95 } = profitChange
  const ends = { q05: q05 * words.share, q95: q95 * words.share }
  const change = words.money('profitChange', Math.abs(mean))
  const between = words.between('profitChange', ends, words.currency, 'and')
  const likely = words.write('pGain', pGain, 'probability')
  return `${mean < 0 ? 'cost' : 'add'} ${change} profit (in 9 of 10 cases between ${between}; ${likely} likely a gain)`
}

function neverSentence({ move }: TradeOffFacts, words: Words): string {
  if (move === null) return ''
  const { subject, all } = words
  const from = words.money('from', move.from)
  return (
    `No spend on ${subject} up to ten times today's is expected to pay back. Cutting it from ${from} ${words.phrase} to zero is expected to ` +
    `${gain(move, words)}. ROI on ${all} is ${words.write('roiFrom', move.roiFrom, 'percent')} today.`
  )
}

function nearSentence({ today, nearOptimal, roiNextTenth }: TradeOffFacts, words: Words): string {
  if (today === null || nearOptimal === null || roiNextTenth === null) return ''
  const spend = words.money('today', today.spend)
  const ends = { q05: nearOptimal[0] * words.share, q95: nearOptimal[1] * words.share }
  const range = words.between('nearOptimal', ends, words.currency, 'and')
  return (
    `Today's ${spend} ${words.phrase} on ${words.subject} is near the best: anywhere between ${range} expected profit is within 1 % of its ` +
    `greatest. ${todayRoi(today.roi, roiNextTenth, words)}`
  )
}

function edgeSentence({ today, roiNextTenth }: TradeOffFacts, words: Words): string {
  if (today === null || roiNextTenth === null) return ''
  const spend = words.money('today', today.spend)
  return (
    `${capital(words.subject)} may deserve more than today's ${spend} ${words.phrase}, but history never shows more, so how much is a guess. ` +
    todayRoi(today.roi, roiNextTenth, words)
  )
}

function captureSentence({ today, roiNextTenth }: TradeOffFacts, words: Words): string {
  if (today === null || roiNextTenth === null) return ''
  const spend = words.money('today', today.spend)
  return (
    `No plan raises ${words.subject} above today's ${spend} ${words.phrase}: it captures demand created elsewhere. ` +
    todayRoi(today.roi, roiNextTenth, words)
  )
}

function todayRoi(roi: number, next: number, words: Words): string {
  const all = words.write('roi', roi, 'percent')
  return `ROI on ${words.all} is ${all}; on the next 10 % it is ${words.write('roiNextTenth', next, 'percent')}.`
}

function costSentence({ costPerKpi: cost }: TradeOffFacts, words: Words): string {
  if (cost === null || cost.headline === null) {
    return `${capital(words.subject)} isn't expected to add any units, so it has no cost per unit.`
  }
  const headline = words.write('costPerKpi', cost.headline, words.currency)
  return `${capital(words.subject)} costs ${headline} per extra unit (${range('costPerKpi', cost, words, words.currency)}).`
}

function marginSentence({ marginNeeded: margin }: TradeOffFacts, words: Words): string {
  const { subject } = words
  if (margin === null || margin.headline === null) {
    return `${capital(subject)} isn't expected to bring any revenue, so it pays back at no margin.`
  }
  const headline = words.write('marginNeeded', margin.headline, 'percent')
  const interval = range('marginNeeded', margin, words, 'percent')
  if (margin.headline > 1) {
    return (
      `${capital(subject)} is expected to bring less revenue than it costs: to pay back, you would have to keep ${headline} (${interval}) of ` +
      'its extra revenue.'
    )
  }
  return `${capital(subject)} pays back if you keep more than ${headline} (${interval}) of its extra revenue.`
}

function range(name: string, { q05, q95 }: Threshold, words: Words, kind: FigureKind): string {
  if (q05 === null) return 'no limits can be given'
  if (q95 === null) return `${words.write(`${name}.q05`, q05, kind)} or more`
  return words.between(name, { q05, q95 }, kind, 'to')
}

function remarks(facts: TradeOffFacts, words: Words): string[] {
  const { subject, phrase, context } = words
  const remark: string[] = []
  if (context.role === 'demand-capture' && facts.today !== null) {
    remark.push('Its figures are an upper bound: they include demand created elsewhere.')
  }
  if (context.captures.length > 0 && facts.today !== null) {
    remark.push(`It includes ${listed(context.captures)}: an upper bound, demand created elsewhere counts there.`)
  }
  if (facts.beyondCurve) {
    const place = facts.optimumBeyond === null ? '' : ', far beyond what history shows'
    remark.push(`Expected profit still rises at ten times today's spend${place}.`)
  } else if (facts.optimumBeyond !== null) {
    const optimum = words.money('optimumBeyond', facts.optimumBeyond)
    remark.push(`The curve's own optimum, ${optimum} ${phrase}, lies beyond what history shows and is a guess.`)
  }
  switch (facts.roiMaxIs) {
    case 'zero':
      remark.push("ROI is highest at zero spend; it isn't a target.")
      break
    case 'interior':
      if (facts.roiMax !== null) {
        const spend = words.money('roiMax', facts.roiMax.spend)
        remark.push(
          `ROI is highest, ${words.write('roiAtRoiMax', facts.roiMax.roi, 'percent')}, at ${spend} ${phrase}.`,
        )
      }
      break
    case 'unknown':
      remark.push("The data can't tell where ROI is highest.")
      break
    case 'anywhere':
      remark.push(`The model holds ${subject} to return the same at any spend.`)
      break
    case null:
      break
  }
  return remark
}

/** `tv`, `tv and radio`, `tv, radio and search`. */
export function listed(names: readonly string[]): string {
  const last = names[names.length - 1]
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

function capital(text: string): string {
  return text.startsWith('the ') ? `T${text.slice(1)}` : text
}
