import { describe, expect, it } from 'vitest'
import { createChainProgress } from '../../../src/app/cli/chain-progress.js'
import type { CommandIo } from '../../../src/app/cli/command-io.js'
import type { ChainReport } from '../../../src/fit/bayes/sample-chain.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

function screen(terminal: boolean) {
  let written = ''
  let time = 0
  const output = { write: (text: string) => void (written += text), terminal, columns: 100 }
  const io: CommandIo = {
    stdout: output,
    stderr: output,
    cwd: '.',
    now: () => (time += 1000),
    signal: new AbortController().signal,
  }
  return { io, text: () => written }
}

function report(iteration: number, draws: number): ChainReport {
  const generator = createGenerator(1, 'report', iteration)
  return {
    iteration,
    of: 200,
    phase: draws === 0 ? 'warmup' : 'draws',
    stepSize: 0.4321,
    divergences: 1,
    gradients: 10 * iteration,
    points: Float64Array.from({ length: 2 * draws }, () => generator.normal()),
    energy: new Float64Array(draws),
    acceptance: 0.8,
    saturatedTrees: 0,
  }
}

describe('createChainProgress', () => {
  it('writes a plain line at every quarter of a chain into a log', () => {
    const { io, text } = screen(false)
    const progress = createChainProgress(io, 2)
    progress.report(1, report(40, 0))
    expect(text()).toBe('')
    progress.report(1, report(50, 0))
    progress.report(1, report(60, 0))
    progress.report(1, report(200, 100))
    const lines = text().trimEnd().split('\n')
    expect(lines[0]).toMatch(/^chain 2 ████░{12} 50 of 200, warming up, step 0\.43, 1 divergence, \d+\.\d s left$/)
    expect(lines[1]).toMatch(
      /^chain 2 █{16} 200 of 200, 100 draws, \d+ effective, step 0\.43, 1 divergence, \d+\.\d s$/,
    )
    expect(lines).toHaveLength(2)
  })

  it('keeps a line a chain on a terminal, and takes them away at the end', () => {
    const { io, text } = screen(true)
    const progress = createChainProgress(io, 2)
    progress.report(0, report(50, 0))
    expect(text()).toContain('chain 1 ████')
    expect(text()).toContain('chain 2 ░░░░░░░░░░░░░░░░ waits')
    progress.end()
    expect(text().endsWith('\u001b[2A\u001b[0J')).toBe(true)
    expect(progress.heard[0]).toHaveLength(1)
    expect(progress.heard[1]).toHaveLength(0)
  })
})
