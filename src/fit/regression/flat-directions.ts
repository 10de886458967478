import type { Density } from '../../model/density/density.js'

/** A parameter whose curvature the data raise by less than this share of the prior's own is the prior's. */
const LITTLE = 0.1

/** Names of the parameters, a row each, along which the optimum is as flat as the prior alone would make it. */
export function flatDirections(density: Density, hessian: Float64Array): string[] {
  const n = density.dimension
  const flat: string[] = []
  for (const slot of density.slots.free) {
    if (slot.prior === null) continue
    const own = 1 / (slot.prior.scale * slot.prior.scale)
    if (hessian[slot.index * n + slot.index] < own * (1 + LITTLE)) flat.push(slot.name)
  }
  return flat
}
