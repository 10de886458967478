import type { Plan } from '../../decision/counterfactual/expected-outcome.js'
import { toCsv } from '../../present/table/to-csv.js'

/**
 * A plan as `simulate --plan` reads it: `period`, then a column a channel; every number reads back the same.
 *
 * @example planCsv(plan, setting.periods)  // 'period,tv,search\n2025-01-06,1000,200\n...'
 */
export function planCsv({ spend }: Pick<Plan, 'spend'>, periods: readonly string[]): string {
  return toCsv(
    periods.map((period, t) => ({
      period,
      ...Object.fromEntries([...spend].map(([name, money]) => [name, money[t]])),
    })),
  )
}
