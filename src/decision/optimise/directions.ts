import type { ResponseTable } from '../analysis/response-table.js'
import type { PlanTask } from './plan-task.js'
import { RESPONSE_WIDTH, slopePlace } from '../analysis/response-table.js'

/** Moves smaller than this share of today's spend are none. */
const UNMOVED = 1e-6

/**
 * How sure it is that each channel moves the right way: the share of draws in which its marginal return at today's spend is above (raised) or
 * below (cut) what money brings elsewhere: the mean marginal return of all channels that move where the total is given, the price of money
 * where it is free.
 *
 * It is a first-order figure on the draws that chose the plan, for ranking the changes; the plan as a whole is judged by cross-fitting.
 *
 * @returns null for a channel that doesn't move.
 */
export function directions(
  tables: readonly ResponseTable[],
  multiples: ArrayLike<number>,
  task: Pick<PlanTask, 'quantity' | 'exact' | 'keep' | 'target' | 'price'>,
): (number | null)[] {
  const place = slopePlace[task.quantity]
  const count = tables[0].response.draws
  const marginal = tables.map((table) => {
    const { multiples: known, cells, response } = table
    const today = known.indexOf(1)
    return Float64Array.from(
      { length: count },
      (_, d) => cells[(d * known.length + today) * RESPONSE_WIDTH + place] / response.spend,
    )
  })
  const moved = (c: number): boolean => Math.abs(multiples[c] - 1) > UNMOVED
  const weights = tables.map(({ response }, c) => (moved(c) ? response.spend : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const isPriced =
    task.exact === null && task.keep === null && (task.target === null || task.target.of === 'marginal-roas')
  const price = Float64Array.from({ length: count }, (_, d) =>
    isPriced ? task.price : marginal.reduce((sum, values, c) => sum + (values[d] * weights[c]) / total, 0),
  )
  return tables.map((_, c) => {
    if (!moved(c)) return null
    const above = marginal[c].reduce((n, value, d) => n + (value > price[d] ? 1 : 0), 0) / count
    return multiples[c] > 1 ? above : 1 - above
  })
}
