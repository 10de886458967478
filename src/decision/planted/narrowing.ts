import type { Model } from '../../model/design/model.js'
import { identifiability, type ChannelIdentifiability } from '../../model/identify/identifiability.js'

/** Correlation of two channels' adstocked media from which buying them apart would help. */
const TOGETHER = 0.7
/** Variation of spend (standard deviation over mean) below which it hardly varies. */
const STEADY = 0.3
/** Share of a channel's variation below which the baseline has most of it. */
const TAKEN = 0.3

/** What would narrow a channel's interval. */
export type Narrowing =
  | { readonly by: 'buying-apart'; readonly from: string; readonly correlation: number }
  | { readonly by: 'buying-off-season'; readonly informationLeft: number }
  | { readonly by: 'more-variation'; readonly variation: number }
  | { readonly by: 'experiment' }

/** What stands most in the way of each channel's answer in these data, in model order; an experiment where nothing stands out. */
export function narrowings(model: Model): Narrowing[] {
  return identifiability(model).channels.map(narrowing)
}

function narrowing({ correlations, spendVariation, informationLeft }: ChannelIdentifiability): Narrowing {
  const size = (correlation: number | null): number => Math.abs(correlation ?? 0)
  const nearest = correlations.toSorted((a, b) => size(b.correlation) - size(a.correlation)).at(0)
  if (nearest !== undefined && size(nearest.correlation) >= TOGETHER) {
    return { by: 'buying-apart', from: nearest.channel, correlation: nearest.correlation as number }
  }
  if (spendVariation !== null && spendVariation < STEADY) return { by: 'more-variation', variation: spendVariation }
  if (informationLeft !== null && informationLeft < TAKEN) return { by: 'buying-off-season', informationLeft }
  return { by: 'experiment' }
}
