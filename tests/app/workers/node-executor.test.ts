import { afterAll, describe, expect, it } from 'vitest'
import { NumericalError } from '../../../src/check/errors.js'
import { Interrupted } from '../../../src/app/workers/interrupted.js'
import { nodeExecutor, type NodeExecutor } from '../../../src/app/workers/node-executor.js'
import { describeExecutor } from '../../conformance/executor.js'
import { executorTasks } from '../../support/executor-tasks.mjs'

const entry = new URL('../../support/executor-tasks.mjs', import.meta.url)
const opened: NodeExecutor[] = []
afterAll(async () => {
  await Promise.all(opened.map((executor) => executor.close()))
})

function executor(workers: number, signal?: AbortSignal): NodeExecutor {
  const made = nodeExecutor({ workers, entry, tasks: executorTasks, ...(signal === undefined ? {} : { signal }) })
  opened.push(made)
  return made
}

describeExecutor('nodeExecutor({ workers: 1 })', () => executor(1))
describeExecutor('nodeExecutor({ workers: 2 })', () => executor(2))

describe('nodeExecutor(options)', () => {
  it('gives the same results for 1, 2 and 3 workers', async () => {
    const inputs = Array.from({ length: 40 }, (_, i) => i / 7)
    const runs = await Promise.all([1, 2, 3].map((workers) => executor(workers).map('square', inputs)))
    expect(runs[1]).toEqual(runs[0])
    expect(runs[2]).toEqual(runs[0])
  })

  it('says so when a worker dies, and does not hang', async () => {
    const map = executor(2).map('exit', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await expect(map).rejects.toThrow('A worker ended before its work was done (worker exited with code: 3).')
  })

  it('keeps the class of a numerical error that crossed threads', async () => {
    const error = await executor(2)
      .map('failNumerical', [1, 2, 3])
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(NumericalError)
    expect((error as Error).message).toBe('No root. (low = 0.1)')
  })

  it.each([1, 2])('stops within one input when its signal is aborted, with %i workers', async (workers) => {
    const stop = new AbortController()
    const inputs = Array.from({ length: 400 }, (_, i) => i)
    const map = executor(workers, stop.signal).map('slow', inputs, {
      progress: () => stop.abort(),
    })
    await expect(map).rejects.toThrow(Interrupted)
    await expect(executor(workers, stop.signal).map('square', inputs)).rejects.toThrow(Interrupted)
  })

  it('names a worker count that is not whole', () => {
    expect(() => nodeExecutor({ workers: 0 })).toThrow('`workers` must be a whole number of at least 1, not 0.')
  })
})
