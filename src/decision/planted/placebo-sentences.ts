import { listWords } from '../../model/spec/check-structure.js'
import { formatInterval, formatPercent, formatProbability } from '../words/format.js'
import type { Estimate } from '../estimate.js'
import { standsFrom, type Placebo, type PlaceboAnswer, type PlaceboChannel } from './placebo.js'
import { kpiWord, possessive } from './recovery-sentences.js'

/**
 * A placebo study in words: first which channels stand above what nothing is credited with, then a sentence for each channel.
 *
 * @example placeboSentences(await placeboStudy(model, { executor }))[1]  // 'A channel that does nothing, tv’s spend in shuffled weeks, …'
 */
export function placeboSentences(placebo: Placebo): string[] {
  return [verdictSentence(placebo), ...placebo.channels.map((channel) => channelSentence(channel, placebo))]
}

function verdictSentence({ channels }: Placebo): string {
  const above = channels.filter(({ standsAbove }) => standsAbove).map(({ name }) => name)
  const open = channels.filter(({ standsAbove }) => !standsAbove).map(({ name }) => name)
  const stand = (names: readonly string[]): string => (names.length === 1 ? 'stands' : 'stand')
  if (open.length === 0) {
    return `${listWords(above, 'and')} ${stand(above)} above what the model gives to a channel that does nothing.`
  }
  const credit = open.length === 1 ? 'its credit' : 'their credit'
  const rest = `${listWords(open, 'and')} can’t be told from a channel that does nothing: ${credit} could be no more than priors and chance.`
  return above.length === 0
    ? rest
    : `${listWords(above, 'and')} ${stand(above)} above what the model gives to a channel that does nothing. ${rest}`
}

function channelSentence({ name, placebos, standsAbove }: PlaceboChannel, study: Placebo): string {
  const { period } = study.window
  const given = placebos.map(({ kind, by, placebo }, i) => {
    const share = shareText(placebo.share, i === 0 ? kpiWord(study.kpiKind) : null)
    const whose = i === 0 ? `${possessive(name)} ${period}s` : 'they'
    return `${share} where ${whose} are ${kind}${kind === 'shifted' ? ` by ${by}` : ''}`
  })
  const least = Math.min(...placebos.map(({ above }) => above))
  const verdict = standsAbove
    ? `stands above ${placebos.length === 2 ? 'both' : 'it'}`
    : `does not stand above ${openOnes(placebos)} (probability ${formatProbability(least)})`
  return `A channel that does nothing is given ${given.join(' and ')}${priorText(placebos[0])}; ${possessive(name)} own ${shareText(placebos[0].own.share, null)} ${verdict}.`
}

function shareText({ mean, q05, q95 }: Estimate, of: string | null): string {
  return `${formatPercent(mean)}${of === null ? '' : ` of ${of}`} (${formatInterval(q05, q95, 'percent')})`
}

function priorText({ prior }: PlaceboAnswer): string {
  return prior === null ? '' : `, against ${formatPercent(prior.share.median)} that its prior expected`
}

/** The placebos that the channel does not stand above. */
function openOnes(placebos: readonly PlaceboAnswer[]): string {
  if (placebos.length === 1) return 'it'
  const open = placebos.filter(({ above }) => above < standsFrom)
  return open.length === placebos.length ? 'them' : `the ${open[0].kind} one`
}
