import { priorMedian } from '../prior/prior-quantile.js'
import type { ParameterSpec } from '../prior/prior.js'
import { centralAdstockParameters } from '../design/build-channel.js'
import type { Model, ModelChannel } from '../design/model.js'
import { MediaPath, pipelineOf } from '../density/media-path.js'
import { rateFromHalf } from '../transform/saturation/rate-from-half.js'

/** A channel's adstocked media at the medians of its adstock's priors: scaled media, one entry a window period. */
export function adstockedMedia(model: Model, channel: ModelChannel): Float64Array {
  const out = new Float64Array(channel.media.length)
  const parameters = centralAdstockParameters(channel.spec, channel.adstock)
  channel.adstock.applyInto(channel.media, channel.before, channel.length, parameters, out)
  return out.slice(model.history)
}

/**
 * A channel's media after both transforms, each at the medians of its priors: one entry a window period. Half-saturation is
 * at its median times the channel's mean active level.
 */
export function saturatedMedia(model: Model, channel: ModelChannel): Float64Array {
  const path = new MediaPath(pipelineOf(channel), channel.media, channel.before)
  const adstock = centralAdstockParameters(channel.spec, channel.adstock)
  path.forward({ adstock, saturation: centralSaturationParameters(channel) })
  return path.out.slice(model.history)
}

function centralSaturationParameters(channel: ModelChannel): Float64Array {
  const { saturation, spec, level } = channel
  const { halfSaturation, ...given } = spec.saturation.parameters
  return Float64Array.from(saturation.parameters, ({ name }) => {
    if (halfSaturation === undefined || name === 'slope') return centralValue(given[name])
    const half = centralValue(halfSaturation) * level
    return name === 'rate' ? rateFromHalf(saturation.kind, half) : half
  })
}

/** The value that stands for a parameter before the data: its fixed value, or the median of its prior. */
export function centralValue(parameter: ParameterSpec): number {
  return 'fixed' in parameter ? parameter.fixed : priorMedian(parameter.prior)
}
