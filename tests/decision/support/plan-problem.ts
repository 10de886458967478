import type { ResponseTable } from '../../../src/decision/analysis/response-table.js'
import type { MoneyRange, PlanLimits } from '../../../src/decision/optimise/plan-limits.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import type { PlanTask } from '../../../src/decision/optimise/plan-task.js'
import type { ClosedForm } from './closed-form-response.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { planTask } from '../../../src/decision/optimise/plan-task.js'
import { closedFormResponse } from './closed-form-response.js'

export interface MadeChannel {
  readonly name?: string
  /** One response to money a draw. */
  readonly draws: readonly ClosedForm[]
  readonly margin?: number
  readonly today?: number
  readonly range?: MoneyRange
}

/** Fine enough for golden digits: multiples of today from 0 to 10. */
const fine = Float64Array.from([0, ...Array.from({ length: 700 }, (_, i) => 0.0005 * Math.pow(20000, i / 699))])

/** Channels in closed form as what the optimiser solves: tables, limits and a task. */
export function madeProblem(
  channels: readonly MadeChannel[],
  request: PlanRequest = {},
  more: Partial<Pick<PlanLimits, 'groups' | 'shares'>> = {},
  multiples: Float64Array = fine,
): { tables: ResponseTable[]; limits: PlanLimits; task: PlanTask } {
  const tables = channels.map(({ name, draws, margin = 1, today = 50 }, c) =>
    responseTable(closedFormResponse({ channel: name ?? `c${c}`, spend: today, draws, margin }), multiples),
  )
  const spend = channels.reduce((sum, { today = 50 }) => sum + today, 0)
  const kpi = channels.reduce(
    (sum, { draws, today = 50 }) => sum + draws.reduce((s, { f }) => s + f(today), 0) / draws.length,
    0,
  )
  return {
    tables,
    limits: {
      currency: 'EUR',
      channels: channels.map(({ name, today = 50, range }, c) => ({
        name: name ?? `c${c}`,
        role: null,
        today,
        ...(range ?? { low: 0, high: Infinity }),
      })),
      groups: more.groups ?? [],
      shares: more.shares ?? [],
    },
    task: planTask(request, { today: spend, kpi, hasValue: true, hasMargin: true }),
  }
}

export const exactly = (money: number): PlanRequest => ({ budget: { kind: 'exact', money } })
