import type { ChannelLearning, LearningVerdict } from '../../decision/posterior-results.js'
import type { PriorBelief } from '../../decision/results.js'
import type { Column, Interval, Table } from './table.js'

/** Who decided, in words. */
export const verdictText: Readonly<Record<LearningVerdict, string>> = {
  data: 'the data decide',
  both: 'both count',
  prior: 'the prior decides',
  conflict: 'prior and data conflict',
}

/** Prior against posterior: a row a channel. */
export function learningTable(learning: readonly ChannelLearning[]): Table {
  const quantities = new Set(learning.map(({ quantity }) => quantity))
  const told = learning.some(({ priorSensitivity }) => priorSensitivity !== null)
  const figure = (key: string, label: string, format: Column['format'], droppable = 0): Column => {
    return { key, label, unit: null, align: 'right', format, droppable }
  }
  const name = (key: string, label: string): Column => ({ key, label, unit: null, align: 'left', format: 'text' })
  return {
    title: 'What the data taught',
    columns: [
      name('channel', 'Channel'),
      ...(quantities.has('roas')
        ? [figure('priorRoas', 'ROAS before', 'ratio'), figure('posteriorRoas', 'ROAS after', 'ratio')]
        : []),
      ...(quantities.has('share')
        ? [figure('priorShare', 'Share before', 'percent'), figure('posteriorShare', 'Share after', 'percent')]
        : []),
      figure('contraction', 'Contraction', 'percent'),
      figure('overlap', 'Overlap', 'percent', 1),
      ...(told
        ? [
            figure('priorSensitivity', 'Prior sensitivity', 'ratio', 2),
            figure('likelihoodSensitivity', 'Data sensitivity', 'ratio', 2),
          ]
        : []),
      name('verdict', 'Verdict'),
    ],
    rows: learning.map(({ channel, quantity, prior, posterior, ...rest }) => ({
      channel,
      ...(quantities.has('roas') ? beforeAfter('Roas', quantity === 'roas' ? { prior, posterior } : null) : {}),
      ...(quantities.has('share') ? beforeAfter('Share', quantity === 'share' ? { prior, posterior } : null) : {}),
      contraction: rest.contraction,
      overlap: rest.overlap,
      ...(told ? { priorSensitivity: rest.priorSensitivity, likelihoodSensitivity: rest.likelihoodSensitivity } : {}),
      verdict: verdictText[rest.verdict],
    })),
    notes: [
      'Medians, with 9 of 10 cases, before and after the data, over the whole fit window.',
      'Contraction: by how much the data cut the variance of the effect, 100 % being all of it; below 30 % the channel is flagged prior-driven. Overlap: the area that the two densities share.',
      ...(told
        ? [
            'Sensitivity: how far the effect moves per doubling of the weight of the channel’s priors, or of the data; from 0.05 on it is worth a word. They conflict where the priors move the effect and the data put it outside the priors’ 9 of 10 cases.',
          ]
        : []),
    ],
  }
}

function beforeAfter(
  quantity: 'Roas' | 'Share',
  pair: { readonly prior: PriorBelief; readonly posterior: PriorBelief } | null,
): Record<string, Interval | null> {
  return {
    [`prior${quantity}`]: pair === null ? null : asInterval(pair.prior),
    [`posterior${quantity}`]: pair === null ? null : asInterval(pair.posterior),
  }
}

/** Medians stand where means usually do: heavy-tailed priors have none. */
function asInterval({ median, q05, q95 }: PriorBelief): Interval {
  return { mean: median, median, q05, q95 }
}
