import { correlation, mean, standardDeviation } from '../../numeric/stats/summary.js'
import type { Model, ModelChannel } from '../design/model.js'
import type { ParameterSpec } from '../prior/prior.js'
import { adstockedMedia } from './adstocked-media.js'
import { conditionNumber, varianceInflation } from './collinearity.js'
import { baselineGroups, informationLeft, type BaselineGroup, type InformationLeft } from './information-left.js'
import { recentModel } from './recent-model.js'
import { decimal, percent } from './sentence-numbers.js'

/** What the data can tell of each channel, before any fit. Null means unknown, and its sentence says why. */
export interface IdentifiabilityReport {
  readonly periods: number
  /** Most recent periods that correlations, variance inflation, condition and information left are of; all, up to 1,500. */
  readonly examinedPeriods: number
  /** Estimated parameters, the smooth trend counted as one (its amplitude). */
  readonly parameters: number
  readonly rowsPerParameter: number
  /** Of the design with unit-length columns, the smooth trend left out; null where columns are combinations of others. */
  readonly conditionNumber: number | null
  readonly channels: readonly ChannelIdentifiability[]
  /** What to know before a fit, worst first within each kind; empty if nothing stands out. */
  readonly sentences: readonly string[]
}

export interface ChannelIdentifiability {
  readonly name: string
  /** Periods of the window with media. */
  readonly activePeriods: number
  /** Standard deviation of spend (media where there is none) over its mean, window periods; null without any. */
  readonly spendVariation: number | null
  /** With each other channel, both adstocked at the middle of their priors; null where one doesn't vary. */
  readonly correlations: readonly { readonly channel: string; readonly correlation: number | null }[]
  /** Estimated parameters of the channel: adstock, saturation and effect. */
  readonly parameters: number
  /** Active periods per parameter of the channel; null if it has none. */
  readonly rowsPerParameter: number | null
  /** Variance inflation against all other channels and the baseline without its smooth trend; null where infinite or unknown. */
  readonly vif: number | null
  /** Share of the adstocked channel's variation left after season, trend, controls, smooth baseline and noise correlation. */
  readonly informationLeft: number | null
  /** Share of it that each part of the baseline takes alone; null where the model has no such part. */
  readonly takenBy: InformationLeft['takenBy']
  readonly flags: readonly IdentifiabilityFlag[]
}

/**
 * - `baseline-confounded`: less than 10 % of the variation is left after the baseline.
 * - `not-separable`: a correlation of at least 0.95 with another channel, or a variance inflation of at least 20 that is ten times what
 *   the baseline alone makes it.
 * - `few-active-periods`: fewer than 3 active periods per parameter of the channel.
 * - `steady-media`: spend varies by less than 10 % of its mean.
 */
export type IdentifiabilityFlag = 'baseline-confounded' | 'not-separable' | 'few-active-periods' | 'steady-media'

/**
 * Below this share of information the baseline decides what a channel did. At 10 % the standard error is three times as large as the
 * channel's own variation would give.
 */
const CONFOUNDED_BELOW = 0.1
const INSEPARABLE_FROM = 0.95
const HARD_TO_SEPARATE_FROM = 0.8
const INFLATION_FROM = 20
const INFLATED_BY_CHANNELS = 10
const FEW_PERIODS_PER_PARAMETER = 3
const STEADY_BELOW = 0.1
const FEW_ROWS_PER_PARAMETER = 4

/**
 * What a model's data can say of each channel: active periods, variation, correlations, variance inflation, condition of the
 * design and information left. It looks at media and controls alone, never at the KPI, and fits nothing.
 *
 * It does not mean that a channel without flags is well estimated: noise may still hide it.
 *
 * @example identifiability(buildModel(spec, dataset)).channels[0].informationLeft  // 0.42
 */
