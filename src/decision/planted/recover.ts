import { InputError } from '../../check/errors.js'
import type { Executor, Observer } from '../../execute/executor.js'
import { inLanes, sharedObserver } from '../../execute/lanes.js'
import { fingerprintOf } from '../../fit/artefact/join-fit.js'
import type { Model } from '../../model/design/model.js'
import type { ClusteredFigure } from '../../numeric/stats/clustered.js'
import { breakEvenRoas, channelAnswers, type Measure } from './channel-answers.js'
import { narrowings } from './narrowing.js'
import { plantedLevels, plantingOf, plantWorld, type PlantedWorld, type Planting } from './planted-world.js'
import { quickModel, quickOutcome, quickRefits, requirePriors, windowOf } from './quick-outcome.js'
import type { Recovery, WorldAnswer } from './recovery.js'
import { heldShare, scoreChannel } from './score-channel.js'

/** Six worlds for every level of a channel: enough for typical widths, and to see that something is badly held. */
export const defaultWorlds = 18
/** Every channel has every level once. */
export const fewestWorlds = plantedLevels.length

export interface RecoverOptions {
  readonly executor: Executor
  readonly observer?: Observer
  /** How many worlds are planted; at least 3. @defaultValue 18 */
  readonly worlds?: number
}

/**
 * What a user's own data can find: effects of known size, zero among them, are planted in their spend, controls and calendar; each such world
 * is refitted quickly, and what was estimated is held against what was planted.
 *
 * Baseline, season, controls and noise of a world are those of one draw of a quick fit, its noise is fresh, and every third world has carry-over
 * and saturation of families that the model does not hold possible. Results depend on the model and its seed, not on the executor.
 *
 * @throws InputError if the model is least squares or without priors, has no channel or more parameters than periods, or too few worlds can be fitted.
 * @example (await recover(model, { executor })).channels.map(({ name, alive }) => [name, alive.halfWidth])
 */
export async function recover(model: Model, options: RecoverOptions): Promise<Recovery> {
  const { executor, observer, worlds = defaultWorlds } = options
  requirePriors(model, '--recovery')
  if (worlds < fewestWorlds)
    throw new InputError(`\`worlds\` must be at least ${fewestWorlds}, one for each size of effect; it is ${worlds}.`)
  const watch = sharedObserver(observer, worlds + 1)
  const quick = quickModel(model)
  const first = await quickOutcome(quick, executor, watch())
  if ('failure' in first) throw new InputError(first.failure)
  const planting = plantingOf(first.outcome, worlds)
  const indices = Array.from({ length: worlds }, (_, index) => index)
  const results = await inLanes(indices, (index) => answered(planting, index, { executor, observer: watch() }))
  const counted = results.flatMap((result) => (typeof result === 'string' ? [] : [result]))
  return {
    format: 'mixwright.recovery/1',
    fingerprint: fingerprintOf(model),
    window: windowOf(model),
    kpiKind: model.spec.kpi.kind,
    currency: model.spec.currency,
    refits: quickRefits(quick),
    planted: {
      worlds,
      counted: counted.length,
      levels: plantedLevels,
      otherShapes: counted.filter(({ world }) => world.otherShape).length,
    },
    ...figuresOf(model, counted),
    leftOut: results.filter((result) => typeof result === 'string'),
  }
}

/** A world and what its refit says of every channel, in model order. */
interface AnsweredWorld {
  readonly world: PlantedWorld
  readonly answers: readonly WorldAnswer[]
  readonly measures: readonly Measure[]
}

/** One world, refitted; a sentence where that can't be done. */
async function answered(
  planting: Planting,
  index: number,
  { executor, observer }: { readonly executor: Executor; readonly observer: Observer | undefined },
): Promise<AnsweredWorld | string> {
  const world = plantedOrReason(planting, index)
  if (typeof world === 'string') return `Not planted: world ${index + 1}. ${world}`
  const refit = await quickOutcome(world.model, executor, observer)
  if ('failure' in refit) return `Not counted: world ${index + 1}. ${refit.failure}`
  if (!refit.settled) {
    return `Not counted: world ${index + 1}, whose short chains don’t agree (R-hat ${refit.rhat?.toFixed(3)}).`
  }
  const truths = channelAnswers(world.truth)
  const estimates = channelAnswers(refit.outcome)
  const answers = estimates.map(({ answer, share, profitable }, c) => ({
    world: index,
    level: world.levels[c],
    otherShape: world.otherShape,
    truth: truths[c].answer.mean,
    answer,
    share,
    profitable,
  }))
  return { world, answers, measures: estimates.map(({ measure }) => measure) }
}

/** A world; a sentence where its KPI is one that the model can't be joined to. */
function plantedOrReason(planting: Planting, index: number): PlantedWorld | string {
  try {
    return plantWorld(planting, index)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}

function figuresOf(
  model: Model,
  counted: readonly AnsweredWorld[],
): Pick<Recovery, 'coverage' | 'coverageByShape' | 'channels'> {
  const breakEven = breakEvenRoas({ model })
  const reasons = narrowings(model)
  const all = model.channels.map((_, c) => counted.map(({ answers }) => answers[c]))
  const unseen = model.channels.find((_, c) => !hasBoth(all[c]))
  if (unseen !== undefined) {
    throw new InputError(
      `Of the planted worlds only ${counted.length} could be fitted, and none of them tells what ${unseen.name} looks like ${all[model.channels.indexOf(unseen)].some(({ level }) => level > 0) ? 'dead' : 'alive'}: plant more with \`--worlds\`, or state narrower priors.`,
    )
  }
  const answers = all.flat()
  return {
    coverage: heldShare(answers) as ClusteredFigure,
    coverageByShape: {
      fitted: heldShare(answers.filter(({ otherShape }) => !otherShape)),
      other: heldShare(answers.filter(({ otherShape }) => otherShape)),
    },
    channels: model.channels.map(({ name }, c) => {
      const measure = counted[0].measures[c]
      return {
        name,
        measure,
        ...scoreChannel(all[c], measure === 'roas' ? breakEven : null),
        narrowing: reasons[c],
        worlds: all[c],
      }
    }),
  }
}

function hasBoth(answers: readonly WorldAnswer[]): boolean {
  return answers.some(({ level }) => level > 0) && answers.some(({ level }) => level === 0)
}
