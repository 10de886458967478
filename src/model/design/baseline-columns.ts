import { periodsPerYear } from '../../data/calendar/period.js'
import type { Dataset } from '../../data/table/dataset.js'
import { InputError } from '../../check/errors.js'
import { cos, sin } from '../../numeric/special/trigonometry.js'
import type { Prior } from '../prior/prior.js'
import type { Spec } from '../spec/spec.js'
import type { LinearColumn } from './model.js'
import { smoothBasis } from './smooth-basis.js'

const TWO_PI = 6.283185307179586

/** Prior standard deviations in units of the mean KPI; source: docs/evidence.md. */
const INTERCEPT_SD = 1
const TREND_SD = 0.3
const SEASON_SD = 0.2

export interface BaselineInput {
  readonly spec: Spec
  readonly dataset: Dataset
  readonly periods: number
  /** First day of every row of window and horizon, in days since 1970-01-01. */
  readonly startDays: Float64Array
}

/** Intercept, trend, smooth trend and season: everything that does not come from a column of the data. */
export function baselineColumns(input: BaselineInput): LinearColumn[] {
  const rows = input.startDays.length
  const intercept = normalPrior('baseline.intercept', input.spec.baseline.intercept, { mean: 0, sd: INTERCEPT_SD })
  return [
    column('intercept', new Float64Array(rows).fill(1), intercept),
    ...trendColumns(input),
    ...yearlyColumns(input),
    ...indicatorColumns(input),
  ]
}

/** A Normal prior of a linear coefficient, or the default where the spec gives none. */
export function normalPrior(
  path: string,
  prior: Prior | null,
  otherwise: { mean: number; sd: number },
): { mean: number; sd: number } {
  if (prior === null) return otherwise
  if (prior.distribution !== 'normal') {
    throw new InputError(
      `\`${path}\` must be a normal prior, because the linear part is integrated out; it is ${prior.distribution}.`,
    )
  }
  return prior
}

/** Most half-ranges of the data, in length scales, that the default smooth trend resolves: about 27 years at half a year. */
const MOST_RESOLVED = 27

/**
 * Length scale of the smooth trend in periods: the spec's, or half a year and at least 6 periods; longer for series of more than three
 * decades, so that its basis stays at about 60 functions.
 *
 * @param rows periods that the basis covers, window and horizon.
 */
export function smoothLengthScale(spec: Spec, rows: number): number {
  return spec.baseline.smooth.lengthScale ?? Math.max(6, periodsPerYear[spec.data.period] / 2, rows / 2 / MOST_RESOLVED)
}

function column(name: string, values: Float64Array, prior: { mean: number; sd: number }): LinearColumn {
  return {
    name,
    part: 'baseline',
    owner: null,
    values,
    reference: 0,
    offset: 0,
    priorMean: prior.mean,
    priorSd: prior.sd,
    smooth: false,
  }
}

function trendColumns({ spec, periods, startDays }: BaselineInput): LinearColumn[] {
  if (spec.baseline.trend === 'none' || periods < 2) return []
  const middle = (periods - 1) / 2
  const line = startDays.map((_, t) => (t - middle) / (periods - 1))
  const columns = [column('trend', line, { mean: 0, sd: TREND_SD })]
  if (spec.baseline.trend === 'linear') return columns
  const smooth = smoothBasis({ rows: startDays.length, lengthScale: smoothLengthScale(spec, startDays.length) })
  smooth.forEach((values, j) => {
    columns.push({ ...column(`smooth[${j + 1}]`, values, { mean: 0, sd: 1 }), smooth: true })
  })
  return columns
}

/** Sines and cosines of the day of the year at the middle of each period. */
function yearlyColumns({ spec, startDays }: BaselineInput): LinearColumn[] {
  const { yearly } = spec.baseline.seasonality
  const columns: LinearColumn[] = []
  const middle = 365.25 / periodsPerYear[spec.data.period] / 2
  for (let k = 1; k <= yearly; k++) {
    const prior = normalPrior('baseline.seasonalityPrior', spec.baseline.seasonalityPrior, {
      mean: 0,
      sd: SEASON_SD / Math.sqrt(k),
    })
    const angle = startDays.map((day) => (TWO_PI * k * (day + middle)) / 365.25)
    columns.push(column(`season.sin${k}`, angle.map(sin), prior), column(`season.cos${k}`, angle.map(cos), prior))
  }
  return columns
}

/** Weekdays and quarters as effects: each column is 1 in its own periods and -1 in those of the last level. */
function indicatorColumns({ spec, startDays }: BaselineInput): LinearColumn[] {
  const { weekdays, quarters } = spec.baseline.seasonality
  const columns: LinearColumn[] = []
  const prior = normalPrior('baseline.seasonalityPrior', spec.baseline.seasonalityPrior, { mean: 0, sd: SEASON_SD })
  if (weekdays) {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
    const level = startDays.map((day) => (((day + 3) % 7) + 7) % 7)
    names.forEach((name, i) => columns.push(column(`season.${name}`, contrast(level, i, 6), prior)))
  }
  if (quarters) {
    const level = startDays.map((day) => quarterOfDay(day))
    for (let i = 0; i < 3; i++) columns.push(column(`season.q${i + 1}`, contrast(level, i, 3), prior))
  }
  return columns
}

function contrast(level: Float64Array, own: number, last: number): Float64Array {
  return level.map((value) => (value === own ? 1 : value === last ? -1 : 0))
}

/** Quarter 0 to 3 of a quarter's first day. */
function quarterOfDay(day: number): number {
  const share = (((day + 20) % 365.25) + 365.25) % 365.25
  return Math.floor((share / 365.25) * 4)
}
