import type { Executor, Observer } from '../../execute/executor.js'
import { Density } from '../../model/density/density.js'
import type { Model } from '../../model/design/model.js'
import { defaultChains, defaultDraws, defaultWarmup } from '../../model/spec/defaults.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'
import type { Diagnostics, Draws } from '../fit.js'
import { jobsOf, type ModelJob } from '../model-job.js'
import { diagnoseBayes } from './diagnose-bayes.js'
import type { ChainInput, ChainOutput } from './sample-chain.js'
import { joinStates, type SamplerState } from './sampler-state.js'
import { matchCoordinates, type WarmStart } from './warm-start.js'

/** Warm-up iterations of a chain that begins where an earlier fit to almost the same posterior ended. */
const WARM_WARMUP = 200

export interface BayesOptions {
  readonly executor: Executor
  /** Its `report` hears each chain's `ChainReport` while it runs. */
  readonly observer?: Observer
  /** An earlier fit to begin with, `warmStartOf(fit)`; its parameters are matched by name. @defaultValue draws from the priors */
  readonly warmStart?: WarmStart
}

/** What a fit by sampling returns; the caller joins it to fingerprint, findings and timing to make a `Fit`. */
export interface BayesResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly gradients: number
  /** Hash of the earlier fit that it began with; absent where it began with none. */
  readonly warmStart?: string
}

/**
 * The posterior by No-U-Turn sampling: `spec.fit.chains` chains (4) of `spec.fit.draws` draws (1,000) each after `spec.fit.warmup` iterations
 * (1,000) in which step size and metric are learned. The linear part is integrated out while sampling and drawn back exactly afterwards.
 *
 * Results depend on the seed, not on the executor or on who observes. `diagnostics.passed` says whether they may be believed.
 *
 * A warm start from a fit that passed and knows every parameter needs less warm-up: 200 unless the spec states it. Results then depend on the
 * earlier fit too.
 *
 * @throws InputError if a chain finds no point to start from, or the warm start knows no parameter of the model.
 * @example await fitBayes(buildModel(spec, dataset), { executor: inlineExecutor(bayesTasks) })
 */
export async function fitBayes(model: Model, { executor, observer, warmStart }: BayesOptions): Promise<BayesResult> {
  const { chains, warmup, draws } = chainPlan(model, warmStart)
  const from = warmStart === undefined ? {} : { from: warmStart }
  const inputs = Array.from({ length: chains }, (_, chain): ChainInput => ({ chain, warmup, draws, ...from }))
  const outputs = await executor.map<ModelJob<ChainInput>, ChainOutput>('bayes.chain', jobsOf(model, inputs), observer)
  const result = joinChains(model, outputs)
  return warmStart === undefined ? result : { ...result, warmStart: warmStart.hash }
}

/** Chains, warm-up iterations and draws of each chain that a model's spec asks for. */
export function chainPlan(model: Model, warmStart?: WarmStart): { chains: number; warmup: number; draws: number } {
  const { fit } = model.spec
  const known = warmStart !== undefined && matchCoordinates(model, warmStart).unknown.length === 0
  return {
    chains: fit.chains ?? defaultChains,
    warmup: fit.warmup ?? (known && warmStart.passed ? WARM_WARMUP : defaultWarmup),
    draws: fit.draws ?? defaultDraws.bayes,
  }
}

/** Chains of one model as one fit. */
export function joinChains(model: Model, outputs: readonly ChainOutput[]): BayesResult {
  const { names } = model.layout
  const values = concatenate(outputs.map(({ rows }) => rows))
  const { sampler, ...diagnostics } = diagnoseBayes(model, outputs)
  return {
    draws: { names, count: values.length / names.length, chains: outputs.length, values },
    diagnostics: { ...diagnostics, sampler: sampler === null ? null : { ...sampler, ...stateOf(model, outputs) } },
    gradients: outputs.reduce((sum, { gradients }) => sum + gradients, 0),
  }
}

/** Where the chains ended, if all of them did. */
function stateOf(model: Model, outputs: readonly ChainOutput[]): { state?: SamplerState } {
  const states = outputs.flatMap(({ state }) => (state === undefined ? [] : [state]))
  if (states.length < outputs.length) return {}
  return { state: joinStates(new Density(model).parameterNames(), states) }
}
