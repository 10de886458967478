import type { Change, ComparedWindow, Driver, Drivers, MediaChange, MediaSplit } from './drivers.js'
import { InputError } from '../../check/errors.js'
import { sum } from '../../numeric/stats/summary.js'
import { yearPeriods } from '../../model/design/horizon.js'
import { summarise } from '../analysis/summarise.js'
import { type Outcome, type Window, wholeWindow } from '../counterfactual/outcome.js'
import {
  baselineContribution,
  channelContribution,
  fittedMean,
  isSeason,
  linearOwners,
  ownerContribution,
  ownerPart,
  type PartDraws,
  seasonContribution,
} from '../counterfactual/parts.js'
import { windowSums } from '../counterfactual/totals.js'
import { type PairWeights, type SplitDraws, splitMediaChange, type WindowPair } from './media-split.js'

/**
 * Why the KPI changed from one window to another, by driver, with intervals; what adds up to what is said at `Drivers`.
 *
 * @param windows periods of the fit window; they may differ in length, and may lie in either order.
 * @throws InputError if a window is empty or leaves the fit window.
 * @example changeDrivers(outcomeOf(fit), { before: { from: 0, to: 52 }, now: { from: 52, to: 104 } }).fitted.change.mean
 */
export function changeDrivers(outcome: Outcome, windows: WindowPair): Drivers {
  const draws = driverDraws(outcome, windows)
  const { model } = outcome
  const paid = draws.rows.filter((row): row is PaidDraws => row.split !== null)
  const observed = {
    before: observedSum(outcome, windows.before),
    now: observedSum(outcome, windows.now),
  }
  const change = observed.now - observed.before
  const fitted = changeOf(draws.fitted)
  return {
    kpi: { kind: model.spec.kpi.kind, currency: model.spec.currency },
    period: model.dataset.period,
    window: comparedWindow(outcome, windows.now),
    against: comparedWindow(outcome, windows.before),
    rows: draws.rows.map(driverOf),
    media: paid.length === 0 ? null : mediaChange('all paid media', paid),
    groups: model.spec.groups.flatMap(({ name, channels }) => {
      const members = paid.filter((row) => channels.includes(row.name))
      return members.length === 0
        ? []
        : [{ ...mediaChange(name, members), channels: members.map((member) => member.name) }]
    }),
    fitted,
    observed: { ...observed, change },
    unexplained: summarise(draws.fitted.now.map((now, d) => change - (now - draws.fitted.before[d]))),
  }
}

/**
 * The last full year of a window against the year before it (365 days, 52 weeks, 12 months, 4 quarters, 1 year each); null where the
 * window is shorter than two of them.
 *
 * @param window periods of the fit window. @defaultValue the whole fit window
 */
export function lastTwoYears(outcome: Outcome, window: Window = wholeWindow(outcome.model)): WindowPair | null {
  const year = yearPeriods(outcome.model.dataset.period)
  const { from, to } = window
  if (to - from < 2 * year) return null
  return { now: { from: to - year, to }, before: { from: to - 2 * year, to: to - year } }
}

/** One driver, a value a draw: sums over the windows, and the change. */
export interface DriverDraws {
  readonly name: string
  readonly kind: Driver['kind']
  readonly levels: { readonly before: Float64Array; readonly now: Float64Array } | null
  readonly change: Float64Array
  readonly split: SplitDraws | null
}

/** The changes of the rows add up to the change of `fitted` in every draw. */
export function driverDraws(
  outcome: Outcome,
  windows: WindowPair,
): { readonly rows: readonly DriverDraws[]; readonly fitted: Levels } {
  requireInside(outcome, windows.before)
  requireInside(outcome, windows.now)
  const { model } = outcome
  const weights = weightsOf(windows)
  const levels = (part: PartDraws): Levels => ({
    before: windowSums(part, model.periods, windows.before),
    now: windowSums(part, model.periods, windows.now),
  })
  const row = (name: string, kind: Driver['kind'], part: PartDraws): DriverDraws => {
    const sums = levels(part)
    return { name, kind, levels: sums, change: weightedChange(sums, weights), split: null }
  }
  const fitted = levels(fittedMean(outcome))
  const rows = [
    ...lengthRow(fitted, windows),
    ...baselineRows(outcome, row),
    ...linearOwners(outcome).map((owner) => row(owner, ownerPart(outcome, owner), ownerContribution(outcome, owner))),
    ...model.channels.map(({ name, spec }, channel) => {
      const own = row(name, spec.kind, channelContribution(outcome, channel))
      if (spec.kind === 'organic' || own.levels === null) return own
      return { ...own, split: splitMediaChange({ outcome, channel, windows, weights, contribution: own.levels }) }
    }),
  ]
  return { rows, fitted }
}

