import { describe, expect, it } from 'vitest'
import { browserExecutor, type BrowserWorker } from '../../../src/app/workers/browser-executor.js'

// What workers do is tested in a browser (tests/e2e/same-bits-in-browser.test.ts); here, what happens when they fail or are stopped.

function worker(message?: string): BrowserWorker & { readonly state: { ended: boolean } } {
  const state = { ended: false }
  return {
    state,
    postMessage: () => undefined,
    addEventListener: (type, listener) => {
      if (type !== 'error' || message === undefined) return
      queueMicrotask(() => (listener as (event: { readonly message: string }) => void)({ message }))
    },
    removeEventListener: () => undefined,
    terminate: () => {
      state.ended = true
    },
  }
}

describe('browserExecutor', () => {
  it('rejects a map whose worker fails, and says why', async () => {
    const executor = browserExecutor({ createWorker: () => worker('out of memory'), workers: 2 })
    await expect(executor.map('bayes.chain', [1, 2, 3])).rejects.toThrow(
      'A worker ended before its work was done (out of memory).',
    )
  })

  it('ends its workers and rejects when it is stopped', async () => {
    const stop = new AbortController()
    const made: ReturnType<typeof worker>[] = []
    const createWorker = () => {
      made.push(worker())
      return made[made.length - 1]
    }
    const map = browserExecutor({ createWorker, workers: 2, signal: stop.signal }).map('bayes.chain', [1])
    stop.abort()
    await expect(map).rejects.toThrow('Interrupted')
    expect(made.map(({ state }) => state.ended)).toEqual([true])
  })

  it('needs at least one worker', () => {
    expect(() => browserExecutor({ createWorker: () => worker(), workers: 0 })).toThrow('`workers` must be')
  })
})
