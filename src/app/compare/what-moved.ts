import { formatNumber } from '../../decision/words/format.js'
import { listed } from '../../decision/words/trade-off-sentence.js'
import { differenceWords, onlyDrawsDiffer, type Differences } from './differences.js'
import type { ChannelMoves, Move, Moves, Verdict } from './move.js'

/** What moved and what differs, in one sentence. */
export function whatMoved(channels: readonly ChannelMoves[], differences: Differences, period: string): string {
  const why = differenceWords(differences, period)
  if (why.length === 0) return 'Spec, data, seed and version are the same, and so are the results.'
  const cause = onlyDrawsDiffer(differences)
    ? `only the draws differ (${listed(why)}), so what moved is the error of a finite number of them`
    : `what differs: ${listed(why)}`
  return `Between these fits ${movedWords(channels)}; ${cause}.`
}

/** The figure by which a channel is judged: its return, or its contribution where it has none. */
export function judgedBy({ roas, contribution }: Moves): Move {
  return roas.verdict === null ? contribution : roas
}

function movedWords(channels: readonly ChannelMoves[]): string {
  const by = (verdict: Verdict): ChannelMoves[] => channels.filter((channel) => judgedBy(channel).verdict === verdict)
  const names = (some: readonly ChannelMoves[]): string => listed(some.map(({ name }) => name))
  const moved = by('moved')
  const within = by('within-uncertainty')
  const still = [...by('noise'), ...by('same')]
  const single = channels.filter((channel) => judgedBy(channel).verdict === null)
  const parts = [
    ...(moved.length > 0
      ? [`${listed(moved.map(movedText))} moved out of ${moved.length === 1 ? 'its' : 'their'} interval`]
      : []),
    ...(within.length > 0
      ? [`${names(within)} moved within ${within.length === 1 ? 'its' : 'their'} uncertainty`]
      : []),
    ...(still.length > 0 ? [`${names(still)} moved by no more than noise`] : []),
    ...(single.length > 0 ? [`${names(single)} ${single.length === 1 ? 'is' : 'are'} in one fit only`] : []),
  ]
  return parts.length === 0 ? 'there is no channel to compare' : parts.join(', ')
}

function movedText(channel: ChannelMoves): string {
  const { before, after } = judgedBy(channel)
  const text = (value: number | undefined): string => formatNumber(value ?? null, { digits: 2 })
  const what = channel.roas.verdict === null ? 'contribution' : 'ROAS'
  return `${channel.name} (${what} ${text(before?.mean)}, then ${text(after?.mean)})`
}
