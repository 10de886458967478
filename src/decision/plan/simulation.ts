import type { Fingerprint, Fit } from '../../fit/fit.js'
import type { Plan } from '../counterfactual/expected-outcome.js'
import type { PlanDifference } from './compare-plans.js'
import type { PlanSetting } from './plan-setting.js'
import type { PlanChannelSummary, PlanSummary } from './plan-value.js'
import { periodsPerYear } from '../../data/calendar/period.js'
import { tailPeriods } from '../analysis/adstock-curves.js'
import { comparePlans } from './compare-plans.js'
import { valuePlan } from './plan-value.js'

/** A plan's figures as JSON has them. */
export interface SimulatedPlan extends Omit<PlanSummary, 'channels'> {
  readonly name: string
  readonly spendPerYear: number
  readonly channels: readonly SimulatedChannel[]
}

export interface SimulatedChannel extends PlanChannelSummary {
  /** `demand-capture`; `extrapolation` where some period's spend is more than any that the data hold. */
  readonly flags: readonly string[]
}

/** What `simulate --json` prints; see docs/plans.md for every field. */
export interface Simulation extends SimulatedPlan {
  readonly format: 'mixwright.simulation/1'
  readonly fingerprint: Fingerprint
  readonly window: {
    readonly from: string
    readonly to: string
    readonly period: string
    readonly periods: number
    readonly tailPeriods: number
    /** How many of the periods lie after the last row with a KPI. */
    readonly ahead: number
  }
  readonly periods: readonly string[]
  readonly kpiKind: 'revenue' | 'units'
  readonly currency: string
  readonly against: SimulatedPlan
  readonly difference: PlanDifference
  readonly assumptions: readonly string[]
  readonly flags: readonly string[]
}

/** A plan and what to call it. */
export interface NamedPlanInput {
  readonly name: string
  readonly plan: Plan
}

/**
 * Values a plan and a reference in one setting, and their difference.
 *
 * @example simulatePlan(fit, planSetting(fit), { plan: { name: 'plan.csv', plan }, against: { name: 'today', plan: setting.today } })
 */
export function simulatePlan(
  fit: Pick<Fit, 'fingerprint'>,
  setting: PlanSetting,
  { plan, against }: { readonly plan: NamedPlanInput; readonly against: NamedPlanInput },
): Simulation {
  const { model } = setting.outcome
  const { window, periods } = setting
  const value = valuePlan(setting, plan.plan)
  const reference = valuePlan(setting, against.plan)
  const years = periods.length / periodsPerYear[model.dataset.period]
  const simulated = (name: string, { plan: valued, summary }: typeof value): SimulatedPlan => ({
    name,
    ...summary,
    spendPerYear: summary.spend / years,
    channels: summary.channels.map((channel) => ({ ...channel, flags: flagsOf(setting, valued, channel) })),
  })
  return {
    format: 'mixwright.simulation/1',
    fingerprint: fit.fingerprint,
    window: {
      from: periods[0],
      to: periods[periods.length - 1],
      period: model.dataset.period,
      periods: periods.length,
      tailPeriods: tailPeriods(setting.outcome),
      ahead: Math.max(0, Math.min(window.to - window.from, window.to - (model.periods - (model.ahead ?? 0)))),
    },
    periods,
    kpiKind: model.spec.kpi.kind,
    currency: model.spec.currency,
    ...simulated(plan.name, value),
    against: simulated(against.name, reference),
    difference: comparePlans(value, reference),
    assumptions: setting.assumptions,
    flags: model.value === null ? ['no-value'] : model.margin === null ? ['no-margin'] : [],
  }
}

/** The plan that spends nothing in the window. */
export function zeroPlan({ today }: Pick<PlanSetting, 'today'>): Plan {
  return { ...today, spend: new Map([...today.spend].map(([name, spend]) => [name, new Float64Array(spend.length)])) }
}

function flagsOf(setting: PlanSetting, plan: Plan, { name, role }: PlanChannelSummary): string[] {
  const { model } = setting.outcome
  const channel = model.channels.find((each) => each.name === name)
  const observed = model.history + model.periods - (model.ahead ?? 0)
  const largest = channel?.spend?.subarray(0, observed).reduce((most, money) => Math.max(most, money), 0) ?? Infinity
  const spend = plan.spend.get(name) ?? new Float64Array(0)
  return [
    ...(role === 'demand-capture' ? ['demand-capture'] : []),
    ...(spend.some((money) => money > largest * (1 + 1e-9)) ? ['extrapolation'] : []),
  ]
}