export function identifiability(model: Model): IdentifiabilityReport {
  const recent = recentModel(model)
  const series = recent.channels.map((channel) => adstockedMedia(recent, channel))
  const inflation = varianceInflation(recent, series)
  const information = informationLeft(recent, series)
  const correlations = correlationMatrix(series)
  const channels = model.channels.map((channel, c) => {
    const figures = {
      ...variationOf(model, channel),
      correlations: model.channels.flatMap(({ name }, other) =>
        other === c ? [] : [{ channel: name, correlation: correlations[c][other] }],
      ),
      ...periodsPerParameter(model, channel),
      vif: inflation[c],
      informationLeft: information[c].left,
      takenBy: information[c].takenBy,
    }
    const flags = flagsOf(figures, inflationOf(recent, series[c]))
    return { name: channel.name, ...figures, vif: finite(figures.vif), flags }
  })
  const parameters = parameterCount(model)
  const rowsPerParameter = model.periods / parameters
  return {
    periods: model.periods,
    examinedPeriods: recent.periods,
    parameters,
    rowsPerParameter,
    conditionNumber: finite(conditionNumber(recent, series)),
    channels,
    sentences: sentencesOf(model, channels, rowsPerParameter),
  }
}

type Figures = Omit<ChannelIdentifiability, 'name' | 'flags'>

function correlationMatrix(series: readonly Float64Array[]): (number | null)[][] {
  return series.map((a) => series.map((b) => finite(correlation(a, b))))
}

function variationOf(model: Model, channel: ModelChannel): Pick<Figures, 'activePeriods' | 'spendVariation'> {
  const window = (channel.spend ?? channel.media).subarray(model.history)
  const level = mean(window)
  let activePeriods = 0
  for (let t = model.history; t < channel.media.length; t++) if (channel.media[t] > 0) activePeriods++
  return { activePeriods, spendVariation: level > 0 ? finite(standardDeviation(window) / level) : null }
}

function periodsPerParameter(model: Model, channel: ModelChannel): Pick<Figures, 'parameters' | 'rowsPerParameter'> {
  const parameters = channelParameters(channel)
  const { activePeriods } = variationOf(model, channel)
  return { parameters, rowsPerParameter: parameters > 0 ? activePeriods / parameters : null }
}

function channelParameters({ spec }: ModelChannel): number {
  const transforms = [...Object.values(spec.adstock.parameters), ...Object.values(spec.saturation.parameters)]
  return transforms.filter(isFree).length + ('fixed' in spec.effect ? 0 : 1)
}

function isFree(parameter: ParameterSpec): boolean {
  return 'prior' in parameter
}

/** Estimated parameters of a model, the smooth trend counted as one (its amplitude). */
export function parameterCount({ spec, channels, linear }: Model): number {
  let count = channels.reduce((sum, channel) => sum + channelParameters(channel), 0)
  count += linear.filter(({ smooth }) => !smooth).length
  if (spec.baseline.trend === 'smooth' && isFree(spec.baseline.smooth.amplitude)) count++
  if (isFree(spec.noise.sigma)) count++
  if (spec.noise.kind === 'ar1' && isFree(spec.noise.correlation)) count++
  if (spec.noise.degreesOfFreedom !== undefined && isFree(spec.noise.degreesOfFreedom)) count++
  return count
}

/** Variance inflation by the baseline without its smooth trend. */
function inflationOf(model: Model, own: Float64Array): number | null {
  return varianceInflation(model, [own])[0]
}

function flagsOf(figures: Figures, inflationByBaseline: number | null): IdentifiabilityFlag[] {
  const flags: IdentifiabilityFlag[] = []
  const twin = figures.correlations.some(({ correlation }) => Math.abs(correlation ?? 0) >= INSEPARABLE_FROM)
  if (figures.informationLeft !== null && figures.informationLeft < CONFOUNDED_BELOW) flags.push('baseline-confounded')
  const inflation = figures.vif ?? 1
  const byChannels = inflation >= Math.max(INFLATION_FROM, INFLATED_BY_CHANNELS * (inflationByBaseline ?? 1))
  if (twin || byChannels) flags.push('not-separable')
  if (figures.rowsPerParameter !== null && figures.rowsPerParameter < FEW_PERIODS_PER_PARAMETER) {
    flags.push('few-active-periods')
  }
  if (figures.spendVariation !== null && figures.spendVariation < STEADY_BELOW) flags.push('steady-media')
  return flags
}

