import type { Adstock, Saturation } from '../transform/transform.js'
import type { ChannelSpec } from '../spec/spec.js'

/** Below this share of a channel's mean active level its curve is a straight line. */
export const LINEAR_BELOW = 1e-6

/** The two transforms of a channel and how they are joined. */
export interface Pipeline {
  readonly adstock: Adstock
  readonly saturation: Saturation
  readonly order: ChannelSpec['order']
  readonly length: number
  /** Level below which the saturation is a straight line, scaled media. */
  readonly linearBelow: number
}

/** What `pipelineOf` needs of a channel of the model. */
interface PipelineChannel {
  readonly adstock: Adstock
  readonly saturation: Saturation
  readonly spec: Pick<ChannelSpec, 'order'>
  readonly length: number
  readonly level: number
}

export function pipelineOf(channel: PipelineChannel): Pipeline {
  return {
    adstock: channel.adstock,
    saturation: channel.saturation,
    order: channel.spec.order,
    length: channel.length,
    linearBelow: LINEAR_BELOW * channel.level,
  }
}

/** Native parameters of both transforms, and room for their gradients. */
export interface NativeParameters {
  readonly adstock: Float64Array
  readonly saturation: Float64Array
}

export function nativeParameters(pipeline: Pipeline): NativeParameters {
  return {
    adstock: new Float64Array(pipeline.adstock.parameters.length),
    saturation: new Float64Array(pipeline.saturation.parameters.length),
  }
}

/** One media series sent through a channel's transforms, with the pullback to their parameters; buffers are reused. */
export class MediaPath {
  /** Transformed media, one entry a row of `media`; filled by `forward`. */
  readonly out: Float64Array
  private readonly first: Float64Array
  private readonly firstGradient: Float64Array
  private readonly scratch: Float64Array
  private readonly zeros: Float64Array
  private readonly beforeIn: Float64Array
  private readonly beforeOut: Float64Array
  private readonly beforeGradient = new Float64Array(1)

  constructor(
    private readonly pipeline: Pipeline,
    private readonly media: Float64Array,
    before: number,
  ) {
    const n = media.length
    this.out = new Float64Array(n)
    this.first = new Float64Array(n)
    this.firstGradient = new Float64Array(n)
    const lags = Number.isFinite(pipeline.length) ? pipeline.length : 0
    this.scratch = new Float64Array(n + 4 * lags + 8)
    this.zeros = new Float64Array(n)
    this.beforeIn = Float64Array.of(before)
    this.beforeOut = new Float64Array(1)
  }

  forward(native: NativeParameters): void {
    const { adstock, saturation, length, linearBelow, order } = this.pipeline
    if (order === 'adstock-first') {
      adstock.applyInto(this.media, this.beforeIn[0], length, native.adstock, this.first)
      saturation.applyInto(this.first, native.saturation, linearBelow, this.out)
      return
    }
    saturation.applyInto(this.media, native.saturation, linearBelow, this.first)
    saturation.applyInto(this.beforeIn, native.saturation, linearBelow, this.beforeOut)
    adstock.applyInto(this.first, this.beforeOut[0], length, native.adstock, this.out)
  }

  /** Adds to `gradient` the gradient of Σ outGradient[t] · out[t] in the native parameters, at the last `forward`. */
  backward(native: NativeParameters, outGradient: Float64Array, gradient: NativeParameters): void {
    const { adstock, saturation, length, linearBelow, order } = this.pipeline
    if (order === 'adstock-first') {
      const onward = adstock.parameters.length > 0 ? this.firstGradient : null
      saturation.pullback(
        this.first,
        native.saturation,
        linearBelow,
        this.out,
        outGradient,
        gradient.saturation,
        onward,
      )
      if (onward === null) return
      adstock.pullback(
        this.media,
        this.beforeIn[0],
        length,
        native.adstock,
        this.first,
        onward,
        gradient.adstock,
        null,
        this.scratch,
      )
      return
    }
    adstock.pullback(
      this.first,
      this.beforeOut[0],
      length,
      native.adstock,
      this.out,
      outGradient,
      gradient.adstock,
      this.firstGradient,
      this.scratch,
    )
    saturation.pullback(
      this.media,
      native.saturation,
      linearBelow,
      this.first,
      this.firstGradient,
      gradient.saturation,
      null,
    )
    if (this.beforeIn[0] !== 0) this.backwardBefore(native, outGradient, gradient)
  }

  /** The steady level before the first row is saturated too: its part of the gradient. */
  private backwardBefore(native: NativeParameters, outGradient: Float64Array, gradient: NativeParameters): void {
    const { adstock, saturation, length, linearBelow } = this.pipeline
    adstock.applyInto(this.zeros, 1, length, native.adstock, this.scratch.subarray(0, this.zeros.length))
    let sum = 0
    for (let t = 0; t < this.zeros.length; t++) sum += outGradient[t] * this.scratch[t]
    this.beforeGradient[0] = sum
    saturation.pullback(
      this.beforeIn,
      native.saturation,
      linearBelow,
      this.beforeOut,
      this.beforeGradient,
      gradient.saturation,
      null,
    )
  }
}
