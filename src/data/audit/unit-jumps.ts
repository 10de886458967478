import { log } from '../../numeric/special/exp-log.js'
import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { auditedColumns, makeFinding } from './audited-column.js'
import { medianOfFew } from './median-of-few.js'

/** Active rows compared on either side of a jump, at most and at least. */
const reach = 8
const fewest = 3
/** How near the logarithm (base 10) of the change must be to a whole number. */
const tolerance = 0.12
/** Least distance (base 10) between the sides, for a change of ten; neighbours across a jump lie at least as far apart. */
const leastStep = 0.3

/**
 * Warnings for columns whose level changes at once by about 10, 100 or 1,000, as where cents become euros or thousands units.
 *
 * Medians of up to eight positive values before and after are compared; a jump counts where both sides are level in
 * themselves and keep well apart, so that neither bursts of media nor a count that starts again (day of the year) are jumps.
 */
export function unitJumps(context: AuditContext): Finding[] {
  const columns = auditedColumns(context, ['kpi', 'spend', 'media', 'treatment', 'control'])
  return columns.flatMap(({ use, values }) => {
    const jumps = findJumps(values)
    if (jumps.length === 0) return []
    const rows = jumps.map(({ at }) => at + context.dataset.windowStart)
    const [{ power }] = jumps
    const factor = power > 0 ? `about ${factors[power]} times as large` : `about ${factors[-power]} times smaller`
    const text = `the level becomes ${factor} from one row to the next; has the unit changed`
    const id = `unit-jump:${use.column}`
    return [makeFinding(context, { id, severity: 'warning', column: use.column, rows, text })]
  })
}

const factors: Readonly<Record<number, string>> = {
  1: '10',
  2: '100',
  3: '1,000',
  4: '10,000',
  5: '100,000',
  6: '1,000,000',
}

interface Jump {
  /** First row at the new level. */
  readonly at: number
  /** Power of ten of the change; negative where the level falls. */
  readonly power: number
}

function findJumps(values: Float64Array): Jump[] {
  const rows = [...values.keys()].filter((t) => values[t] > 0)
  const logs = Float64Array.from(rows, (t) => log(values[t]) / Math.LN10)
  const jumps: { jump: Jump; index: number; gap: number }[] = []
  const sides: Sides = { before: new Float64Array(reach), after: new Float64Array(reach) }
  for (let i = fewest; i <= logs.length - fewest; i++) {
    const power = powerAt(logs, i, sides)
    if (power === 0) continue
    const gap = Math.abs(logs[i] - logs[i - 1])
    const last = jumps[jumps.length - 1]
    const found = { jump: { at: rows[i], power }, index: i, gap }
    if (last === undefined || i - last.index > fewest) jumps.push(found)
    else if (gap > last.gap) jumps[jumps.length - 1] = found
  }
  return jumps.map(({ jump }) => jump)
}

/** The whole power of ten by which the level changes between the values before index `i` and those from it on; 0 for none. */
function powerAt(logs: Float64Array, i: number, sides: Sides): number {
  if (Math.abs(logs[i] - logs[i - 1]) < leastStep) return 0
  const before = takeSide(logs, Math.max(0, i - reach), i, sides.before)
  const after = takeSide(logs, i, Math.min(logs.length, i + reach), sides.after)
  const change = after.median - before.median
  const power = Math.round(change)
  if (power === 0 || Math.abs(power) > 6 || Math.abs(change - power) > tolerance) return 0
  const widest = 0.3 + 0.4 * Math.abs(power)
  if (before.high - before.low > widest || after.high - after.low > widest) return 0
  const apart = power > 0 ? after.low - before.high : before.low - after.high
  return apart > leastStep * Math.abs(power) ? power : 0
}

/** Room for the values on either side, reused from row to row. */
interface Sides {
  readonly before: Float64Array
  readonly after: Float64Array
}

interface Side {
  readonly low: number
  readonly median: number
  readonly high: number
}

function takeSide(logs: Float64Array, from: number, to: number, room: Float64Array): Side {
  const count = to - from
  for (let i = 0; i < count; i++) room[i] = logs[from + i]
  const median = medianOfFew(room, count)
  return { low: room[0], median, high: room[count - 1] }
}
