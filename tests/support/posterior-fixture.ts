import type { ChannelLearning, PosteriorEvidence } from '../../src/decision/posterior-results.js'
import { normal, randomFrom } from './made-figures.js'

/** What a fit by sampling of the report fixture's retailer could show: four chains that agree, three channels. */
export function posteriorFixture(): PosteriorEvidence {
  return {
    sampler: {
      chains: [1, 2, 3, 4].map((chain) => ({
        stepSize: 0.4 + 0.01 * chain,
        divergences: chain === 4 ? 2 : 0,
        saturatedTrees: 0,
        ebfmi: 0.9,
        gradients: 18_000,
        acceptance: 0.81,
      })),
      quantities: Array.from({ length: 14 }, (_, i) => ({
        name: `parameter ${i}`,
        rhat: 1 + 0.0005 * i,
        essBulk: 2000 - 10 * i,
        essTail: 1500 + i,
        relativeError: 0.02,
      })),
      tradeOffs: [{ channels: ['tv', 'radio'], correlation: -0.91 }],
      ranks: [
        {
          name: 'tv',
          counts: [0, 1, 2, 3].map((chain) => Array.from({ length: 20 }, (_, i) => 50 + ((i + chain) % 3))),
        },
      ],
      sensitivities: [],
    },
    traces: ['all paid media', 'tv', 'noise'].map((name, i) => ({ name, chains: madeChains(i) })),
    monteCarlo: [
      { channel: 'tv', roas: 2.1, sd: 0.5, error: 0.02 },
      { channel: 'all paid media', roas: 1.9, sd: 0, error: null },
    ],
    learning: [
      learning('tv', 'data', 'roas'),
      learning('radio', 'prior', 'roas'),
      learning('newsletter', 'conflict', 'share'),
    ],
    check: {
      replications: 500,
      statistics: [
        {
          name: 'lowest week',
          unit: 'kpi',
          observed: 1_200_000,
          replicated: { median: 1_150_000, q05: 1_000_000, q95: 1_300_000 },
          p: 0.3,
          ok: true,
          meaning: 'as in the replications',
        },
        {
          name: 'lag-one correlation of residuals',
          unit: 'ratio',
          observed: 0.6,
          replicated: { median: 0.2, q05: 0, q95: 0.4 },
          p: 0.002,
          ok: false,
          meaning: 'high: something slow is missing',
        },
      ],
      histogram: {
        edges: [1e6, 1.5e6, 2e6, 2.5e6],
        observed: [40, 90, 26],
        median: [42, 88, 25],
        q05: [34, 80, 19],
        q95: [50, 97, 25],
      },
    },
  }
}

function madeChains(seed: number): number[][] {
  const random = randomFrom(seed + 3)
  return Array.from({ length: 4 }, () => Array.from({ length: 125 }, () => 3e6 + 2e5 * normal(random)))
}

function learning(
  channel: string,
  verdict: ChannelLearning['verdict'],
  quantity: ChannelLearning['quantity'],
): ChannelLearning {
  return {
    channel,
    quantity,
    prior: { median: 1.5, q05: 0.2, q95: 8 },
    posterior: { median: 4, q05: 2, q95: 6 },
    contraction: 0.85,
    overlap: 0.3,
    priorSensitivity: 0.02,
    likelihoodSensitivity: 0.2,
    verdict,
    densities: { logarithmic: true, at: [0.1, 1, 10], before: [0.1, 0.3, 0.1], after: [0, 0.9, 0.2], overlap: 0.3 },
  }
}
