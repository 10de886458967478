import type { Summary } from '../results.js'
import { formatPercent, formatProbability } from '../words/format.js'

/** One check of a fit against what a market can be. */
export type PlausibilityCheck = Summary['plausibility'][number]

/** What the checks look at, over the window; one value a draw in each array. */
export interface PlausibilityInput {
  /** KPI of the baseline. */
  readonly baseline: Float64Array
  /** Share of the fitted total that all paid media cause; null without paid channels. */
  readonly paidShare: Float64Array | null
  /** Fitted total, KPI units. */
  readonly fittedTotal: Float64Array
  /** KPI that a channel would cause if its curve stood at its ceiling whenever it runs; channels whose curve has a ceiling. */
  readonly ceilings: readonly { readonly channel: string; readonly kpi: Float64Array }[]
  /** Effects of treatments, KPI units per unit of the column. */
  readonly treatments: readonly { readonly name: string; readonly effect: Float64Array }[]
  /** ROAS of paid channels, with the range that holds 99 % of its prior. */
  readonly returns: readonly {
    readonly channel: string
    readonly roas: Float64Array
    readonly prior: readonly [number, number]
  }[]
}

/** A check fails above this probability. */
const FAILS_ABOVE = 0.05
/** Paid media above this share of sales are implausible. */
const LARGEST_PAID_SHARE = 0.6

/**
 * Whether a fit describes a market that can exist: a negative baseline, paid media above 60 % of sales, a channel whose ceiling is above all
 * sales, a price that raises sales, a ROAS at its prior's edge.
 *
 * Each check is the share of draws in which the implausible holds, of the worst channel where there are several, and passes up to
 * 0.05. A check that doesn't apply (no price, no ceiling, no prior) is left out.
 */
export function plausibility(input: PlausibilityInput): PlausibilityCheck[] {
  const { baseline, paidShare, fittedTotal } = input
  const checks = [
    check(
      'negative-baseline',
      shareOf(baseline, (kpi) => kpi < 0),
      (words) => `The baseline is negative ${words}.`,
    ),
  ]
  if (paidShare !== null) {
    const probability = shareOf(paidShare, (share) => share > LARGEST_PAID_SHARE)
    const limit = formatPercent(LARGEST_PAID_SHARE)
    checks.push(
      check('paid-media-share', probability, (words) => `Paid media cause more than ${limit} of sales ${words}.`),
    )
  }
  const ceilings = input.ceilings.map(({ channel, kpi }) => ({
    name: channel,
    probability: shareOf(kpi, (ceiling, d) => ceiling > fittedTotal[d]),
  }))
  const prices = input.treatments
    .filter(({ name }) => isPrice(name))
    .map(({ name, effect }) => ({ name, probability: shareOf(effect, (slope) => slope > 0) }))
  const edges = input.returns.map(({ channel, roas, prior: [low, high] }) => ({
    name: channel,
    probability: shareOf(roas, (value) => value < low || value > high),
  }))
  return [
    ...checks,
    ...worst(
      'ceiling-above-sales',
      ceilings,
      (name, words) => `The curve of ${name} could cause more than all sales ${words}.`,
    ),
    ...worst('price-sign', prices, (name, words) => `A higher ${name} raises sales ${words}.`),
    ...worst(
      'roas-at-prior-edge',
      edges,
      (name, words) => `The ROAS of ${name} lies outside 99 % of its prior ${words}.`,
    ),
  ]
}

/** Whether a treatment is called a price, in a few languages. */
export function isPrice(name: string): boolean {
  return /(^|[^a-z])(prices?|preise?|prix|precios?|prezz[oi]|prijs|pris)($|[^a-z])/i.test(name.replace(/_/g, ' '))
}

interface Named {
  readonly name: string
  readonly probability: number
}

function worst(
  id: string,
  each: readonly Named[],
  sentence: (name: string, words: string) => string,
): PlausibilityCheck[] {
  if (each.length === 0) return []
  const most = each.reduce((a, b) => (b.probability > a.probability ? b : a))
  return [check(id, most.probability, (words) => sentence(most.name, words))]
}

function check(id: string, probability: number, sentence: (words: string) => string): PlausibilityCheck {
  const words = `with probability ${formatProbability(probability)}`
  return { id, probability, ok: probability <= FAILS_ABOVE, message: sentence(words) }
}

function shareOf(draws: Float64Array, holds: (value: number, draw: number) => boolean): number {
  return draws.reduce((count, value, d) => count + (holds(value, d) ? 1 : 0), 0) / draws.length
}
