import { measureText } from '../robustness/study-words.js'
import { formatFigure, formatInterval, formatNumber, formatPercent, type FigureKind } from '../words/format.js'
import type { Narrowing } from './narrowing.js'
import type { ChannelRecovery, Recovery } from './recovery.js'

/** Half an interval over the truth up to which nothing need be narrowed. */
const NARROW = 0.3
/** Median error up to which estimates are as often too high as too low for all anyone can tell. */
const SLIGHT = 0.05

/** Width of the coverage's own interval from which it says nothing. */
const TOO_FEW = 0.3
const twoDigits = { digits: 2 }

/**
 * A recovery study in words: first how often intervals held what was planted, then a sentence for each channel, the best known first.
 *
 * @example recoverySentences(await recover(model, { executor }))[1]  // 'tv’s ROAS is known to within 60 % …'
 */
export function recoverySentences(recovery: Recovery): string[] {
  const ranked = recovery.channels.toSorted((a, b) => a.alive.halfWidth - b.alive.halfWidth)
  return [coverageSentence(recovery), ...ranked.map((channel) => channelSentence(channel, recovery))]
}

function coverageSentence({ coverage, coverageByShape, planted }: Recovery): string {
  const { value, low, high } = coverage
  const { fitted, other } = coverageByShape
  const shapes =
    fitted === null || other === null
      ? ''
      : `, ${formatPercent(fitted.value)} where carry-over and saturation are of the families that the model holds possible and ${formatPercent(other.value)} where they aren’t`
  const held = `Of the effects planted in ${planted.counted} worlds made of these data, the intervals of 9 in 10 cases held ${formatPercent(value)} (95 % sure: ${formatInterval(low, high, 'percent')})${shapes}`
  if (high < 0.9) return `${held}: fewer than they should, so read them as too narrow.`
  if (low > 0.9) return `${held}: more than they need to, so they are rather too wide.`
  return high - low > TOO_FEW ? `${held}: too few worlds to judge them by.` : `${held}, as they should.`
}

function channelSentence(channel: ChannelRecovery, { kpiKind, currency }: Recovery): string {
  const { name, measure, alive } = channel
  const { held, count } = heldOf(channel)
  const trial = `held in ${held} of ${count} worlds, estimates ${errorText(alive.error)}`
  const parts = [
    `${possessive(name)} ${measureText(measure, currency)} is known ${widthText(alive)} (${trial})`,
    deadText(channel, kpiWord(kpiKind)),
    smallestText(channel),
    ...(alive.halfWidth > NARROW ? [narrowingText(channel.narrowing)] : []),
  ]
  return `${parts.join('; ')}.`
}

/** What the KPI is called in a share of it. */
export function kpiWord(kind: Recovery['kpiKind']): string {
  return kind === 'revenue' ? 'sales' : 'the KPI'
}

/** @example possessive('leaflets')  // 'leaflets’' */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

/** In how many of the worlds with a planted effect its interval held it. */
export function heldOf({ alive }: Pick<ChannelRecovery, 'alive'>): { readonly held: number; readonly count: number } {
  return { held: Math.round(alive.coverage.value * alive.worlds), count: alive.worlds }
}

function widthText({ halfWidth, factor }: ChannelRecovery['alive']): string {
  if (halfWidth < 1) return `to within ${formatPercent(halfWidth)}`
  return factor === null
    ? 'so little that even its sign is open'
    : `only to within a factor of ${formatNumber(factor, twoDigits)}`
}

function errorText(error: number): string {
  if (Math.abs(error) <= SLIGHT) return 'neither too high nor too low'
  return `${formatPercent(Math.abs(error))} too ${error > 0 ? 'high' : 'low'}`
}

function deadText({ measure, dead }: ChannelRecovery, kpi: string): string {
  const answer =
    measure === 'share'
      ? ''
      : ` (${measure === 'roas' ? 'a ROAS' : 'a return'} of ${formatNumber(dead.answer, twoDigits)})`
  const profit =
    dead.profitable === null ? '' : ` and would look profitable in ${dead.profitable} of ${dead.worlds} worlds`
  return `if it did nothing it would be credited with ${formatPercent(dead.share)} of ${kpi}${answer}${profit}`
}

function smallestText({ measure, smallest }: ChannelRecovery): string {
  const kind: FigureKind = measure === 'share' ? 'percent' : 'number'
  const write = (value: number): string => formatFigure(value, kind, twoDigits)
  const { aboveDead, aboveBreakEven, breakEven, largestPlanted } = smallest
  const profit =
    breakEven === null
      ? ''
      : aboveBreakEven === null
        ? `, and none from its break-even of ${write(breakEven)}`
        : `, from ${write(aboveBreakEven)} on from its break-even of ${write(breakEven)}`
  if (aboveDead === null) {
    const far = `no effect of up to ${write(largestPlanted)} can be told from nothing`
    return breakEven === null || aboveBreakEven === null ? far : `${far}${profit}`
  }
  return `from ${write(aboveDead)} on it can be told from nothing${profit}`
}

function narrowingText(narrowing: Narrowing): string {
  switch (narrowing.by) {
    case 'buying-apart':
      return `to narrow this, buy it in other weeks than ${narrowing.from}, with which it goes together (correlation ${formatNumber(narrowing.correlation, twoDigits)}), or run an experiment`
    case 'more-variation':
      return `to narrow this, vary its spend more (now by ${formatPercent(narrowing.variation)} of its mean), or run an experiment`
    case 'buying-off-season':
      return `to narrow this, buy it against the season and the trend, which explain ${formatPercent(1 - narrowing.informationLeft)} of its ups and downs, or run an experiment`
    case 'experiment':
      return 'to narrow this, run an experiment'
  }
}
