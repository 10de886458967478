import { describe, expect, it } from 'vitest'
import type { CommandIo } from '../../../src/app/cli/command-io.js'
import { createProgress } from '../../../src/app/cli/progress.js'

function stderr(terminal: boolean): { io: CommandIo; written: string[] } {
  const written: string[] = []
  const output = { write: (text: string) => void written.push(text), terminal, columns: 60 }
  const io = { stdout: output, stderr: output, cwd: '.', now: () => 0, signal: new AbortController().signal }
  return { io, written }
}

describe('createProgress(io, label)', () => {
  it('writes a plain line at every quarter where nobody watches', () => {
    const { io, written } = stderr(false)
    const progress = createProgress(io, 'Fitting')
    for (let done = 1; done <= 20; done++) progress.progress(done, 20)
    progress.end()
    expect(written).toEqual(['Fitting: 25 %\n', 'Fitting: 50 %\n', 'Fitting: 75 %\n', 'Fitting: 100 %\n'])
  })

  it('moves a bar on a terminal, within its width, and removes it', () => {
    const { io, written } = stderr(true)
    const progress = createProgress(io, 'Fitting a model with a long name')
    progress.progress(1, 2)
    progress.end()
    progress.end()
    expect(written).toHaveLength(2)
    expect(written[0]).toMatch(/^\rFitting a model with a long name █+░*/)
    expect(written[0].length).toBeLessThanOrEqual(60)
    expect(written[1]).toMatch(/^\r +\r$/)
  })
})
