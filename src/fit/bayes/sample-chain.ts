import type { Report } from '../../execute/executor.js'
import { runChain, type ChainProgress, type ChainResult } from '../../inference/sample/chain.js'
import type { Density } from '../../model/density/density.js'
import { startPoint } from '../start-point.js'
import { posteriorRows } from './posterior-rows.js'

/** What one chain is asked for. */
export interface ChainInput {
  /** Number of the chain, from 0; with the seed it fixes every random number. */
  readonly chain: number
  readonly warmup: number
  readonly draws: number
}

/** One chain: its draws in the layout of the model, and how it went. */
export interface ChainOutput extends Omit<ChainResult, 'points'> {
  /** A row a draw, in the layout of the model. */
  readonly rows: Float64Array
  /** Contribution over the window, KPI units, by [draw * channels + channel]. */
  readonly contributions: Float64Array
}

/** What a chain says of itself while it runs; `points` are the unconstrained draws since the last report. */
export type ChainReport = ChainProgress

/** Samples one chain of a model's posterior. */
export function sampleChain(density: Density, { chain, warmup, draws }: ChainInput, report: Report): ChainOutput {
  const { seed } = density.model.spec.fit
  const start = startPoint(density, { seed, start: chain, central: false })
  const result = runChain(density, { warmup, draws, seed, chain, start }, (progress) => report(progress))
  const { points, ...rest } = result
  return { ...rest, ...posteriorRows(density, points, { seed, chain, from: 0 }) }
}
