import { InputError, NumericalError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { fitLaplace } from '../../fit/bayes/fit-laplace.js'
import type { Draws } from '../../fit/fit.js'
import { fitRegression } from '../../fit/regression/fit-regression.js'
import { fitOls } from '../../fit/regression/ols.js'
import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import type { FitSpec } from '../../model/spec/spec.js'

/** Enough for means and intervals of a check; a fifth of a fit. */
const QUICK_DRAWS = 80
/** Starts of the search; on every shipped set all six of a fit end in one place. */
const QUICK_STARTS = 2

/** Settings of a refit that only a check needs: least squares stays, every other method becomes regression with few draws. */
export function quickSettings({ method, draws, starts }: FitSpec): Partial<FitSpec> {
  return {
    method: method === 'ols' ? 'ols' : 'regression',
    draws: Math.min(QUICK_DRAWS, draws ?? QUICK_DRAWS),
    starts: Math.min(QUICK_STARTS, starts),
  }
}

/** The same model without any channel. */
export function withoutMedia({ spec, dataset, frozen }: Model): Model {
  return buildModel({ ...spec, channels: [], groups: [] }, dataset, frozen)
}

/** Fits a model by what `quickSettings` left it; under Student noise, which regression has not, by its Laplace approximation. */
export async function quickFit(model: Model, executor: Executor, observer: Observer | undefined): Promise<Draws> {
  if (model.spec.fit.method === 'ols') return fitOls(model).draws
  if (model.spec.noise.kind === 'student') return laplaceDraws(model)
  const { draws } = await fitRegression(model, { executor, ...(observer === undefined ? {} : { observer }) })
  return draws
}

function laplaceDraws(model: Model): Draws {
  try {
    return fitLaplace(model).draws
  } catch (error) {
    if (error instanceof NumericalError) throw new InputError(error.message)
    throw error
  }
}
