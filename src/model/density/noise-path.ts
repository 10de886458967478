import type { Generator } from '../../numeric/random/generator.js'
import { studentVariate } from '../../numeric/random/variates.js'

/** Noise of a model: the innovations' scale, their lag-one correlation (0: independent), and degrees of freedom (null: Normal). */
export interface Noise {
  readonly sigma: number
  readonly correlation: number
  readonly degrees: number | null
}

/** Fills `out` with one path of a model's noise, stationary from its first period on, in the unit of `sigma`. */
export function drawNoiseInto(generator: Generator, { sigma, correlation, degrees }: Noise, out: Float64Array): void {
  let previous = 0
  for (let t = 0; t < out.length; t++) {
    const shock = sigma * (degrees === null ? generator.normal() : studentVariate(generator, degrees))
    previous = t === 0 ? shock / Math.sqrt(1 - correlation * correlation) : correlation * previous + shock
    out[t] = previous
  }
}
