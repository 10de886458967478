import type { ResponseTable } from '../analysis/response-table.js'
import type { PlanSetting } from '../plan/plan-setting.js'
import type { PlanValue } from '../plan/plan-value.js'
import type { TodayTotals } from './cross-fit.js'
import type { PlanLimits } from './plan-limits.js'
import type { PatternChannel } from './plan-pattern.js'
import type { PlanRequest } from './plan-request.js'
import type { PlanTask } from './plan-task.js'
import { InputError } from '../../check/errors.js'
import { mean } from '../../numeric/stats/summary.js'
import { valuePlan } from '../plan/plan-value.js'
import { boundedTable } from './plan-curves.js'
import { planLimits } from './plan-limits.js'
import { patternChannels } from './plan-pattern.js'
import { planTask } from './plan-task.js'

/** A request over a setting, ready to be solved again and again. */
export interface AlongPattern {
  readonly setting: PlanSetting
  readonly channels: readonly PatternChannel[]
  readonly tables: readonly ResponseTable[]
  readonly todayTotals: TodayTotals
  readonly today: PlanValue
  readonly limits: PlanLimits
  readonly task: PlanTask
}

/** Resolves a request: its channels along their patterns with their curves, its limits and its task. */
export function alongPattern(setting: PlanSetting, request: PlanRequest): AlongPattern {
  const { outcome } = setting
  const channels = patternChannels(setting, request)
  if (channels.length === 0)
    throw new InputError('No paid channel has spend in this window, so there is nothing to plan.')
  const todayTotals = channels.map(({ place }) => setting.totals[place])
  const limits = planLimits(request, {
    channels,
    groups: outcome.model.spec.groups,
    currency: outcome.model.spec.currency,
  })
  const task = planTask(request, {
    today: setting.totals.reduce((sum, { spend }) => sum + (spend ?? 0), 0),
    kpi: setting.totals.reduce(
      (sum, { spend, incrementalKpi }) => sum + (spend === null ? 0 : mean(incrementalKpi)),
      0,
    ),
    hasValue: outcome.model.value !== null,
    hasMargin: outcome.model.margin !== null,
  })
  const tables = channels.map(({ response }, c) => {
    const { low, high } = limits.channels[c]
    return boundedTable(response, low / response.spend, high / response.spend)
  })
  return { setting, channels, tables, todayTotals, today: valuePlan(setting, setting.today), limits, task }
}
