import type { SpendPaths } from './spend-projection.js'

export interface RampLimits {
  /** Largest change between neighbouring periods that both may spend, by channel, money. */
  readonly ramps: Float64Array
  readonly allowed: readonly Uint8Array[]
  /** The nearest paths within all other limits. */
  readonly project: (paths: SpendPaths) => SpendPaths
}

/** Rounds of alternating projections: enough to come close; what is missing is made good exactly. */
const ROUNDS = 12

/**
 * Paths within ramps and all other limits, near the wanted ones.
 *
 * Dykstra's alternating projections come close to the nearest such paths; each channel is then drawn towards its own even path just as far as
 * its ramps ask for, which changes no total.
 */
export function withinRamps(wanted: SpendPaths, { ramps, allowed, project }: RampLimits): Float64Array[] {
  let paths = wanted.map((path) => path.slice())
  const memory = [0, 1, 2].map(() => wanted.map((path) => new Float64Array(path.length)))
  for (let round = 0; round < ROUNDS; round++) {
    for (let set = 0; set < 3; set++) {
      const from = paths.map((path, c) => path.map((x, t) => x + memory[set][c][t]))
      const to = set === 2 ? project(from) : from.map((path, c) => pairsWithin(path, set, ramps[c], allowed[c]))
      from.forEach((path, c) => path.forEach((x, t) => (memory[set][c][t] = x - to[c][t])))
      paths = to.map((path) => path.slice())
    }
  }
  return paths.map((path, c) => towardsEven(path, ramps[c], allowed[c]))
}

/** Every second pair of neighbours brought within the ramp, the pairs from `start` on. */
function pairsWithin(path: Float64Array, start: number, ramp: number, open: Uint8Array): Float64Array {
  const out = path.slice()
  for (let t = start; t + 1 < out.length; t += 2) {
    if (open[t] === 0 || open[t + 1] === 0) continue
    const excess = Math.abs(out[t + 1] - out[t]) - ramp
    if (excess <= 0) continue
    const shift = 0.5 * excess * Math.sign(out[t + 1] - out[t])
    out[t] += shift
    out[t + 1] -= shift
  }
  return out
}

/** The path mixed with its channel's even path, the least that its ramps ask for; the total stays. */
export function towardsEven(path: Float64Array, ramp: number, open: Uint8Array): Float64Array {
  const periods = open.reduce((count, isOpen) => count + isOpen, 0)
  if (periods === 0) return path
  const even = path.reduce((sum, x) => sum + x, 0) / periods
  let steepest = 0
  for (let t = 0; t + 1 < path.length; t++) {
    if (open[t] === 1 && open[t + 1] === 1) steepest = Math.max(steepest, Math.abs(path[t + 1] - path[t]))
  }
  if (steepest <= ramp) return path
  const kept = ramp / steepest
  return path.map((x, t) => (open[t] === 1 ? even + kept * (x - even) : 0))
}
