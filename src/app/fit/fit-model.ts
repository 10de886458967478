import type { Executor, Observer } from '../../execute/executor.js'
import type { ChainReport } from '../../fit/bayes/sample-chain.js'
import type { Diagnostics, Draws } from '../../fit/fit.js'
import type { Model } from '../../model/design/model.js'
import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import type { WarmStart } from '../../fit/bayes/warm-start.js'
import { fitBayes } from '../../fit/bayes/fit-bayes.js'
import { fitLaplace } from '../../fit/bayes/fit-laplace.js'
import { joinPartialChains } from '../../fit/bayes/partial-chains.js'
import { fitOls } from '../../fit/regression/ols.js'
import { fitRegression } from '../../fit/regression/fit-regression.js'

/** What every method gives back; `joinFit` makes it a `Fit`. */
export interface MethodResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly table: RegressionTable | null
  readonly gradients: number
  /** Hash of the earlier fit that it began with; absent where it began with none. */
  readonly warmStart?: string
}

export interface FitModelOptions {
  readonly executor: Executor
  readonly observer: Observer
  /** An earlier fit to begin with; bayes only. */
  readonly warmStart?: WarmStart | undefined
}

/** Fits a model by the method that its spec names. */
export async function fitModel(
  model: Model,
  { executor, observer, warmStart }: FitModelOptions,
): Promise<MethodResult> {
  switch (model.spec.fit.method) {
    case 'ols':
      return fitOls(model)
    case 'bayes':
      return { table: null, ...(await fitBayes(model, { executor, observer, ...(warmStart ? { warmStart } : {}) })) }
    case 'laplace':
      return { table: null, ...fitLaplace(model) }
    case 'regression':
      return { table: null, ...(await fitRegression(model, { executor, observer })) }
  }
}

/**
 * What a fit by sampling that was stopped had come to: the model that asks for as many chains and draws as there were, and its result; null
 * where that is too little to keep.
 */
export function keepPartial(
  model: Model,
  reports: readonly (readonly ChainReport[])[],
  warmStart?: WarmStart,
): { model: Model; result: MethodResult } | null {
  const result = joinPartialChains(model, reports)
  if (result === null) return null
  const { spec } = model
  const { draws, chains } = result.diagnostics
  const kept = { ...model, spec: { ...spec, fit: { ...spec.fit, draws, chains: chains ?? spec.fit.chains } } }
  const begun = warmStart === undefined ? {} : { warmStart: warmStart.hash }
  return { model: kept, result: { table: null, ...result, ...begun } }
}
