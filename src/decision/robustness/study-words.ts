import type { RobustnessStudy, RungRange, StudyKind } from '../../fit/robustness/robustness.js'
import { formatInterval, formatNumber, formatPercent, type FigureKind } from '../words/format.js'

/** The flag of a channel whose answer depends on what a study varied. */
export const dependentFlag: Readonly<Record<StudyKind, 'baseline-dependent' | 'form-dependent'>> = {
  ladder: 'baseline-dependent',
  forms: 'form-dependent',
}

/** Which study a document is. */
export function kindOf({ format }: Pick<RobustnessStudy, 'format'>): StudyKind {
  return format === 'mixwright.ladder/1' ? 'ladder' : 'forms'
}

/** What a range is of, in words: `ROAS`, `KPI per EUR`, `share of the outcome`. */
export function measureText(measure: RungRange['measure'], currency: string): string {
  if (measure === 'share') return 'share of the outcome'
  return measure === 'roas' ? 'ROAS' : `KPI per ${currency}`
}

/**
 * A study in words: how many channels depend on the choice that was varied, then a sentence for each channel and for all paid media together.
 *
 * @example studySentences(study)[0]  // 'Of 5 channels one is baseline-dependent: tv.'
 */
export function studySentences(study: RobustnessStudy): string[] {
  return [verdictSentence(study), ...toldRanges(study).map((range) => rangeSentence(range, study))]
}

/** What `studySentences` has a sentence of, in its order: of a single channel, all paid media would say the same again. */
export function toldRanges({ channels, media }: RobustnessStudy): readonly RungRange[] {
  return media === null || channels.length === 1 ? channels : [...channels, media]
}

/** What is to be said of single rungs: which aren't counted and why, and which describe the data better than the model as it stands. */
export function rungSentences({ rungs }: Pick<RobustnessStudy, 'rungs'>): string[] {
  return rungs.flatMap(({ label, status, rhat, prediction }) => {
    if (status === 'unsettled')
      return [`Not counted: ${label}, as its short chains disagree (R-hat ${rhat?.toFixed(2)}).`]
    if (prediction === null || status === 'counted') return []
    const { difference, se } = prediction
    const evidence = `expected log predictive density ${formatNumber(Math.abs(difference))} ${difference < 0 ? 'lower' : 'higher'}, standard error ${formatNumber(se)}`
    return status === 'refuted'
      ? [`Not counted: ${label}, as the data speak against it (${evidence}).`]
      : [`The data speak for ${label} over the model as specified (${evidence}): consider it.`]
  })
}

function verdictSentence(study: RobustnessStudy): string {
  const flag = dependentFlag[kindOf(study)]
  const dependent = study.channels.filter((channel) => channel.dependent).map(({ name }) => name)
  const count = study.channels.length
  if (dependent.length === 0) {
    return count === 1 ? `The channel is not ${flag}.` : `None of the ${count} channels is ${flag}.`
  }
  if (count === 1) return `The only channel, ${dependent[0]}, is ${flag}.`
  const number = dependent.length === 1 ? 'one is' : `${dependent.length} are`
  return `Of ${count} channels ${number} ${flag}: ${dependent.join(', ')}.`
}

function rangeSentence(range: RungRange, study: RobustnessStudy): string {
  const { measure, estimate, low, high, farthest, dependent, outside } = range
  const name = range === study.media ? 'all paid media' : range.name
  const kind: FigureKind = measure === 'share' ? 'percent' : 'number'
  const write = (value: number): string => (kind === 'percent' ? formatPercent(value) : formatNumber(value))
  const what = measureText(measure, study.currency)
  const own = formatInterval(estimate.q05, estimate.q95, kind)
  const span = formatInterval(low, high, kind)
  if (farthest === null) return `${name}: nothing to hold it against, as no variant was counted.`
  const moved = `its ${what} of ${write(estimate.mean)} (${own})`
  if (!dependent)
    return `${name} is robust: ${moved} stays at ${span} throughout; it moves most with ${farthest.label}.`
  const flag = dependentFlag[kindOf(study)]
  if (outside.length === 0) {
    return `${name} is ${flag}: ${moved} spreads over ${span}, more than half of that interval; it moves most with ${farthest.label}.`
  }
  const [worst] = outside
  const others = outside.length === 1 ? '' : ` (and ${outside.length - 1} more)`
  return `${name} is ${flag}: ${moved} becomes ${write(worst.mean)} with ${worst.label}${others}, outside that interval; over all variants it is ${span}.`
}
