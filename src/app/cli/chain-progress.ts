import type { ChainReport } from '../../fit/bayes/sample-chain.js'
import type { CommandIo } from './command-io.js'
import type { Progress } from './progress.js'
import { bulkEss } from '../../inference/diagnose/convergence.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'

const barWidth = 16
/** Milliseconds between two drawings on a terminal: effective sample sizes take time. */
const drawEvery = 250

/** Progress of a fit by sampling: a line a chain, and everything that the chains have said. */
export interface ChainProgress extends Progress {
  report(chain: number, message: unknown): void
  /** Reports of each chain so far, in order. */
  readonly heard: readonly (readonly ChainReport[])[]
}

/**
 * Shows each chain's way on stderr: step size, divergences, effective draws so far, time left. On a terminal one line a chain, drawn again as
 * it goes; otherwise a plain line at every quarter of a chain.
 */
export function createChainProgress(io: CommandIo, chains: number): ChainProgress {
  const started = io.now()
  const heard: ChainReport[][] = Array.from({ length: chains }, () => [])
  const view = io.stderr.terminal ? movingLines(io, started) : quarterLines(io, started)
  return {
    heard,
    progress: () => undefined,
    report(chain, message) {
      heard[chain].push(message as ChainReport)
      view.show(heard, chain)
    },
    end: () => view.end(),
  }
}

interface View {
  show(heard: readonly (readonly ChainReport[])[], chain: number): void
  end(): void
}

function movingLines({ stderr, now }: CommandIo, started: number): View {
  let drawn = 0
  let last = -Infinity
  const up = () => (drawn > 0 ? `\u001b[${drawn}A` : '')
  return {
    show(heard) {
      const time = now()
      const finished = heard.every(isDone)
      if (time - last < drawEvery && !finished) return
      last = time
      const lines = heard.map((reports, chain) => lineOf(reports, chain, time - started).slice(0, stderr.columns - 1))
      stderr.write(`${up()}${lines.map((line) => `\r\u001b[2K${line}\n`).join('')}`)
      drawn = lines.length
    },
    end() {
      if (drawn > 0) stderr.write(`${up()}\u001b[0J`)
      drawn = 0
    },
  }
}

function quarterLines({ stderr, now }: CommandIo, started: number): View {
  const quarters = new Map<number, number>()
  return {
    show(heard, chain) {
      const { iteration, of } = heard[chain][heard[chain].length - 1]
      const reached = Math.floor((4 * iteration) / of)
      if (reached <= (quarters.get(chain) ?? 0)) return
      quarters.set(chain, reached)
      stderr.write(`${lineOf(heard[chain], chain, now() - started)}\n`)
    },
    end: () => undefined,
  }
}

function isDone(reports: readonly ChainReport[]): boolean {
  const last = reports.at(-1)
  return last !== undefined && last.iteration === last.of
}

function lineOf(reports: readonly ChainReport[], chain: number, elapsed: number): string {
  const name = `chain ${chain + 1}`
  const last = reports.at(-1)
  if (last === undefined) return `${name} ${'░'.repeat(barWidth)} waits`
  const { iteration, of, phase, stepSize, divergences } = last
  const full = Math.round((barWidth * iteration) / of)
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full)
  const left = (elapsed * (of - iteration)) / iteration / 1000
  const parts = [
    phase === 'warmup' ? 'warming up' : `${draws(reports)} draws, ${effectiveDraws(reports)} effective`,
    `step ${stepSize.toFixed(2)}`,
    `${divergences} ${divergences === 1 ? 'divergence' : 'divergences'}`,
    iteration === of ? `${(elapsed / 1000).toFixed(1)} s` : `${left.toFixed(1)} s left`,
  ]
  return `${name} ${bar} ${iteration} of ${of}, ${parts.join(', ')}`
}

function draws(reports: readonly ChainReport[]): number {
  return reports.reduce((sum, { energy }) => sum + energy.length, 0)
}

/** Smallest bulk effective sample size over the sampled coordinates of one chain. */
function effectiveDraws(reports: readonly ChainReport[]): string {
  const points = concatenate(reports.map((report) => report.points))
  const count = draws(reports)
  const dimension = points.length / count
  let least = Infinity
  for (let i = 0; i < dimension; i++) {
    const size = bulkEss([Float64Array.from({ length: count }, (_, d) => points[d * dimension + i])])
    if (size < least) least = size
  }
  return Number.isFinite(least) ? String(Math.round(least)) : '?'
}
