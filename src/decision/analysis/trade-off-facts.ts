import type { Estimate, TradeOffAdvice } from '../results.js'
import type { ChannelAnalysis } from './channel-analysis.js'
import type { Quantity } from './response-table.js'
import { mean } from '../../numeric/stats/summary.js'
import { valueAt } from './knots.js'
import { NEXT_TENTH } from './multiples.js'
import { multipleDraws, quantityPlace, RESPONSE_WIDTH } from './response-table.js'
import { settledPoints } from './settled-points.js'
import { summarise } from './summarise.js'

/** What a change of a channel's spend costs and brings; money over the window. */
export interface SpendMove {
  readonly from: number
  readonly to: number
  readonly profitChange: Estimate
  /** Share of draws in which profit rises. */
  readonly pGain: number
  /** Expected ROI on all of the channel's spend; null at zero spend. */
  readonly roiFrom: number
  readonly roiTo: number | null
  /** Expected ROI on the difference alone: of the money added, or of the money saved. */
  readonly roiDifference: number
}

/** Spend per unit returned with its nine-in-ten interval; an entry is null where so little is returned that there is no such number. */
export interface Threshold {
  readonly headline: number | null
  readonly q05: number | null
  readonly q95: number | null
}

/** What a trade-off's sentence states, in numbers; money over the window. What doesn't belong to the advice is null. */
export interface TradeOffFacts {
  readonly advice: TradeOffAdvice
  /** raise, cut, never-pays: to the spend that the sentence speaks of. */
  readonly move: SpendMove | null
  /** Today's expected profit and ROI; null without a margin. */
  readonly today: { readonly spend: number; readonly profit: Estimate; readonly roi: number } | null
  /** Ends of the near-optimal range. */
  readonly nearOptimal: readonly [number, number] | null
  /** Expected ROI on the next 10 %. */
  readonly roiNextTenth: number | null
  /** Where the expected curve's own optimum lies, if that is beyond what history shows. */
  readonly optimumBeyond: number | null
  /** Whether expected profit still rises at ten times today. */
  readonly beyondCurve: boolean
  /** Spend and ROI at an interior ROI-max that the data support. */
  readonly roiMax: { readonly spend: number; readonly roi: number } | null
  /** Where the expected ROI is highest: at zero spend, inside the curve, anywhere (a straight line), or the data can't tell. */
  readonly roiMaxIs: 'zero' | 'interior' | 'unknown' | 'anywhere' | null
  /** Without a margin: the margin above which the channel pays back, a share of its extra value. */
  readonly marginNeeded: Threshold | null
  /** Without a value: money per extra KPI unit. */
  readonly costPerKpi: Threshold | null
}

/**
 * The numbers behind the sentence of one channel, or of the whole budget at today's mix.
 *
 * The spend it speaks of is the most profitable one within what history shows (or today's, where that is more): beyond it the curve is
 * the model's guess, which is said, not recommended.
 */
export function tradeOffFacts(analysis: ChannelAnalysis): TradeOffFacts {
  const { response, points, role } = analysis
  if (points.expected === null) return factsWithoutProfit(analysis)
  const { profitMax, neverPays, linear, roiMax } = points.expected
  const limit = Math.max(1, response.observedTo)
  const beyond = profitMax > limit
  const target = beyond ? observedOptimum(analysis, limit) : profitMax
  const near = points.profitMax?.nearOptimal ?? null
  const isNear = near !== null && !neverPays && near[0] <= response.spend && response.spend <= near[1]
  const advice = adviceOf({ neverPays, isNear, target, captures: role === 'demand-capture' })
  const today = multipleDraws(analysis.table, 1, 'gain')
  const tenthMore = multipleDraws(analysis.table, NEXT_TENTH, 'gain')
  return {
    ...nothing,
    advice,
    move: advice === 'raise' || advice === 'cut' || advice === 'never-pays' ? spendMove(analysis, target) : null,
    today: {
      spend: response.spend,
      profit: summarise(today.map((money) => money - response.spend)),
      roi: mean(today) / response.spend - 1,
    },
    nearOptimal: near,
    roiNextTenth: mean(tenthMore.map((money, d) => money - today[d])) / (0.1 * response.spend) - 1,
    optimumBeyond: beyond ? profitMax * response.spend : null,
    beyondCurve: points.expected.beyond.profitMax,
    roiMax:
      points.roiMax !== null && roiMax > 0 ? { spend: roiMax * response.spend, roi: roiAt(analysis, roiMax) } : null,
    roiMaxIs: neverPays
      ? null
      : linear
        ? 'anywhere'
        : points.roiMax === null
          ? 'unknown'
          : roiMax > 0
            ? 'interior'
            : 'zero',
  }
}

