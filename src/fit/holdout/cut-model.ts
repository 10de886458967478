import { InputError } from '../../check/errors.js'
import type { PeriodKind } from '../../data/calendar/period.js'
import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import { parameterCount } from '../../model/identify/identifiability.js'

/** Periods that are held out: a quarter, or a year of annual data. */
const heldOut: Readonly<Record<PeriodKind, number>> = { day: 91, week: 13, month: 3, quarter: 1, year: 1 }

/** Periods back to the same season: for days to the same weekday. */
const seasonalLags: Readonly<Record<PeriodKind, number>> = { day: 364, week: 52, month: 12, quarter: 4, year: 1 }

/** A model of the periods before the held-out ones; those stay in its data set as its future. */
export interface CutModel {
  /** Null where too little is left to fit. */
  readonly cut: Model | null
  /** One sentence where `cut` is null, else null. */
  readonly reason: string | null
}

/** @example holdoutLength('week')  // 13 */
export function holdoutLength(period: PeriodKind): number {
  return heldOut[period]
}

/** Periods from one to the one of the same season a year earlier. */
export function seasonalLag(period: PeriodKind): number {
  return seasonalLags[period]
}

/**
 * The model of all periods but the last ones, whose KPI it never sees.
 *
 * References, scales and levels stay those of the whole model, so that parameters of both mean the same; only the scale of the KPI is measured
 * again. Settings of the fit are those of `fit`.
 *
 * @param length periods left out at the end. @defaultValue a quarter, a year of annual data
 * @returns null with its reason where less than a year is left, rows are fewer than parameters, or media, a control or an event occur or vary
 * only in the periods left out.
 */
export function cutModel(
  model: Model,
  fit: Partial<Model['spec']['fit']> = {},
  length = holdoutLength(model.dataset.period),
): CutModel {
  const { dataset, spec } = model
  const rest = model.periods - length
  const last = length === 1 ? `the last ${dataset.period}` : `the last ${length} ${dataset.period}s`
  const lag = seasonalLag(dataset.period)
  if (rest < lag) {
    return none(
      `A hold-out needs a year of data (${counted(lag, dataset.period)}) before ${last}; there are ${counted(Math.max(0, rest), dataset.period)}.`,
    )
  }
  const frozen = Object.fromEntries(Object.entries(model.frozen).filter(([name]) => name !== 'kpi.scale'))
  try {
    const earlier = { ...dataset, windowEnd: dataset.windowEnd - length }
    const idle = idleChannel(model, rest)
    if (idle !== null)
      return none(
        `The media of ${idle} don’t vary before ${last}, so a fit to the ${dataset.period}s before can’t learn what they do.`,
      )
    const cut = buildModel({ ...spec, fit: { ...spec.fit, ...fit } }, earlier, frozen)
    const still = stillOwner(model, cut)
    if (still !== null)
      return none(
        `${still} doesn’t vary before ${last}, so a fit to the ${dataset.period}s before can’t learn what it does.`,
      )
    const parameters = parameterCount(cut)
    if (rest < parameters) {
      return none(
        `Without ${last} there are ${counted(rest, dataset.period)} for ${parameters} parameters: too few to fit.`,
      )
    }
    return { cut, reason: null }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return none(`Without ${last} the model can’t be fitted: ${error.message}`)
  }
}

function none(reason: string): CutModel {
  return { cut: null, reason }
}

function counted(count: number, period: PeriodKind): string {
  return `${count} ${count === 1 ? period : `${period}s`}`
}

/** The first channel whose media are the same in every row that is left. */
function idleChannel(model: Model, rest: number): string | null {
  const idle = model.channels.find(({ media }) => isConstant(media.subarray(0, model.history + rest)))
  return idle?.name ?? null
}

/** The first treatment, control or event with a column that is missing or the same in every period that is left. */
function stillOwner(whole: Model, cut: Model): string | null {
  const left = new Map(cut.linear.map((column) => [column.name, column.values.subarray(0, cut.periods)]))
  const still = whole.linear.find(({ name, owner }) => {
    const values = left.get(name)
    return owner !== null && (values === undefined || isConstant(values))
  })
  return still?.owner ?? null
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0])
}
