import { InputError } from '../../check/errors.js'
import type { Dataset } from '../../data/table/dataset.js'
import { mean } from '../../numeric/stats/summary.js'
import type { Prior } from '../prior/prior.js'
import type { ControlSpec, Scale, Spec, TreatmentSpec } from '../spec/spec.js'
import { normalPrior } from './baseline-columns.js'
import { yearPeriods } from './horizon.js'
import type { LinearColumn } from './model.js'

/** Prior standard deviation of the effect of one standard deviation of a control or treatment, in units of the mean KPI. */
const CONTROL_SD = 0.2

/** Frozen numbers of an earlier fit, and those of this one: a number once frozen is never computed again. */
export class FrozenNumbers {
  readonly values: Record<string, number>

  constructor(earlier: Readonly<Record<string, number>> | null) {
    this.values = { ...earlier }
  }

  keep(name: string, compute: () => number): number {
    this.values[name] ??= compute()
    return this.values[name]
  }
}

export interface ControlInput {
  readonly spec: Spec
  readonly dataset: Dataset
  readonly periods: number
  /** Periods after the window. */
  readonly horizon: number
  readonly frozen: FrozenNumbers
}

/** Treatments against their stated reference. */
export function treatmentColumns(input: ControlInput): LinearColumn[] {
  return input.spec.treatments.map((treatment) => {
    const raw = columnValues(input, treatment.column)
    const name = `treatments.${treatment.name}`
    const reference = input.frozen.keep(`${name}.reference`, () => treatmentReference(treatment, raw, input))
    return linearColumn(input, { ...treatment, part: 'treatment', path: name }, raw, reference)
  })
}

/** Controls against zero (indicators, and columns that are mostly zero) or against their mean. */
export function controlColumns(input: ControlInput): LinearColumn[] {
  return input.spec.controls.flatMap((control) => {
    if (control.kind === 'category') return categoryColumns(input, control)
    const raw = columnValues(input, control.column)
    const path = `controls.${control.name}`
    const reference = input.frozen.keep(`${path}.reference`, () => controlReference(raw, input.periods))
    return [linearColumn(input, { ...control, part: 'control', path }, raw, reference)]
  })
}

/** One column of an event's share of each period, against zero. */
export function eventColumn(input: ControlInput, name: string, values: Float64Array): LinearColumn {
  const description = {
    name: `event.${name}`,
    owner: name,
    part: 'control' as const,
    path: `events.${name}`,
    prior: null,
    scale: null,
  }
  return linearColumn(input, description, values, 0)
}

interface ColumnDescription {
  readonly name: string
  readonly owner?: string
  readonly part: 'treatment' | 'control'
  readonly path: string
  readonly prior: Prior | null
  readonly scale: Scale | null
}

/**
 * The column as it enters the density. Without a `scale` it is centred on its reference; with one it enters as published models have it,
 * divided but not centred, and `offset` takes the reference away afterwards.
 */
function linearColumn(
  input: ControlInput,
  column: ColumnDescription,
  raw: Float64Array,
  reference: number,
): LinearColumn {
  const { periods, frozen } = input
  const given = column.scale !== null
  const scale = given ? frozen.keep(`${column.path}.scale`, () => scaleOf(column.scale as Scale, raw, periods)) : 1
  const values = given ? raw.map((value) => value / scale) : raw.map((value) => value - reference)
  const spread = frozen.keep(`${column.path}.spread`, () => standardDeviation(values, periods))
  // Priors are on the effect of one standard deviation, or of one unit where the spec states the unit.
  const size = spread > 0 ? spread : 1
  const unit = given ? 1 : size
  const otherwise = { mean: 0, sd: (CONTROL_SD * unit) / size }
  const prior = normalPrior(`${column.path}.prior`, column.prior, otherwise)
  return {
    name: column.name,
    part: column.part,
    owner: column.owner ?? column.name,
    values,
    reference,
    offset: given ? reference / scale : 0,
    priorMean: prior.mean / unit,
    priorSd: prior.sd / unit,
    smooth: false,
  }
}

function categoryColumns(input: ControlInput, control: ControlSpec): LinearColumn[] {
  const { dataset, periods, horizon } = input
  const texts = dataset.texts.get(control.column)
  if (texts === undefined) throw new InputError(`\`controls.${control.name}\`: column ${control.column} was not read.`)
  const rows = texts.slice(dataset.windowStart, dataset.windowStart + periods + horizon)
  const inWindow = rows.slice(0, periods)
  const levels = [...new Set(inWindow)].sort()
  const none = control.none ?? mostFrequent(inWindow)
  return levels
    .filter((level) => level !== none)
    .map((level) => {
      const values = new Float64Array(periods + horizon).fill(NaN)
      rows.forEach((text, t) => (values[t] = text === '' && t >= periods ? NaN : text === level ? 1 : 0))
      const name = `${control.name}=${level}`
      return linearColumn(
        input,
        { ...control, name, owner: control.name, part: 'control', path: `controls.${name}` },
        values,
        0,
      )
    })
}

/** Window values, then what the data know of the future, NaN after that. */
function columnValues({ dataset, periods, horizon }: ControlInput, column: string): Float64Array {
  const all = dataset.columns.get(column)
  if (all === undefined) throw new InputError(`Column ${column} was not read.`)
  const values = new Float64Array(periods + horizon).fill(NaN)
  values.set(all.subarray(dataset.windowStart, Math.min(all.length, dataset.windowStart + periods + horizon)))
  return values
}

function treatmentReference(treatment: TreatmentSpec, raw: Float64Array, input: ControlInput): number {
  const { reference } = treatment
  if (typeof reference === 'number') return reference
  const window = raw.subarray(0, input.periods)
  if (reference === 'min') return window.reduce((a, b) => Math.min(a, b))
  if (reference === 'max') return window.reduce((a, b) => Math.max(a, b))
  const count = reference === 'mean' ? input.periods : Math.min(input.periods, yearPeriods(input.spec.data.period))
  return mean(window.subarray(0, count))
}

function controlReference(raw: Float64Array, periods: number): number {
  const window = raw.subarray(0, periods)
  const zeros = window.reduce((count, value) => count + (value === 0 ? 1 : 0), 0)
  const indicator = window.every((value) => value === 0 || value === 1)
  return indicator || zeros >= periods / 2 ? 0 : mean(window)
}

/** What a `scale` divides by, from the window's values. */
export function scaleOf(scale: Scale, raw: Float64Array, periods: number): number {
  if (typeof scale === 'number') return scale
  if (scale === 'none') return 1
  const window = raw.subarray(0, periods)
  const size = scale === 'max' ? window.reduce((a, b) => Math.max(a, b)) : mean(window)
  if (!(size > 0)) throw new InputError(`\`scale: ${scale}\` needs a column whose ${scale} is above 0; it is ${size}.`)
  return size
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0]
}

function standardDeviation(values: Float64Array, periods: number): number {
  const window = values.subarray(0, periods)
  const centre = mean(window)
  return Math.sqrt(window.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / periods)
}
