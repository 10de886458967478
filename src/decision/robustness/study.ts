import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { inLanes, sharedObserver } from '../../execute/lanes.js'
import { fingerprintOf } from '../../fit/artefact/join-fit.js'
import type { Draws } from '../../fit/fit.js'
import type { RobustnessStudy, Rung, RungFigures, RungRange, StudyKind } from '../../fit/robustness/robustness.js'
import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import type { Spec } from '../../model/spec/spec.js'
import { answeringDraws, createOutcome } from '../counterfactual/outcome.js'
import { formVariants } from './form-variants.js'
import { ladderVariants } from './ladder-variants.js'
import { fitRung, refitsOf, rungSettings } from './rung-fit.js'
import { judgedRung, predictiveDensities, type AnsweredRung } from './judged-rung.js'
import { measureOf, rungFigures } from './rung-figures.js'
import { asSpecified, rungRange } from './rung-range.js'
import type { Variant, Variants } from './variant.js'

export interface StudyOptions {
  readonly kind: StudyKind
  readonly executor: Executor
  readonly observer?: Observer
  /** Draws of the fit of this very model, against which the variants are held. @defaultValue its own quick refit */
  readonly fitted?: Draws
}

/**
 * The same answers (each channel's return and share, and those of all paid media) from other models of the same data: under stiffer and looser
 * baselines with and without AR(1) noise (`ladder`), or under other adstock and saturation families and priors (`forms`).
 *
 * Each variant changes one thing and is refitted quickly. Results depend on the model and its seed, not on the executor.
 *
 * @throws InputError if the model has no channel, nothing about its forms is estimated, or it can't be fitted at all.
 * @example (await robustnessStudy(model, { kind: 'ladder', executor })).channels.filter(({ dependent }) => dependent)
 */
export async function robustnessStudy(model: Model, options: StudyOptions): Promise<RobustnessStudy> {
  const { kind, executor, observer, fitted } = options
  const { variants, leftOut } = variantsOf(model, kind)
  const all: Variant[] = [{ id: asSpecified, label: 'as specified', spec: model.spec }, ...variants]
  const watch = sharedObserver(observer, all.length)
  const results = await inLanes(all, (variant) => answered(model, variant, { kind, executor, observer: watch() }))
  const [first] = results
  if ('failure' in first) throw new InputError(first.failure)
  const rungs = results.flatMap((result) => ('failure' in result ? [] : [judgedRung(result, first)]))
  const failures = results.flatMap((result, i) =>
    'failure' in result ? [`Not fitted: ${all[i].label}. ${result.failure}`] : [],
  )
  const main = fitted === undefined ? rungs[0] : rungFigures(createOutcome(model, answeringDraws(fitted)))
  return {
    format: `mixwright.${kind}/1`,
    ...frameOf(model),
    against: fitted === undefined ? 'refit' : 'fit',
    refits: refitsOf({ ...model.spec.fit, ...rungSettings(model.spec.fit) }),
    rungs,
    leftOut: [...leftOut, ...failures],
    ...rangesOf(main, rungs, measureOf(model)),
  }
}

function variantsOf(model: Model, kind: StudyKind): Variants {
  if (model.channels.length === 0)
    throw new InputError('The model has no channels, so there is no answer that could move.')
  if (kind === 'ladder') return ladderVariants(model)
  const forms = formVariants(model)
  if (forms.variants.length > 0) return forms
  throw new InputError(
    `No form of this model can be varied. ${forms.leftOut.join(' ')} \`--ladder\` varies its baseline and its noise.`,
  )
}

interface RungOptions extends Pick<StudyOptions, 'kind' | 'executor'> {
  readonly observer: Observer | undefined
}

/** A rung with its answers, or why it can't be fitted. */
async function answered(
  model: Model,
  { id, label, spec }: Variant,
  { kind, executor, observer }: RungOptions,
): Promise<AnsweredRung | { readonly failure: string }> {
  const quick: Spec = { ...spec, fit: { ...spec.fit, ...rungSettings(spec.fit) } }
  const changed = buildModel(quick, model.dataset, kind === 'ladder' ? model.frozen : withoutLevels(model))
  const fit = await fitRung(changed, executor, observer)
  if ('failure' in fit) return fit
  observer?.progress(1, 1)
  const { rhat, settled } = fit
  const outcome = createOutcome(changed, answeringDraws(fit.draws))
  return { id, label, ...rungFigures(outcome), rhat, settled, pointwise: predictiveDensities(outcome) }
}

/** What a model keeps when its adstocks change: not the levels of adstocked media, to which saturation is relative. */
function withoutLevels({ frozen }: Model): Model['frozen'] {
  return Object.fromEntries(Object.entries(frozen).filter(([key]) => !/^channels\..*\.(active|scale)$/.test(key)))
}

function frameOf(model: Model): Pick<RobustnessStudy, 'fingerprint' | 'window' | 'currency' | 'measure'> {
  const { dataset, periods, spec } = model
  return {
    fingerprint: fingerprintOf(model),
    window: {
      from: dataset.periods[dataset.windowStart],
      to: dataset.periods[dataset.windowEnd - 1],
      period: dataset.period,
      periods,
    },
    currency: spec.currency,
    measure: measureOf(model),
  }
}

function rangesOf(
  main: Pick<Rung, 'channels' | 'media'>,
  rungs: readonly Rung[],
  measure: RobustnessStudy['measure'],
): Pick<RobustnessStudy, 'channels' | 'media'> {
  const range = (own: RungFigures, of: (rung: Rung) => RungFigures): RungRange =>
    rungRange(
      own,
      rungs.map((rung) => ({ rung, figures: of(rung) })),
      measure,
    )
  return {
    channels: main.channels.map((own, c) => range(own, (rung) => rung.channels[c])),
    media: main.media === null ? null : range(main.media, (rung) => rung.media as RungFigures),
  }
}
