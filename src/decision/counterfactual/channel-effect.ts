import { exp, log } from '../../numeric/special/exp-log.js'
import type { Pipeline } from '../../model/density/media-path.js'
import type { ChannelDraw } from './outcome.js'

/** What is left of a pulse when a recursion's tail is cut; the rest is added in closed form. */
const TAIL_SHARE = 1e-6
const LONGEST_TAIL = 2000

/** Periods after the last row in which a channel still has an effect, in one draw. */
export function tailLength(pipeline: Pipeline, { native }: ChannelDraw): number {
  if (Number.isFinite(pipeline.length)) return pipeline.length - 1
  const retention = native.adstock[0]
  if (!(retention > 0)) return 0
  if (!(retention < 1)) return LONGEST_TAIL
  return Math.min(LONGEST_TAIL, Math.ceil(log(TAIL_SHARE) / log(retention)))
}

/** Fills `out` with a channel's effect on the KPI, KPI units, under `media` (scaled) with the level `before` in all earlier periods. */
export function channelEffectInto(
  pipeline: Pipeline,
  { coefficient, native }: ChannelDraw,
  media: { readonly values: Float64Array; readonly before: number },
  out: Float64Array,
): void {
  const { adstock, saturation, length, linearBelow, order } = pipeline
  const middle = new Float64Array(media.values.length)
  if (order === 'adstock-first') {
    adstock.applyInto(media.values, media.before, length, native.adstock, middle)
    saturation.applyInto(middle, native.saturation, linearBelow, out)
  } else {
    saturation.applyInto(media.values, native.saturation, linearBelow, middle)
    adstock.applyInto(middle, saturated(pipeline, native.saturation, media.before), length, native.adstock, out)
  }
  for (let t = 0; t < out.length; t++) out[t] *= coefficient
}

/** The saturation of one level. */
export function saturated({ saturation, linearBelow }: Pipeline, parameters: Float64Array, level: number): number {
  if (level === 0) return 0
  const out = new Float64Array(1)
  saturation.applyInto(Float64Array.of(level), parameters, linearBelow, out)
  return out[0]
}

/**
 * Σ_{k>=1} q^k of a recursion's effect after its last row: q = retention^e with e the elasticity of the response there, for at low levels
 * the response is a power of the stock. 0 for adstocks with finitely many weights.
 */
export function closedTail(pipeline: Pipeline, { native }: ChannelDraw, elasticity: number): number {
  if (Number.isFinite(pipeline.length)) return 0
  const retention = native.adstock[0]
  if (!(retention > 0) || !(elasticity > 0)) return 0
  const q = exp(elasticity * log(retention))
  return q / (1 - q)
}
