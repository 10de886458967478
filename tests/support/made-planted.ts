import type { Placebo, PlaceboAnswer } from '../../src/decision/planted/placebo.js'
import type { ChannelRecovery, Recovery } from '../../src/decision/planted/recovery.js'

const frame = {
  fingerprint: { spec: 'a', data: 'b', seed: 1, version: '0.1.0' },
  window: { from: '2023-01-02', to: '2024-12-30', period: 'week', periods: 105 },
  kpiKind: 'revenue',
  currency: 'EUR',
  refits: { method: 'bayes', chains: 2, draws: 300 },
} as const

/** A share of so many worlds, with the interval of its own uncertainty. */
export function shareOf(value: number, low: number, high: number, count: number) {
  return { value, low, high, count, clusters: count }
}

/** One channel of a recovery study; what isn't given is of tv. */
export function madeRecovered(given: Partial<ChannelRecovery> = {}): ChannelRecovery {
  return {
    name: 'tv',
    measure: 'roas',
    alive: { worlds: 12, halfWidth: 0.6, factor: 1.8, coverage: shareOf(11 / 12, 0.65, 0.99, 12), error: 0.08 },
    dead: { worlds: 6, answer: 0.312, share: 0.012, profitable: 1 },
    smallest: { aboveDead: 0.91, aboveBreakEven: 4.1, breakEven: 2.5, largestPlanted: 8 },
    narrowing: { by: 'experiment' },
    worlds: [],
    ...given,
  }
}

/** A recovery study of channels: two of spend, one of neither. */
export function madeRecovery(channels: readonly ChannelRecovery[] = [madeRecovered()]): Recovery {
  return {
    format: 'mixwright.recovery/1',
    ...frame,
    planted: { worlds: 18, counted: 18, levels: [0, 0.5, 2], otherShapes: 6 },
    coverage: shareOf(0.88, 0.8, 0.93, 96),
    coverageByShape: { fitted: shareOf(0.92, 0.8, 0.97, 64), other: shareOf(0.79, 0.6, 0.9, 32) },
    channels,
    leftOut: [],
  }
}

const estimate = (q05: number, mean: number, q95: number) => ({ mean, median: mean, sd: (q95 - q05) / 3.29, q05, q95 })

/** One placebo of tv, which was given 1.4 % where tv has 6 %. */
export function madePlaceboAnswer(given: Partial<PlaceboAnswer> = {}): PlaceboAnswer {
  return {
    kind: 'shuffled',
    by: 10,
    placebo: { answer: estimate(0.1, 0.5, 1.5), share: estimate(0.002, 0.014, 0.041), profitable: 0.04 },
    prior: {
      share: { median: 0.023, q05: 0.002, q95: 0.15 },
      roas: { median: 0.8, q05: 0.1, q95: 5 },
    },
    own: { answer: estimate(1, 2, 3), share: estimate(0.03, 0.06, 0.09), profitable: 0.7 },
    above: 0.97,
    ...given,
  }
}

/** A placebo study of tv, and of others where they are given. */
export function madePlacebo(channels: Placebo['channels']): Placebo {
  return { format: 'mixwright.placebo/1', ...frame, channels, leftOut: [] }
}
