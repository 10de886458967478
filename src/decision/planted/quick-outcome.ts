import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import { parameterCount } from '../../model/identify/identifiability.js'
import { answeringDraws, createOutcome, type Outcome } from '../counterfactual/outcome.js'
import { fitRung, refitsOf, rungSettings } from '../robustness/rung-fit.js'
import type { QuickRefits, StudyWindow } from './recovery.js'

/** A quick refit, ready for questions, or why there is none. */
export type QuickOutcome =
  { readonly outcome: Outcome; readonly rhat: number | null; readonly settled: boolean } | { readonly failure: string }

/**
 * Refuses what a study of planted channels can't be made of, in one sentence that names the study's flag.
 *
 * @throws InputError under least squares, without priors or channels, or with fewer periods than parameters.
 */
export function requirePriors(model: Model, flag: string): void {
  const { fit } = model.spec
  if (fit.method === 'ols') {
    throw new InputError(
      `\`${flag}\` needs a method that estimates carry-over and saturation, and \`fit.method\` is ols: state bayes, regression or laplace.`,
    )
  }
  if (fit.penalty === 'none') {
    throw new InputError(
      `\`${flag}\` needs priors, without which what the data don’t tell has no bounds, and \`fit.penalty\` is none: leave it out.`,
    )
  }
  if (model.channels.length === 0) throw new InputError(`\`${flag}\` needs a channel, and the model has none.`)
  const parameters = parameterCount(model)
  if (model.periods < parameters) {
    throw new InputError(
      `\`${flag}\` needs at least as many ${model.dataset.period}s as parameters: there are ${model.periods} for ${parameters}, too few to learn anything.`,
    )
  }
}

/** The same model with the settings of a quick refit. */
export function quickModel({ spec, dataset, frozen }: Model): Model {
  return buildModel({ ...spec, fit: { ...spec.fit, ...rungSettings(spec.fit) } }, dataset, frozen)
}

/** Refits a model of quick settings. */
export async function quickOutcome(
  model: Model,
  executor: Executor,
  observer: Observer | undefined,
): Promise<QuickOutcome> {
  const fit = await fitRung(model, executor, observer)
  if ('failure' in fit) return fit
  const { draws, rhat, settled } = fit
  return { outcome: createOutcome(model, answeringDraws(draws)), rhat, settled }
}

/** How a model of quick settings is refitted. */
export function quickRefits({ spec }: Model): QuickRefits {
  const { chains, draws } = refitsOf(spec.fit)
  return { method: 'bayes', chains, draws }
}

/** The fit window as a study names it. */
export function windowOf({ dataset, periods }: Model): StudyWindow {
  return {
    from: dataset.periods[dataset.windowStart],
    to: dataset.periods[dataset.windowEnd - 1],
    period: dataset.period,
    periods,
  }
}
