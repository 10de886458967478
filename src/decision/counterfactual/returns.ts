import { mean } from '../../numeric/stats/summary.js'
import type { Returns } from '../estimate.js'
import { summarise } from '../analysis/summarise.js'
import type { ChannelTotals } from './totals.js'

/**
 * Contribution and returns of one channel, or of several together (jointly per draw), over a window.
 *
 * Shares are of the fitted total's mean, so that the shares of all parts add up to 1 in their means.
 * Money figures are null without a value per KPI unit, without a margin, without spend, or where an organic channel is among them.
 *
 * @param fittedTotal expected KPI over the window, a value a draw.
 */
export function returnsOf(parts: readonly ChannelTotals[], fittedTotal: Float64Array): Returns {
  const spends = parts.map((part) => part.spend)
  const fittedMean = mean(fittedTotal)
  const paid = spends.every((spend) => spend !== null)
  const spend = paid ? spends.reduce<number>((sum, part) => sum + (part ?? 0), 0) : null
  const add = (pick: (part: ChannelTotals) => Float64Array | null) => sumOf(parts.map(pick))
  const contribution = add((part) => part.contribution) as Float64Array
  const kpi = add((part) => part.incrementalKpi) as Float64Array
  const value = paid ? add((part) => part.incrementalValue) : null
  const gain = paid ? add((part) => part.gain) : null
  const divided = (draws: Float64Array | null) => (draws === null || !spend ? null : draws.map((x) => x / spend))
  const marginalValue = paid ? add((part) => part.marginalValue) : null
  const marginalGain = paid ? add((part) => part.marginalGain) : null
  const less = (draws: Float64Array | null, by: number) => (draws === null ? null : draws.map((x) => x - by))
  return {
    spend,
    contribution: summarise(contribution),
    share: summarise(contribution.map((x) => x / fittedMean)),
    carriedIn: summarise(add((part) => part.carriedIn) as Float64Array),
    carriedOut: summarise(add((part) => part.carriedOut) as Float64Array),
    incrementalKpi: summarise(kpi),
    incrementalValue: summariseOrNull(value),
    profit: summariseOrNull(less(gain, spend ?? 0)),
    roas: summariseOrNull(divided(value)),
    roi: summariseOrNull(less(divided(gain), 1)),
    marginalRoas: summariseOrNull(divided(marginalValue)),
    marginalRoi: summariseOrNull(less(divided(marginalGain), 1)),
    costPerKpi: spend ? costPerKpi(spend, kpi) : null,
    pProfitable:
      gain === null || !spend ? null : gain.reduce((count, x) => count + (x > spend ? 1 : 0), 0) / gain.length,
  }
}

/** Spend per incremental KPI unit; the headline is spend over the mean. Null where some draw has no increment. */
function costPerKpi(spend: number, kpi: Float64Array): Returns['costPerKpi'] {
  if (!kpi.every((x) => x > 0)) return null
  return { ...summarise(kpi.map((x) => spend / x)), mean: spend / summarise(kpi).mean }
}

function summariseOrNull(draws: Float64Array | null): ReturnType<typeof summarise> | null {
  return draws === null ? null : summarise(draws)
}

function sumOf(parts: readonly (Float64Array | null)[]): Float64Array | null {
  if (parts.length === 0 || parts.some((part) => part === null)) return null
  const total = new Float64Array((parts[0] as Float64Array).length)
  for (const part of parts as readonly Float64Array[]) for (let d = 0; d < total.length; d++) total[d] += part[d]
  return total
}
