import type { Executor, Observer } from '../../execute/executor.js'
import type { Diagnostics, Draws } from '../../fit/fit.js'
import type { Model } from '../../model/design/model.js'
import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import { fitBayes } from '../../fit/bayes/fit-bayes.js'
import { fitOls } from '../../fit/regression/ols.js'
import { fitRegression } from '../../fit/regression/fit-regression.js'

/** What every method gives back; `joinFit` makes it a `Fit`. */
export interface MethodResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly table: RegressionTable | null
  readonly gradients: number
}

/** Fits a model by the method that its spec names. */
export async function fitModel(model: Model, executor: Executor, observer: Observer): Promise<MethodResult> {
  switch (model.spec.fit.method) {
    case 'ols':
      return fitOls(model)
    case 'bayes':
      return { table: null, ...(await fitBayes(model, { executor, observer })) }
    case 'regression':
      return { table: null, ...(await fitRegression(model, { executor, observer })) }
  }
}
