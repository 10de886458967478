import { rankHistogram } from '../../inference/diagnose/rank-histogram.js'
import { convergence, ebfmi, meanEss } from '../../inference/diagnose/convergence.js'
import { Density } from '../../model/density/density.js'
import type { Model } from '../../model/design/model.js'
import { correlation } from '../../numeric/stats/summary.js'
import type { ChainDiagnostics, Diagnostics, QuantityDiagnostics, SamplerDiagnostics } from '../fit.js'
import type { ChainOutput } from './sample-chain.js'
import { divergenceAdvice } from './divergence-advice.js'
import { effectSensitivities, type EffectSensitivity } from './effect-sensitivity.js'

// The gate. Source: Vehtari et al. (2021), section 4; Betancourt (2016) for the energy.
const MOST_RHAT = 1.01
/** Effective draws a chain, in the bulk and in the tails. */
const LEAST_ESS = 100
const LEAST_EBFMI = 0.3
/** Share of draws that may diverge: at 27 in 10,000 ranks of truths among draws are still uniform (docs/evidence.md). */
const MOST_DIVERGENT = 0.001
/** Share of draws whose tree may be cut off before it is worth a word. */
const MOST_SATURATED = 0.05
/** Correlation of two contributions worth reporting, and worth a word. */
const TRADE_OFF = -0.7
const STRONG_TRADE_OFF = -0.9

/** Whether a fit by sampling may be believed, and advice in words where not. */
export function diagnoseBayes(model: Model, outputs: readonly ChainOutput[]): Diagnostics {
  const chains = outputs.map(chainDiagnostics)
  const quantities = [...parameterQuantities(model, outputs), ...contributionQuantities(model, outputs)]
  const sampler = {
    chains,
    quantities,
    tradeOffs: tradeOffs(model, outputs),
    ranks: ranks(model, outputs),
    sensitivities: sensitivities(model, outputs),
  }
  const draws = outputs[0].energy.length
  const figures = {
    rhatMax: most(quantities.map(({ rhat }) => rhat)),
    essBulkMin: -most(quantities.map(({ essBulk }) => -essBulk)),
    essTailMin: -most(quantities.map(({ essTail }) => -essTail)),
    ebfmiMin: -most(chains.map((chain) => -chain.ebfmi)),
    divergences: chains.reduce((sum, chain) => sum + chain.divergences, 0),
  }
  const problems = [
    ...(figures.divergences > MOST_DIVERGENT * draws * outputs.length
      ? [divergenceAdvice(new Density(model), outputs)]
      : []),
    ...mixingProblems(sampler, draws),
  ]
  return {
    passed: problems.length === 0,
    advice: [...problems, ...tradeOffAdvice(sampler)],
    chains: outputs.length,
    draws,
    ...figures,
    starts: [],
    flat: [],
    unconverged: 0,
    sampler,
  }
}

function chainDiagnostics(output: ChainOutput): ChainDiagnostics {
  return {
    stepSize: output.stepSize,
    divergences: output.divergences,
    saturatedTrees: output.saturatedTrees,
    ebfmi: ebfmi(output.energy),
    gradients: output.gradients,
    acceptance: output.acceptance,
  }
}

function parameterQuantities({ layout }: Model, outputs: readonly ChainOutput[]): QuantityDiagnostics[] {
  const width = layout.names.length
  return layout.names.flatMap((name, p) =>
    quantity(
      name,
      columns(outputs, ({ rows }) => rows, width, p),
    ),
  )
}

function contributionQuantities({ channels }: Model, outputs: readonly ChainOutput[]): QuantityDiagnostics[] {
  return channels.flatMap(({ name }, c) =>
    quantity(
      `contribution of ${name}`,
      columns(outputs, ({ contributions }) => contributions, channels.length, c),
    ),
  )
}

/** Ranks of the figures that answers hang on most: effects, and what stands against them. */
function ranks(model: Model, outputs: readonly ChainOutput[]): NonNullable<SamplerDiagnostics['ranks']> {
  const { channels, layout } = model
  const paid = channels.flatMap(({ spec }, c) => (spec.kind === 'paid' ? [c] : []))
  const contribution = (c: number): Float64Array[] =>
    columns(outputs, ({ contributions }) => contributions, channels.length, c)
  const parameter = (place: number): Float64Array[] => columns(outputs, ({ rows }) => rows, layout.names.length, place)
  const figures = [
    ...(paid.length > 1 ? [{ name: 'all paid media', chains: together(paid.map(contribution)) }] : []),
    ...channels.map(({ name }, c) => ({ name, chains: contribution(c) })),
    { name: 'noise', chains: parameter(layout.sigma) },
    ...(layout.amplitude < 0 ? [] : [{ name: 'trend amplitude', chains: parameter(layout.amplitude) }]),
  ]
  const bins = Math.min(20, outputs[0].energy.length)
  return figures
    .filter(({ chains }) => chains.some((chain) => chain.some((value) => value !== chains[0][0])))
    .map(({ name, chains }) => ({ name, counts: rankHistogram(chains, bins).counts.map((bin) => Array.from(bin)) }))
}

