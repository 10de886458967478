import { laplace, NoPeakError, type LaplaceApproximation } from '../../inference/sample/laplace.js'
import { resampleDraws } from '../../inference/sample/weighted-draws.js'
import { NumericalError } from '../../check/errors.js'
import { Density } from '../../model/density/density.js'
import type { Model } from '../../model/design/model.js'
import { defaultDraws } from '../../model/spec/defaults.js'
import type { Diagnostics } from '../fit.js'
import { findMode, type StartResult } from '../regression/starts.js'
import type { BayesResult } from './fit-bayes.js'
import { posteriorRows } from './posterior-rows.js'

/** Draws of the approximation from which one draw of the posterior is taken by its weight. */
const PROPOSALS = 4

/**
 * A quick look at the posterior: the Normal at its mode, its draws taken by importance weights where those can be believed, and as they are where
 * not; `diagnostics.passed` says which. The mode is the best of `spec.fit.starts` local maxima.
 *
 * @throws NumericalError if the density has no peak; it names the parameter along which it doesn't fall.
 * @example fitLaplace(buildModel(spec, dataset)).diagnostics.passed
 */
export function fitLaplace(model: Model): BayesResult {
  const { fit } = model.spec
  const density = new Density(model)
  const count = fit.draws ?? defaultDraws.laplace
  const starts = Array.from({ length: fit.starts }, (_, start) => findMode(density, fit.seed, start))
  const ranked = starts.toSorted((a, b) => b.logDensity - a.logDensity)
  const approximation = approximate(density, { start: ranked[0].theta, draws: PROPOSALS * count, seed: fit.seed })
  const points = approximation.reliable
    ? resampleDraws(approximation, { count, seed: fit.seed })
    : approximation.points.slice(0, count * density.dimension)
  const { rows } = posteriorRows(density, points, { seed: fit.seed, chain: 0, from: 0 })
  return {
    draws: { names: model.layout.names, count, chains: 1, values: rows },
    diagnostics: diagnose(ranked, approximation, count),
    gradients: density.gradients,
  }
}

function approximate(density: Density, options: Parameters<typeof laplace>[1]): LaplaceApproximation {
  try {
    return laplace(density, options)
  } catch (error) {
    if (!(error instanceof NoPeakError)) throw error
    const name = density.parameterNames()[error.coordinate]
    throw new NumericalError(
      `The posterior has no peak along \`${name}\`, so it has no Laplace approximation: use method bayes`,
    )
  }
}

function diagnose(
  ranked: readonly StartResult[],
  { reliable, k, ess }: LaplaceApproximation,
  draws: number,
): Diagnostics {
  const advice = reliable
    ? []
    : [
        `The normal approximation is poor here (Pareto k ${k.toFixed(2)}): take it for a look, and decide on \`method: bayes\`.`,
      ]
  return {
    passed: reliable,
    advice,
    chains: null,
    draws,
    divergences: null,
    rhatMax: null,
    essBulkMin: reliable ? ess : null,
    essTailMin: null,
    ebfmiMin: null,
    starts: ranked.map(({ logDensity, status, gradients }) => ({ logDensity, status, gradients })),
    flat: [],
    unconverged: 0,
    sampler: null,
    paretoK: k,
  }
}
