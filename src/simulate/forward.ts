import { carriedOver } from './carry-over.js'
import type { Response } from './response.js'
import { responseAt } from './response.js'

/** One channel's true mechanism, in the unit of its media. */
export interface Mechanism {
  readonly weights: Float64Array
  readonly response: Response
  /** Factor of the response in every week, from the first of history to the end of every tail; left out where it is always 1. */
  readonly potency?: Float64Array
}

/** Everything of a market that does not depend on media: expected KPI per week without any, and the noise. */
export interface Ground {
  readonly withoutMedia: Float64Array
  readonly noise: Float64Array
}

/** KPI per week that one channel brings under a media plan; weeks before the plan's first held no media. */
export function channelKpi(mechanism: Mechanism, media: Float64Array): Float64Array {
  return carriedOver(media, mechanism.weights).map((level, t) => effectAt(mechanism, level, t))
}

/** KPI that carried-over media of `level` bring in week `t`. */
export function effectAt({ response, potency }: Mechanism, level: number, t: number): number {
  return potency === undefined ? responseAt(response, level) : potency[t] * responseAt(response, level)
}

/**
 * The market's own forward loop: KPI per week, noise included, when every channel's media are as given.
 *
 * The truth of a channel is the difference of two runs on the same ground. It shares no code with `model/`.
 *
 * @param media one array a mechanism, as long as the ground.
 */
export function runMarket(
  ground: Ground,
  mechanisms: readonly Mechanism[],
  media: readonly Float64Array[],
): Float64Array {
  const effects = mechanisms.map((mechanism, c) => channelKpi(mechanism, media[c]))
  return ground.withoutMedia.map((base, t) => {
    let kpi = base + ground.noise[t]
    for (const effect of effects) kpi += effect[t]
    return kpi
  })
}
