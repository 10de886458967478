import type { Executor, Observer } from '../../execute/executor.js'
import type { Model } from '../../model/design/model.js'
import { defaultChains, defaultDraws, defaultWarmup } from '../../model/spec/defaults.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'
import type { Diagnostics, Draws } from '../fit.js'
import { jobsOf, type ModelJob } from '../model-job.js'
import { diagnoseBayes } from './diagnose-bayes.js'
import type { ChainInput, ChainOutput } from './sample-chain.js'

export interface BayesOptions {
  readonly executor: Executor
  /** Its `report` hears each chain's `ChainReport` while it runs. */
  readonly observer?: Observer
}

/** What a fit by sampling returns; the caller joins it to fingerprint, findings and timing to make a `Fit`. */
export interface BayesResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly gradients: number
}

/**
 * The posterior by No-U-Turn sampling: `spec.fit.chains` chains (4) of `spec.fit.draws` draws (1,000) each after `spec.fit.warmup` iterations
 * (1,000) in which step size and metric are learned. The linear part is integrated out while sampling and drawn back exactly afterwards.
 *
 * Results depend on the seed, not on the executor or on who observes. `diagnostics.passed` says whether they may be believed.
 *
 * @throws InputError if a chain finds no point to start from.
 * @example await fitBayes(buildModel(spec, dataset), { executor: inlineExecutor(bayesTasks) })
 */
export async function fitBayes(model: Model, { executor, observer }: BayesOptions): Promise<BayesResult> {
  const { chains, warmup, draws } = chainPlan(model)
  const inputs = Array.from({ length: chains }, (_, chain): ChainInput => ({ chain, warmup, draws }))
  const outputs = await executor.map<ModelJob<ChainInput>, ChainOutput>('bayes.chain', jobsOf(model, inputs), observer)
  return joinChains(model, outputs)
}

/** Chains, warm-up iterations and draws of each chain that a model's spec asks for. */
export function chainPlan({ spec: { fit } }: Model): { chains: number; warmup: number; draws: number } {
  return {
    chains: fit.chains ?? defaultChains,
    warmup: fit.warmup ?? defaultWarmup,
    draws: fit.draws ?? defaultDraws.bayes,
  }
}

/** Chains of one model as one fit. */
export function joinChains(model: Model, outputs: readonly ChainOutput[]): BayesResult {
  const { names } = model.layout
  const values = concatenate(outputs.map(({ rows }) => rows))
  return {
    draws: { names, count: values.length / names.length, chains: outputs.length, values },
    diagnostics: diagnoseBayes(model, outputs),
    gradients: outputs.reduce((sum, { gradients }) => sum + gradients, 0),
  }
}
