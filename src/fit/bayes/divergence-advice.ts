import type { Density } from '../../model/density/density.js'
import type { ChainOutput } from './sample-chain.js'

/** Where a parameter's divergences lie relative to all its draws, in standard deviations, before it is named. */
const NOTABLE = 1

/** How many draws diverged, and by which parameter they differ most from the rest. */
export function divergenceAdvice(density: Density, outputs: readonly ChainOutput[]): string {
  const count = outputs.reduce((sum, { divergences }) => sum + divergences, 0)
  const draws = outputs.reduce((sum, { energy }) => sum + energy.length, 0)
  const place = mostUnusual(density, outputs)
  const where = place === null ? '' : `, mostly where ${place}`
  return `${count} of ${draws} draws diverged${where}: intervals may be too narrow there; raise \`fit.warmup\`, or give it a tighter prior.`
}

function mostUnusual(density: Density, outputs: readonly ChainOutput[]): string | null {
  const points = outputs.flatMap(({ divergedFrom }) => divergedFrom)
  if (points.length === 0) return null
  const names = density.parameterNames()
  let found: string | null = null
  let furthest = NOTABLE
  for (let i = 0; i < density.dimension; i++) {
    const centre = points.reduce((sum, point) => sum + point[i], 0) / points.length
    const slot = density.slots.free.find(({ index }) => index === i)
    if (slot === undefined || slot.prior === null) continue
    const distance = (centre - slot.prior.centre) / slot.prior.scale
    if (Math.abs(distance) > furthest) {
      furthest = Math.abs(distance)
      found = `${names[i]} is ${distance > 0 ? 'high' : 'low'}`
    }
  }
  return found
}
