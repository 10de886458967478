import type { Density } from '../../model/density/density.js'
import type { Diagnostics } from '../fit.js'
import type { MoveOutput } from './moves.js'
import type { ReplicateOutput } from './replicates.js'
import type { StartResult } from './starts.js'

/** Log-density difference below which two starts have found the same maximum. */
const SAME_OPTIMUM = 0.01
/** A worse local maximum within this of the best is a rival explanation of the data. */
const RIVAL = 2
/** Shift of a parameter's mean over the second half of the moves, in standard deviations, that says the moves were too few … */
const MOST_DRIFT = 0.3
/** … unless it is within this many standard errors of two independent means: the check makes hundreds of comparisons. */
const DRIFT_ERRORS = 4.5
const LEAST_ACCEPTANCE = 0.3
const MOST_UNCONVERGED = 0.05

export interface DiagnosisInput {
  /** Best first. */
  readonly ranked: readonly StartResult[]
  readonly replicates: readonly ReplicateOutput[]
  readonly moved: readonly MoveOutput[]
  readonly flat: readonly string[]
  readonly density: Density
}

/** Whether a regression fit may be believed, and advice in words where not. */
export function diagnoseRegression({ ranked, replicates, moved, flat, density }: DiagnosisInput): Diagnostics {
  const best = ranked[0]
  const unconverged = replicates.reduce((sum, output) => sum + output.unconverged, 0)
  const draws = moved.reduce((sum, output) => sum + output.draws.length, 0) / density.model.layout.names.length
  const problems: string[] = []
  if (best.status === 'max-steps')
    problems.push('The best start ran out of steps: raise `fit.starts`, or simplify the model.')
  if (unconverged > MOST_UNCONVERGED * draws) {
    problems.push(`${unconverged} of ${draws} replicates did not converge: intervals may be off.`)
  }
  problems.push(...moveProblems(moved, density))
  return {
    passed: problems.length === 0,
    advice: [...problems, ...optimaAdvice(ranked)],
    chains: null,
    draws,
    divergences: null,
    rhatMax: null,
    essBulkMin: null,
    essTailMin: null,
    ebfmiMin: null,
    starts: ranked.map(({ logDensity, status, gradients }) => ({ logDensity, status, gradients })),
    flat,
    unconverged,
    sampler: null,
  }
}

function optimaAdvice(ranked: readonly StartResult[]): string[] {
  const gaps = ranked.map((start) => ranked[0].logDensity - start.logDensity)
  const found = gaps.filter((gap) => gap < SAME_OPTIMUM).length
  const rivals = gaps.filter((gap) => gap >= SAME_OPTIMUM && gap < RIVAL).length
  const advice: string[] = []
  if (ranked.length > 2 && found === 1) {
    advice.push(
      `Only one of ${ranked.length} starts found the best optimum: raise \`fit.starts\` and see whether results move.`,
    )
  }
  if (rivals > 0) {
    advice.push(
      `${rivals} of ${ranked.length} starts ended at another optimum that fits nearly as well: the data allow more than one explanation.`,
    )
  }
  return advice
}

function moveProblems(moved: readonly MoveOutput[], density: Density): string[] {
  const acceptance = moved.reduce((sum, output) => sum + output.acceptance, 0) / moved.length
  const unmoved = moved.every((output) => output.acceptance === 0)
  if (unmoved && density.model.spec.fit.penalty === 'none') return []
  const problems: string[] = []
  if (acceptance < LEAST_ACCEPTANCE) {
    problems.push(
      `Replicates could hardly be moved (acceptance ${acceptance.toFixed(2)}): intervals may be off; simplify the model.`,
    )
  }
  const drifting = driftingParameters(moved, density)
  if (drifting.length > 0) {
    problems.push(
      `Draws of ${drifting.slice(0, 3).join(', ')} still drifted when the moves ended: their intervals may be off.`,
    )
  }
  return problems
}

/** Parameters whose mean over replicates still moved in the second half. */
function driftingParameters(moved: readonly MoveOutput[], density: Density): string[] {
  const n = density.dimension
  const drifting: string[] = []
  const names = density.parameterNames()
  for (let i = 0; i < n; i++) {
    let count = 0
    let half = 0
    let sum = 0
    let square = 0
    for (const { halfway, points } of moved) {
      for (let at = i; at < points.length; at += n) {
        count++
        half += halfway[at]
        sum += points[at]
        square += points[at] * points[at]
      }
    }
    const sd = Math.sqrt(Math.max(0, square / count - (sum / count) * (sum / count)))
    const most = Math.max(MOST_DRIFT, DRIFT_ERRORS * Math.sqrt(2 / count))
    if (sd > 0 && Math.abs(sum - half) / count > most * sd) drifting.push(names[i])
  }
  return drifting
}
