import { priorTailPeriods } from '../density/density-slots.js'
import { MediaPath, pipelineOf, type NativeParameters } from '../density/media-path.js'
import { boughtMedia } from '../design/bought-media.js'
import { extended } from '../design/horizon.js'
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
    all.set(channel.media)
    const rest = new Float64Array(rows + tail)
    const split = boughtMedia(model, channel, { from: 0, to: periods })
    rest.set(split.rest)
    this.spend = split.spend
    this.bought = new MediaPath(pipelineOf(channel), all, channel.before)
    const onlyBought = channel.before === 0 && rest.every((value) => value === 0)
    this.rest = onlyBought ? null : new MediaPath(pipelineOf(channel), rest, channel.before)
    this.value = extended(model, value, tail)
    this.earned = model.margin === null ? null : extended(model, model.margin, tail)
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