interface Levels {
  readonly before: Float64Array
  readonly now: Float64Array
}

type PaidDraws = DriverDraws & { readonly levels: Levels; readonly split: SplitDraws }

function requireInside({ model: { periods, dataset } }: Outcome, { from, to }: Window): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= periods) return
  throw new InputError(
    `A window to compare must hold at least one of the ${periods} ${dataset.period}s of the fit and none outside, not \`from\` ${from}, \`to\` ${to}.`,
  )
}

function weightsOf({ before, now }: WindowPair): PairWeights {
  const lengths = [before.to - before.from, now.to - now.from]
  const between = (lengths[0] + lengths[1]) / 2
  return { before: between / lengths[0], now: between / lengths[1] }
}

function weightedChange({ before, now }: Levels, weights: PairWeights): Float64Array {
  return now.map((sum, d) => weights.now * sum - weights.before * before[d])
}

/** More or fewer periods at the mean of both windows' levels; nothing where they are equally long. */
function lengthRow({ before, now }: Levels, windows: WindowPair): DriverDraws[] {
  const [n, m] = [windows.before.to - windows.before.from, windows.now.to - windows.now.from]
  if (n === m) return []
  const change = now.map((sum, d) => ((m - n) * (sum / m + before[d] / n)) / 2)
  return [{ name: 'length', kind: 'length', levels: null, change, split: null }]
}

function baselineRows(
  outcome: Outcome,
  row: (name: string, kind: Driver['kind'], part: PartDraws) => DriverDraws,
): DriverDraws[] {
  const { linear } = outcome.model
  const baseline = baselineContribution(outcome)
  const hasTrend = linear.some(({ name, part, smooth }) => part === 'baseline' && (smooth || name === 'trend'))
  const own = hasTrend ? 'trend' : 'baseline'
  if (!linear.some(isSeason)) return [row(own, own, baseline)]
  const season = seasonContribution(outcome)
  const rest = baseline.map((sum, i) => sum - season[i])
  return [row(own, own, rest), row('season', 'season', season)]
}

function driverOf({ name, kind, levels, change, split }: DriverDraws): Driver {
  return {
    name,
    kind,
    before: levels === null ? null : summarise(levels.before),
    now: levels === null ? null : summarise(levels.now),
    change: summarise(change),
    split: split === null ? null : summariseSplit(split),
  }
}

function changeOf({ before, now }: Levels): Change {
  return {
    before: summarise(before),
    now: summarise(now),
    change: summarise(now.map((sum, d) => sum - before[d])),
  }
}

function summariseSplit({ spend, costPerUnit, timing, money, unitCost }: SplitDraws): MediaSplit {
  return {
    spend: summarise(spend),
    costPerUnit: costPerUnit === null ? null : summarise(costPerUnit),
    timing: summarise(timing),
    money,
    unitCost,
  }
}

/** Several paid channels together, jointly per draw. */
function mediaChange(name: string, rows: readonly PaidDraws[]): MediaChange {
  const total = (pick: (row: PaidDraws) => Float64Array): Float64Array => {
    const sum = new Float64Array(rows[0].change.length)
    for (const row of rows) pick(row).forEach((value, d) => (sum[d] += value))
    return sum
  }
  const priced = rows.some(({ split }) => split.costPerUnit !== null)
  const none = new Float64Array(rows[0].change.length)
  const money = (pick: (split: SplitDraws) => number): number => rows.reduce((sum, { split }) => sum + pick(split), 0)
  return {
    name,
    before: summarise(total(({ levels }) => levels.before)),
    now: summarise(total(({ levels }) => levels.now)),
    change: summarise(total(({ change }) => change)),
    split: summariseSplit({
      spend: total(({ split }) => split.spend),
      costPerUnit: priced ? total(({ split }) => split.costPerUnit ?? none) : null,
      timing: total(({ split }) => split.timing),
      money: { before: money((split) => split.money.before), now: money((split) => split.money.now) },
      unitCost: null,
    }),
  }
}

function observedSum({ model }: Outcome, { from, to }: Window): number {
  return sum(model.kpi.subarray(from, to))
}

function comparedWindow({ model: { dataset } }: Outcome, { from, to }: Window): ComparedWindow {
  const label = (t: number): string => dataset.periods[dataset.windowStart + t]
  return { from: label(from), to: label(to - 1), periods: to - from }
}
