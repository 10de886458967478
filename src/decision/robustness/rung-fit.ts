import { InputError, NumericalError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { fitBayes } from '../../fit/bayes/fit-bayes.js'
import type { Draws } from '../../fit/fit.js'
import { fitRegression } from '../../fit/regression/fit-regression.js'
import { fitOls } from '../../fit/regression/ols.js'
import type { RobustnessStudy } from '../../fit/robustness/robustness.js'
import type { Model } from '../../model/design/model.js'
import type { FitSpec } from '../../model/spec/spec.js'

/**
 * Chains and iterations that tell a real movement from Monte Carlo noise: on the shipped markets the mean of a return is then off by 0.07 of its
 * standard deviation (root mean square; docs/validate.md), half of what 80 replicates of regression are off by.
 */
const CHAINS = 2
const ITERATIONS = 300
/** Replicates where no prior makes a posterior to sample. */
const REPLICATES = 200
/** R-hat above which short chains tell of different places. */
const MOST_RHAT = 1.1

/** Settings of a rung: short chains whatever the method of the fit, but least squares and `penalty: none`, which have no posterior. */
export function rungSettings({ method, penalty, draws, warmup, chains }: FitSpec): Partial<FitSpec> {
  if (method === 'ols') return {}
  if (penalty === 'none') return { method: 'regression', draws: Math.min(REPLICATES, draws ?? REPLICATES), starts: 2 }
  const asked = method === 'bayes' ? { draws, warmup, chains } : { draws: null, warmup: null, chains: null }
  return {
    method: 'bayes',
    draws: Math.min(ITERATIONS, asked.draws ?? ITERATIONS),
    warmup: Math.min(ITERATIONS, asked.warmup ?? ITERATIONS),
    chains: Math.min(CHAINS, asked.chains ?? CHAINS),
  }
}

/** How rungs of these settings are fitted, as a study tells of it. */
export function refitsOf({ method, chains, draws }: FitSpec): RobustnessStudy['refits'] {
  if (method === 'bayes') return { method, chains: chains ?? CHAINS, draws: draws ?? ITERATIONS }
  return {
    method: method === 'ols' ? 'ols' : 'regression',
    chains: 1,
    draws: draws ?? (method === 'ols' ? 1000 : REPLICATES),
  }
}

/** A rung's draws, and whether its chains agree. */
export interface RungFit {
  readonly draws: Draws
  /** The largest of all quantities; null for methods without chains. */
  readonly rhat: number | null
  readonly settled: boolean
}

/** Fits a rung by what `rungSettings` left it; a sentence where that can't be done. */
export async function fitRung(
  model: Model,
  executor: Executor,
  observer: Observer | undefined,
): Promise<RungFit | { readonly failure: string }> {
  try {
    return await fitted(model, { executor, ...(observer === undefined ? {} : { observer }) })
  } catch (error) {
    if (error instanceof InputError || error instanceof NumericalError) return { failure: error.message }
    throw error
  }
}

async function fitted(model: Model, options: { executor: Executor; observer?: Observer }): Promise<RungFit> {
  const { method } = model.spec.fit
  if (method === 'ols') return { draws: fitOls(model).draws, rhat: null, settled: true }
  if (method === 'regression') return { draws: (await fitRegression(model, options)).draws, rhat: null, settled: true }
  const { draws, diagnostics } = await fitBayes(model, options)
  const rhat = diagnostics.rhatMax
  return { draws, rhat, settled: rhat === null || rhat <= MOST_RHAT }
}
