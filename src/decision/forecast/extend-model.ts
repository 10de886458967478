import type { LinearColumn, Model, ModelChannel } from '../../model/design/model.js'
import type { Scenario } from './scenario.js'
import { InputError } from '../../check/errors.js'
import { addPeriods, periodLabel } from '../../data/calendar/period-arithmetic.js'
import { extended, lastYear } from '../../model/design/horizon.js'
import { seasonalLag } from '../../fit/holdout/cut-model.js'
import { mean } from '../../numeric/stats/summary.js'
import { formatPercent } from '../words/format.js'
import { meanCost } from '../counterfactual/cost-per-unit.js'
import { moneyAssumptions } from '../plan/money-assumptions.js'
import { seasonalMean } from './seasonal-mean.js'

/** What is assumed of the periods after the last row. */
export interface AheadOptions {
  /** Values of controls, treatments and organic media, which stand before those of the data. */
  readonly scenario?: Scenario | null
  /** Rise of the cost per media unit against the last year: 0.03 is 3 %. @defaultValue 0 */
  readonly inflation?: number
}

/** A model that covers periods after its last row, and what was assumed of them. */
export interface ExtendedModel {
  readonly model: Model
  /** A sentence each. */
  readonly assumptions: readonly string[]
}

/**
 * A model continued to period `to`, as if its window were that long; the periods after the last row are `model.ahead`.
 *
 * Trend, season and known events go on as they are. A control, treatment or organic channel takes its value from the scenario, else from the
 * data's rows after the window, else its mean in the same periods of all years. Paid channels spend what they spent a year before, at the last
 * year's mean cost per media unit times 1 + inflation. Value and margin are the last year's means.
 *
 * @param to period after the last one, at most a year beyond the fit window.
 * @throws InputError if `to` lies further out, or the inflation isn't a number above -1.
 */
export function extendModel(model: Model, to: number, options: AheadOptions = {}): ExtendedModel {
  const { inflation = 0, scenario = null } = options
  const ahead = to - model.periods
  if (!(ahead > 0 && ahead <= model.horizon)) {
    throw new InputError(
      `A forecast reaches at most ${model.horizon} ${model.dataset.period}s, a year, beyond the last row; ${ahead} were asked for.`,
    )
  }
  if (!(inflation > -1 && inflation < 10)) {
    throw new InputError(`The inflation of media cost must be above -100 % and below 1,000 %, not ${inflation}.`)
  }
  const notes = new AheadNotes(model)
  const longer = { ...model, periods: to, ahead }
  const linear = model.linear.map((column) => longerColumn(model, column, { ahead, scenario, notes }))
  const channels = model.channels.map((channel) =>
    channel.spend === null
      ? longerOrganic(model, channel, { ahead, scenario, notes })
      : longerPaid(longer, channel, { ahead, inflation }),
  )
  const series = (values: Float64Array | null): Float64Array | null =>
    values === null ? null : extended(model, values, ahead)
  return {
    model: {
      ...longer,
      horizon: model.horizon - ahead,
      kpi: paddedWith(model.kpi, NaN, ahead),
      value: series(model.value),
      margin: series(model.margin),
      channels,
      linear,
      dataset: longerDataset(model, ahead),
    },
    assumptions: [spendSentence(model, inflation), ...notes.sentences(), ...moneyAssumptions(model)],
  }
}

interface AheadInput {
  readonly ahead: number
  readonly scenario: Scenario | null
  readonly notes: AheadNotes
}

/** A linear column with every value ahead known. */
function longerColumn(model: Model, column: LinearColumn, { ahead, scenario, notes }: AheadInput): LinearColumn {
  const values = column.values.slice()
  const given = scenario?.linear.get(column.name)
  for (let h = 0; h < ahead; h++) {
    const t = model.periods + h
    const stated = given?.[h] ?? NaN
    if (stated === stated) {
      values[t] = stated
      notes.add(column.owner, 'scenario')
    } else if (values[t] !== values[t]) {
      values[t] = seasonalMean(column.values.subarray(0, model.periods), t, model.dataset.period)
      notes.add(column.owner, 'season')
    } else if (column.owner !== null && !column.name.startsWith('event.')) {
      notes.add(column.owner, 'data')
    }
  }
  return { ...column, values }
}