const nothing: Omit<TradeOffFacts, 'advice'> = {
  move: null,
  today: null,
  nearOptimal: null,
  roiNextTenth: null,
  optimumBeyond: null,
  beyondCurve: false,
  roiMax: null,
  roiMaxIs: null,
  marginNeeded: null,
  costPerKpi: null,
}

/** Multiples closer to today than this aren't worth a sentence. */
const SAME = 0.005

interface AdviceInput {
  readonly neverPays: boolean
  readonly isNear: boolean
  readonly captures: boolean
  readonly target: number
}

function adviceOf({ neverPays, isNear, captures, target }: AdviceInput): TradeOffAdvice {
  if (neverPays) return 'never-pays'
  if (isNear) return 'near-optimal'
  if (target < 1 - SAME) return 'cut'
  if (captures) return 'demand-capture'
  return target > 1 + SAME ? 'raise' : 'observed-edge'
}

/** Most profitable multiple up to `limit`. */
function observedOptimum({ curve }: ChannelAnalysis, limit: number): number {
  return settledPoints(curve, limit).points.profitMax
}

function spendMove(analysis: ChannelAnalysis, target: number): SpendMove {
  const { spend } = analysis.response
  const today = multipleDraws(analysis.table, 1, 'gain')
  const then = gainDraws(analysis, target)
  const extra = (target - 1) * spend
  const change = then.map((money, d) => money - today[d] - extra)
  return {
    from: spend,
    to: target * spend,
    profitChange: summarise(change),
    pGain: change.reduce((count, x) => count + (x > 0 ? 1 : 0), 0) / change.length,
    roiFrom: mean(today) / spend - 1,
    roiTo: target > 0 ? mean(then) / (target * spend) - 1 : null,
    roiDifference: (mean(then) - mean(today)) / extra - 1,
  }
}

/** Expected ROI at a multiple, which is a knot of the curve. */
function roiAt({ curve, response }: ChannelAnalysis, multiple: number): number {
  return valueAt(curve.knots.gain, multiple) / (response.spend * multiple) - 1
}

/** Without a margin (or a value) only what would have to hold for the spend to pay. */
function factsWithoutProfit(analysis: ChannelAnalysis): TradeOffFacts {
  const { response, points } = analysis
  if (points.flags.includes('no-spend-in-window')) return { ...nothing, advice: 'no-spend-in-window' }
  const per = (quantity: Quantity): Threshold => threshold(response.spend, multipleDraws(analysis.table, 1, quantity))
  return points.flags.includes('no-value')
    ? { ...nothing, advice: 'no-value', costPerKpi: per('kpi') }
    : { ...nothing, advice: 'no-margin', marginNeeded: per('value') }
}

function threshold(spend: number, returned: Float64Array): Threshold {
  const { mean: average, q05, q95 } = summarise(returned)
  const per = (amount: number): number | null => (amount > 0 ? spend / amount : null)
  return { headline: per(average), q05: per(q95), q95: per(q05) }
}

/** Gain in every draw at a multiple that the table may not hold. */
function gainDraws({ response }: ChannelAnalysis, multiple: number): Float64Array {
  const cell = new Float64Array(RESPONSE_WIDTH)
  return Float64Array.from({ length: response.draws }, (_, d) => {
    response.at(d, multiple, cell)
    return cell[quantityPlace.gain]
  })
}
