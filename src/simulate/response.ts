import type { ResponseWorld } from './world.js'
import { exp, log, log1p, pow } from '../numeric/special/exp-log.js'

/** A response curve in the unit of the media: KPI per week at every carried-over level. */
export interface Response {
  readonly kind: ResponseWorld['kind']
  /** KPI per week that the channel can bring at most; for the logarithm, which has no end, twice what it brings at `half`. */
  readonly ceiling: number
  /** Carried-over media per week at which half the ceiling is reached. */
  readonly half: number
  /** Hill's exponent; 1 for the others. */
  readonly slope: number
}

/** KPI per week at carried-over media `level`; 0 at 0. */
export function responseAt(response: Response, level: number): number {
  if (level <= 0) return 0
  if (response.kind === 'exponential') return response.ceiling * (1 - exp((-LN2 * level) / response.half))
  if (response.kind === 'logarithmic') return ((response.ceiling / 2) * log1p(level / response.half)) / LN2
  const x = pow(level, response.slope)
  return (response.ceiling * x) / (x + pow(response.half, response.slope))
}

/** KPI per week and further unit of carried-over media at `level`; at 0 the value is 0 by convention. */
export function responseSlopeAt(response: Response, level: number): number {
  if (level <= 0) return 0
  if (response.kind === 'exponential') {
    return ((response.ceiling * LN2) / response.half) * exp((-LN2 * level) / response.half)
  }
  if (response.kind === 'logarithmic') return response.ceiling / 2 / LN2 / (response.half + level)
  const x = pow(level, response.slope)
  const k = pow(response.half, response.slope)
  return ((response.ceiling * response.slope) / level) * (x / (x + k)) * (k / (x + k))
}

const LN2 = log(2)