function longerOrganic(model: Model, channel: ModelChannel, { ahead, scenario, notes }: AheadInput): ModelChannel {
  const media = paddedWith(channel.media, NaN, ahead)
  const given = scenario?.media.get(channel.name)
  const column = model.dataset.columns.get(channel.spec.media)
  const observed = channel.media.subarray(model.history)
  for (let h = 0; h < ahead; h++) {
    const stated = given?.[h] ?? NaN
    const known = column?.[model.dataset.windowEnd + h] ?? NaN
    const source = stated === stated ? 'scenario' : known === known ? 'data' : 'season'
    notes.add(channel.name, source)
    media[channel.media.length + h] =
      source === 'season'
        ? seasonalMean(observed, model.periods + h, model.dataset.period)
        : (source === 'scenario' ? stated : known) / channel.scale
  }
  return { ...channel, media }
}

function longerPaid(
  model: Model,
  channel: ModelChannel,
  { ahead, inflation }: { readonly ahead: number; readonly inflation: number },
): ModelChannel {
  const media = paddedWith(channel.media, 0, ahead)
  const spend = paddedWith(channel.spend as Float64Array, 0, ahead)
  const first = channel.media.length
  const lag = seasonalLag(model.dataset.period)
  const observed = { from: -model.history, to: model.periods - ahead }
  const cost = meanCost(model, channel, lastYear(model)) ?? meanCost(model, channel, observed)
  const usual = mean(spend.subarray(model.history, first))
  for (let t = first; t < media.length; t++) {
    spend[t] = t >= lag ? spend[t - lag] : usual
    if (spend[t] > 0) media[t] = spend[t] / ((cost as number) * (1 + inflation))
  }
  return { ...channel, media, spend }
}

function longerDataset({ dataset, periods }: Model, ahead: number): Model['dataset'] {
  const { period, startDays, windowStart } = dataset
  const rows = windowStart + periods + ahead
  const days = Array.from({ length: rows }, (_, row) =>
    row < startDays.length ? startDays[row] : addPeriods(period, startDays[0], row),
  )
  return { ...dataset, startDays: days, periods: days.map((day) => periodLabel(period, day)) }
}

function paddedWith(values: Float64Array, value: number, count: number): Float64Array {
  const out = new Float64Array(values.length + count).fill(value)
  out.set(values)
  return out
}

function spendSentence({ dataset, history, periods }: Model, inflation: number): string {
  const lag = seasonalLag(dataset.period)
  const earlier =
    history + periods < lag
      ? 'what it spent on average'
      : `what it spent ${lag} ${dataset.period}${lag === 1 ? '' : 's'} before`
  const dearer =
    inflation === 0 ? '' : `, ${formatPercent(Math.abs(inflation))} ${inflation > 0 ? 'dearer' : 'cheaper'}`
  return `After the last row, where a plan says nothing else, every channel spends ${earlier}; a unit of media costs the last year's mean${dearer}.`
}

type Source = 'scenario' | 'data' | 'season'

/** Which columns took their values ahead from where. */
class AheadNotes {
  private readonly owners = new Map<Source, Set<string>>()

  constructor(private readonly model: Model) {}

  add(owner: string | null, source: Source): void {
    if (owner === null) return
    const names = this.owners.get(source) ?? new Set()
    this.owners.set(source, names.add(owner))
  }

  sentences(): string[] {
    const { period } = this.model.dataset
    const phrases: Readonly<Record<Source, string>> = {
      scenario: 'as the scenario has them',
      data: "as the data's rows without a KPI have them",
      season: period === 'year' ? 'at their mean over all years' : `at their mean in the same ${period} of all years`,
    }
    return [...this.owners].map(([source, names]) => `After the last row ${phrases[source]}: ${[...names].join(', ')}.`)
  }
}
