import { Density } from '../../model/density/density.js'
import type { Model } from '../../model/design/model.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'
import { joinChains, type BayesResult } from './fit-bayes.js'
import { posteriorRows } from './posterior-rows.js'
import type { ChainReport } from './sample-chain.js'

/** Draws of each chain below which part of a fit is not worth keeping. */
export const FEWEST_KEPT = 50

/**
 * A fit by what its chains had reported when they were stopped: the chains up to the first that had fewer than 50 draws, and as many draws of
 * each as the slowest of them had. It equals, bit for bit, the fit that asks for that many chains and draws.
 *
 * @param reports of each chain, in its order.
 * @returns null where the first chain had fewer than 50 draws.
 */
export function joinPartialChains(model: Model, reports: readonly (readonly ChainReport[])[]): BayesResult | null {
  const sampled = reports.map((chain) => chain.reduce((sum, { energy }) => sum + energy.length, 0))
  const tooShort = sampled.findIndex((draws) => draws < FEWEST_KEPT)
  const chains = tooShort < 0 ? reports.length : tooShort
  if (chains === 0) return null
  const count = Math.min(...sampled.slice(0, chains))
  const density = new Density(model)
  const { seed } = model.spec.fit
  const outputs = reports.slice(0, chains).map((chain, c) => {
    const last = chain[chain.length - 1]
    const points = concatenate(chain.map((report) => report.points)).subarray(0, count * density.dimension)
    return {
      ...posteriorRows(density, points, { seed, chain: c, from: 0 }),
      energy: concatenate(chain.map((report) => report.energy)).subarray(0, count),
      stepSize: last.stepSize,
      divergences: last.divergences,
      divergedFrom: [],
      saturatedTrees: last.saturatedTrees,
      acceptance: last.acceptance,
      gradients: last.gradients,
    }
  })
  return joinChains(model, outputs)
}
