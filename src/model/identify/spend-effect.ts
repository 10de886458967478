import { priorTailPeriods } from '../density/density-slots.js'
import { MediaPath, pipelineOf, type NativeParameters } from '../density/media-path.js'
import { lastYearMean } from '../design/horizon.js'
import type { Model, ModelChannel } from '../design/model.js'

/** What the window's spend of one channel brings, in money, at given transforms and a coefficient of 1. */
export class SpendEffect {
  /** Money spent in the window. */
  readonly spend: number
  private readonly bought: MediaPath
  /** Null where nothing but bought media has an effect. */
  private readonly rest: MediaPath | null
  private readonly value: Float64Array
  /** Value times margin; null without a margin. */
  private readonly earned: Float64Array | null

  /** `value` is money per KPI unit in each window period; a channel with spend. */
  constructor(
    private readonly model: Model,
    channel: ModelChannel,
    value: Float64Array,
  ) {
    const { history, periods } = model
    const rows = history + periods
    const tail = priorTailPeriods(channel)
    const all = new Float64Array(rows + tail)
    const rest = new Float64Array(rows + tail)
    let spend = 0
    for (let t = 0; t < rows; t++) {
      const cost = t < history || channel.spend === null ? 0 : channel.spend[t]
      spend += cost
      all[t] = channel.media[t]
      if (!(cost > 0)) rest[t] = channel.media[t]
    }
    this.spend = spend
    this.bought = new MediaPath(pipelineOf(channel), all, channel.before)
    const onlyBought = channel.before === 0 && rest.every((value) => value === 0)
    this.rest = onlyBought ? null : new MediaPath(pipelineOf(channel), rest, channel.before)
    this.value = withTail(model, value, periods + tail)
    this.earned = model.margin === null ? null : withTail(model, model.margin, periods + tail)
    if (this.earned !== null) this.earned = this.earned.map((margin, t) => margin * this.value[t])
  }

  /** Value of the effect of the window's spend in the window and after it, and what is left of it after variable cost. */
  at(native: NativeParameters): { value: number; earned: number | null } {
    this.bought.forward(native)
    this.rest?.forward(native)
    const { history } = this.model
    let value = 0
    let earned = 0
    for (let t = 0; t < this.value.length; t++) {
      const effect = this.bought.out[history + t] - (this.rest?.out[history + t] ?? 0)
      value += effect * this.value[t]
      if (this.earned !== null) earned += effect * this.earned[t]
    }
    return { value, earned: this.earned === null ? null : earned }
  }
}

/** A window series, and the mean of its last year after that. */
function withTail(model: Model, series: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length).fill(lastYearMean(model, series))
  longer.set(series)
  return longer
}
