import type { Spec } from '../spec/spec.js'
import type { DrawLayout, LinearColumn, ModelChannel } from './model.js'

/** Names and positions of a draw's parameters: channels, linear coefficients, then noise. */
export function drawLayout(spec: Spec, channels: readonly ModelChannel[], linear: readonly LinearColumn[]): DrawLayout {
  const names: string[] = []
  const place = (name: string) => names.push(unused(names, name)) - 1
  const channelPlaces = channels.map((channel) => ({
    coefficient: place(`${channel.name}.coefficient`),
    adstock: channel.adstock.parameters.map(({ name }) => place(`${channel.name}.${name}`)),
    saturation: channel.saturation.parameters.map(({ name }) =>
      place(`${channel.name}.${saturationName(name, channel)}`),
    ),
  }))
  const first = names.length
  for (const column of linear) place(column.name)
  return {
    names,
    channels: channelPlaces,
    linear: first,
    sigma: place('noise.sigma'),
    correlation: spec.noise.kind === 'ar1' ? place('noise.correlation') : -1,
    degrees: spec.noise.kind === 'student' ? place('noise.degreesOfFreedom') : -1,
    amplitude: spec.baseline.trend === 'smooth' ? place('smooth.amplitude') : -1,
    mediaSpread: spec.paidTotal.spreadPrior === undefined ? -1 : place('media.spread'),
    laggedKpi: spec.dynamics.laggedKpi ? place('laggedKpi') : -1,
  }
}

/** Weibull adstock and a saturation may share a parameter's name. */
function saturationName(name: string, channel: ModelChannel): string {
  return channel.adstock.parameters.some((parameter) => parameter.name === name) ? `saturation.${name}` : name
}

/** The name, or the name with a prime for each time it is taken: a control may be called what the baseline has a column for. */
function unused(names: readonly string[], name: string): string {
  return names.includes(name) ? unused(names, `${name}'`) : name
}
