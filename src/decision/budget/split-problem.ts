import type { PreparedReward } from './best-response.js'

/**
 * `budget`: the most reward for exactly `amount` money. `target`: the least money for at least `amount` reward. `cap`: the most reward less
 * `price` times money, for at most `amount` money, which may be infinite.
 */
export type SplitGoal =
  | { readonly goal: 'budget' | 'target'; readonly amount: number }
  | { readonly goal: 'cap'; readonly amount: number; readonly price: number }

/** What is split: channels, and limits on the money of groups of them; no channel is in two groups. */
export interface SplitProblem {
  readonly channels: readonly PreparedReward[]
  readonly groups: readonly GroupLimit[]
}

/** Bounds on every channel's multiple. */
export interface Box {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** A split inside the limits that meets the goal, and how much better any could be. Scores are what the goal wants more of. */
export interface Relaxation {
  readonly multiples: Float64Array
  readonly score: number
  /** No split inside the limits scores more. */
  readonly bound: number
  /** A channel that lies on its envelope's line and where, or null where none does. */
  readonly partial: PartialChannel | null
  /** Reward of the last unit of money. */
  readonly price: number
  /** The same inside each group: another price where the group's own limit binds. */
  readonly groupPrices: readonly number[]
}

export interface PartialChannel {
  readonly channel: number
  readonly multiple: number
}

/** Limits on the money of several channels together. */
export interface GroupLimit {
  readonly channels: readonly number[]
  /** Money; at most what `high` says. */
  readonly low: number
  /** Money; may be infinite. */
  readonly high: number
}
