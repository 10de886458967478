import { proxy, wrap } from 'comlink'
import type { Executor, Observer } from '../../execute/executor.js'
import { requireWhole } from '../../check/require.js'
import { batchResults, type BatchOutcome } from './batch.js'
import { Interrupted, throwIfInterrupted } from './interrupted.js'

/** What the executor needs of a web worker. */
export interface BrowserWorker {
  postMessage(message: unknown): void
  addEventListener(type: string, listener: unknown): void
  removeEventListener(type: string, listener: unknown): void
  terminate(): void
}

/** What a worker exposes: see `browser-worker.ts`. */
export interface BrowserWorkerApi {
  run(task: string, input: unknown, report: (message: unknown) => void): Promise<BatchOutcome>
}

export interface BrowserExecutorOptions {
  /** Starts a worker that runs `browser-worker.js`; a bundler knows how: `() => new Worker(new URL(…), { type: 'module' })`. */
  readonly createWorker: () => BrowserWorker
  /** Workers at once; whole, at least 1. */
  readonly workers: number
  /** Aborting it stops every map, which then rejects with `Interrupted`, and ends the workers. */
  readonly signal?: AbortSignal
}

/** An executor over web workers, which has to be closed. */
export interface BrowserExecutor extends Executor {
  /** Ends the workers; the executor cannot be used afterwards. */
  close(): void
}

interface Lane {
  readonly worker: BrowserWorker
  readonly api: { run(task: string, input: unknown, report: unknown): Promise<BatchOutcome> }
  /** Rejects when the worker itself fails: a script that can't be loaded, memory that ran out. */
  readonly failed: Promise<never>
}

/**
 * An executor over a browser's web workers: results in input order, the same for any number of workers, and the same bits as in Node.
 *
 * Workers start with the first map. A worker that fails rejects the map; nothing hangs.
 *
 * @throws InputError if `workers` is not a whole number of at least 1.
 * @example const executor = browserExecutor({ createWorker, workers: navigator.hardwareConcurrency })
 */
export function browserExecutor({ createWorker, workers, signal }: BrowserExecutorOptions): BrowserExecutor {
  requireWhole('workers', workers, 1)
  const lanes: Lane[] = []
  const close = (): void => {
    for (const { worker } of lanes.splice(0)) worker.terminate()
  }
  signal?.addEventListener('abort', close, { once: true })
  return {
    async map<I, O>(task: string, inputs: readonly I[], observer?: Observer): Promise<O[]> {
      throwIfInterrupted(signal)
      while (lanes.length < Math.min(workers, inputs.length)) lanes.push(startLane(createWorker))
      return (await mapInLanes(lanes, task, inputs, { signal, observer })) as O[]
    },
    close,
  }
}

function startLane(createWorker: () => BrowserWorker): Lane {
  const worker = createWorker()
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message = 'no reason given' }: { readonly message?: string }) => {
      reject(new Error(`A worker ended before its work was done (${message}).`))
    })
  })
  failed.catch(() => undefined)
  return { worker, api: wrap<BrowserWorkerApi>(worker), failed }
}

interface LaneRun {
  readonly signal: AbortSignal | undefined
  readonly observer: Observer | undefined
}

// Each lane takes the next input as it becomes free: after an error no further input starts.
async function mapInLanes(
  lanes: readonly Lane[],
  task: string,
  inputs: readonly unknown[],
  { signal, observer }: LaneRun,
): Promise<unknown[]> {
  const results: unknown[] = []
  let next = 0
  let done = 0
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Interrupted()), { once: true })
  })
  stopped.catch(() => undefined)
  const run = async ({ api, failed }: Lane): Promise<void> => {
    while (next < inputs.length) {
      const index = next++
      const report = proxy((message: unknown) => observer?.report?.(index, message))
      results[index] = batchResults(await Promise.race([api.run(task, inputs[index], report), failed]))[0]
      observer?.progress(++done, inputs.length)
    }
  }
  try {
    await Promise.race([Promise.all(lanes.map(run)), stopped])
    return results
  } catch (error) {
    next = inputs.length
    throw error
  }
}