/** Sum of several quantities, chain by chain. */
function together(quantities: readonly Float64Array[][]): Float64Array[] {
  return quantities.reduce((sum, part) => sum.map((chain, c) => chain.map((value, d) => value + part[c][d])))
}

function sensitivities({ channels }: Model, outputs: readonly ChainOutput[]): EffectSensitivity[] {
  const width = channels.length
  return effectSensitivities(
    channels.map(({ name }, c) => ({
      channel: name,
      contribution: columns(outputs, ({ contributions }) => contributions, width, c),
      logPrior: columns(outputs, ({ logPriors }) => logPriors, width, c),
    })),
    outputs.map(({ logLikelihood }) => logLikelihood),
  )
}

/** Nothing for a quantity that never varies: it is fixed. */
function quantity(name: string, chains: Float64Array[]): QuantityDiagnostics[] {
  const first = chains[0][0]
  if (chains.every((chain) => chain.every((x) => x === first))) return []
  const { rhat, bulkEss, tailEss } = convergence(chains)
  return [{ name, rhat, essBulk: bulkEss, essTail: tailEss, relativeError: 1 / Math.sqrt(meanEss(chains)) }]
}

function columns(
  outputs: readonly ChainOutput[],
  pick: (output: ChainOutput) => Float64Array,
  width: number,
  column: number,
): Float64Array[] {
  return outputs.map((output) => {
    const values = pick(output)
    return Float64Array.from({ length: values.length / width }, (_, d) => values[d * width + column])
  })
}

function mixingProblems({ chains, quantities }: SamplerDiagnostics, draws: number): string[] {
  const problems: string[] = []
  const worst = quantities.reduce<QuantityDiagnostics | null>((a, b) => (a === null || b.rhat > a.rhat ? b : a), null)
  if (worst !== null && !(worst.rhat < MOST_RHAT)) {
    problems.push(
      `The chains do not agree: R-hat of ${worst.name} is ${worst.rhat.toFixed(3)}, and ${MOST_RHAT} is wanted: raise \`fit.warmup\` and \`fit.draws\`, or give it a tighter prior.`,
    )
  }
  const least = quantities.reduce<QuantityDiagnostics | null>((a, b) => (a === null || size(b) < size(a) ? b : a), null)
  const wanted = LEAST_ESS * chains.length
  if (least !== null && !(size(least) >= wanted)) {
    problems.push(
      `Only ${Math.round(size(least))} effective draws of ${least.name}, and ${wanted} are wanted: raise \`fit.draws\` to about ${roundUp((draws * wanted) / Math.max(1, size(least)))}.`,
    )
  }
  const energy = Math.min(...chains.map(({ ebfmi: figure }) => figure))
  if (!(energy >= LEAST_EBFMI)) {
    problems.push(
      `Chains explore the tails slowly (E-BFMI ${energy.toFixed(2)}, ${LEAST_EBFMI} is wanted): give noise and trend tighter priors, or raise \`fit.draws\`.`,
    )
  }
  const saturated = chains.reduce((sum, chain) => sum + chain.saturatedTrees, 0)
  if (saturated > MOST_SATURATED * draws * chains.length) {
    problems.push(
      `${saturated} trajectories were cut off at their greatest length: raise \`fit.warmup\`, or give the model tighter priors.`,
    )
  }
  return problems
}

function size({ essBulk, essTail }: QuantityDiagnostics): number {
  return Math.min(essBulk, essTail)
}

function roundUp(draws: number): number {
  return Math.ceil(draws / 500) * 500
}

function tradeOffs({ channels }: Model, outputs: readonly ChainOutput[]): SamplerDiagnostics['tradeOffs'] {
  const width = channels.length
  const all = channels.map((_, c) => {
    const parts = columns(outputs, ({ contributions }) => contributions, width, c)
    return Float64Array.from(parts.flatMap((part) => [...part]))
  })
  const pairs = channels.flatMap((a, i) =>
    channels.slice(i + 1).map((b, k) => ({
      channels: [a.name, b.name] as const,
      correlation: correlation(all[i], all[i + 1 + k]),
    })),
  )
  return pairs.filter((pair) => pair.correlation < TRADE_OFF).sort((a, b) => a.correlation - b.correlation)
}

function tradeOffAdvice({ tradeOffs: pairs }: SamplerDiagnostics): string[] {
  return pairs
    .filter((pair) => pair.correlation < STRONG_TRADE_OFF)
    .map(
      ({ channels: [a, b], correlation: r }) =>
        `${a} and ${b} trade off: correlation of their effects ${r.toFixed(2)}. The data know their sum better than either.`,
    )
}

/** The largest of some numbers; NaN if one is. */
function most(values: readonly number[]): number {
  return values.reduce((a, b) => (a >= b ? a : b), -Infinity)
}