function sentencesOf(model: Model, channels: readonly ChannelIdentifiability[], rowsPerParameter: number): string[] {
  const sentences = [...pairSentences(channels), ...inflationSentences(channels), ...informationSentences(channels)]
  for (const channel of channels) {
    if (channel.flags.includes('few-active-periods')) {
      sentences.push(
        `${channel.name} is active in only ${channel.activePeriods} ${model.spec.data.period}s, for ${channel.parameters} parameters: its prior will decide most of its answer.`,
      )
    }
    if (channel.flags.includes('steady-media')) {
      sentences.push(
        `${channel.name} varies by only ${percent(channel.spendVariation as number)} of its mean: the data can hardly tell it from the baseline.`,
      )
    }
  }
  if (rowsPerParameter < FEW_ROWS_PER_PARAMETER) {
    sentences.push(
      `The data have ${rowsPerParameter.toFixed(1)} ${model.spec.data.period}s per estimated parameter: priors will decide much of every answer.`,
    )
  }
  return sentences
}

function pairSentences(channels: readonly ChannelIdentifiability[]): string[] {
  const pairs = channels.flatMap((channel, c) =>
    channel.correlations.flatMap(({ channel: other, correlation }) => {
      const at = channels.findIndex(({ name }) => name === other)
      return at > c || correlation === null ? [] : [{ name: channel.name, other, correlation }]
    }),
  )
  return pairs
    .filter(({ correlation }) => Math.abs(correlation) >= HARD_TO_SEPARATE_FROM)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .map(({ name, other, correlation }) => {
      const verdict = Math.abs(correlation) >= INSEPARABLE_FROM ? "can't be told apart" : 'is hard to tell apart'
      return `${name} ${verdict} from ${other} in this data (correlation ${decimal(correlation)}).`
    })
}

/** Channels that only several others together explain. */
function inflationSentences(channels: readonly ChannelIdentifiability[]): string[] {
  return channels
    .filter(({ flags, correlations }) => {
      const twin = correlations.some(({ correlation }) => Math.abs(correlation ?? 0) >= INSEPARABLE_FROM)
      return flags.includes('not-separable') && !twin
    })
    .map(({ name, vif }) => {
      const size = vif === null ? 'infinite' : vif.toFixed(0)
      return `${name} is nearly a combination of the other channels, given season and controls (variance inflation ${size}).`
    })
}

function informationSentences(channels: readonly ChannelIdentifiability[]): string[] {
  const known = channels.filter(({ informationLeft }) => informationLeft !== null && informationLeft < MENTION_BELOW)
  const unknown = channels.filter(({ informationLeft }) => informationLeft === null)
  return [
    ...known
      .sort((a, b) => (a.informationLeft as number) - (b.informationLeft as number))
      .map(({ name, informationLeft, takenBy }) => {
        const left = percent(informationLeft as number)
        return `${name}: ${left} of its variation is left after ${causesOf(takenBy)}.`
      }),
    ...unknown.map(({ name }) => `${name}: what is left of its variation is unknown, because it doesn't vary.`),
  ]
}

/** Information below this share is worth a sentence, flagged or not. */
const MENTION_BELOW = 0.3

/** The parts that take a tenth or more, largest first: `slow demand and season`. */
function causesOf(takenBy: Readonly<Record<BaselineGroup, number | null>>): string {
  const ranked = [...baselineGroups].sort((a, b) => (takenBy[b] ?? 0) - (takenBy[a] ?? 0))
  const causes = ranked.filter((group, i) => i === 0 || (takenBy[group] ?? 0) >= 0.1)
  return causes.length < 2 ? causes.join('') : `${causes.slice(0, -1).join(', ')} and ${causes[causes.length - 1]}`
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}
