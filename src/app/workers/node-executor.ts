import type { Executor, Observer, Report, TaskTable } from '../../execute/executor.js'
import type { Piscina } from 'piscina'
import type { Batch, BatchOutcome, BatchReport } from './batch.js'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { requireWhole } from '../../check/require.js'
import { batchResults, namedTask } from './batch.js'
import { Interrupted, throwIfInterrupted } from './interrupted.js'
import { engineTasks } from './engine-tasks.js'

export interface NodeExecutorOptions {
  /** Threads; 1 runs everything in the calling thread. @defaultValue what the machine can run at once */
  readonly workers?: number
  /** Aborting it stops every map, which then rejects with `Interrupted`. */
  readonly signal?: AbortSignal
  /** The tasks that can be named. @defaultValue the engine's own */
  readonly tasks?: TaskTable
  /** Module that a worker loads; it exports `runBatch` over the same tasks. @defaultValue the engine's own */
  readonly entry?: URL
}

/** An executor over threads, which has to be closed. */
export interface NodeExecutor extends Executor {
  /** Ends the workers; the executor cannot be used afterwards. */
  close(): Promise<void>
}

/** Inputs sent to a worker at once, at most: enough to hide the cost of a message, few enough to show progress. */
const largestBatch = 8

/**
 * An executor over Node's worker threads: results in input order, the same for any number of workers.
 *
 * Workers start with the first map and end with `close()`; an idle executor doesn't keep the process alive. A worker
 * that dies (out of memory, say) rejects the map with a sentence that says so; nothing hangs.
 *
 * @param options.workers threads; whole, at least 1.
 * @throws InputError if `workers` is not a whole number of at least 1.
 * @example const executor = nodeExecutor({ workers: 4 })
 */
export function nodeExecutor(options: NodeExecutorOptions = {}): NodeExecutor {
  const { workers, signal } = options
  if (workers !== undefined) requireWhole('workers', workers, 1)
  const tasks = options.tasks ?? engineTasks
  const entry = options.entry ?? new URL('./worker-entry.js', import.meta.url)
  let pool: Promise<Piscina<Batch, BatchOutcome>> | null = null
  return {
    async map<I, O>(task: string, inputs: readonly I[], observer?: Observer): Promise<O[]> {
      throwIfInterrupted(signal)
      const run = namedTask(tasks, task)
      const threads = workers ?? (await machineThreads())
      if (threads === 1 || inputs.length < 2) return (await mapInThisThread(run, inputs, signal, observer)) as O[]
      pool ??= startPool(threads, entry)
      return (await mapInPool(await pool, task, inputs, { threads, signal, observer })) as O[]
    },
    async close() {
      await (await pool)?.destroy()
    },
  }
}

async function machineThreads(): Promise<number> {
  const { availableParallelism } = await import('node:os')
  return availableParallelism()
}

// Piscina is loaded with the first map: a run with one worker, or none, never pays for it.
async function startPool(threads: number, entry: URL): Promise<Piscina<Batch, BatchOutcome>> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<Batch, BatchOutcome>({
    filename: entry.href,
    name: 'runBatch',
    minThreads: threads,
    maxThreads: threads,
  })
  // A worker that fails between tasks also fails the next task, which reports it.
  pool.on('error', () => undefined)
  return pool
}

async function mapInThisThread(
  run: (input: unknown, report: Report) => unknown,
  inputs: readonly unknown[],
  signal: AbortSignal | undefined,
  observer: Observer | undefined,
): Promise<unknown[]> {
  const results: unknown[] = []
  for (const [index, input] of inputs.entries()) {
    results.push(run(input, (message) => observer?.report?.(index, message)))
    observer?.progress(results.length, inputs.length)
    await eventLoopTurn()
    throwIfInterrupted(signal)
  }
  return results
}

// Lets a waiting Ctrl-C be heard between two inputs.
function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

interface PoolRun {
  readonly threads: number
  readonly signal: AbortSignal | undefined
  readonly observer: Observer | undefined
}

// As many lanes as threads, each taking the next batch as it becomes free: after an error no further batch starts.
async function mapInPool(
  pool: Piscina<Batch, BatchOutcome>,
  task: string,
  inputs: readonly unknown[],
  { threads, signal, observer }: PoolRun,
): Promise<unknown[]> {
  const queue = batches(inputs, threads)
  const results: (readonly unknown[])[] = []
  let next = 0
  let done = 0
  const lane = async (): Promise<void> => {
    while (next < queue.length) {
      const index = next++
      const batch: Batch = { task, inputs: queue[index] }
      const ear = observer?.report === undefined ? null : listen(index * queue[0].length, observer)
      const outcome =
        ear === null ? pool.run(batch) : pool.run({ ...batch, port: ear.port }, { transferList: [ear.port] })
      results[index] = batchResults(await outcome.catch(rethrowPoolError))
      await ear?.heardAll
      done += queue[index].length
      observer?.progress(done, inputs.length)
    }
  }
  const stopped = rejectOnAbort(signal)
  try {
    await Promise.race([Promise.all(Array.from({ length: threads }, lane)), stopped.promise])
    return results.flat()
  } catch (error) {
    next = queue.length
    throw error
  } finally {
    stopped.forget()
  }
}

/** A channel by which the inputs of a batch, the first being number `first`, report to the observer. */
function listen(first: number, observer: Observer): { readonly port: MessagePort; readonly heardAll: Promise<void> } {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (told: BatchReport | null) => {
    if (told === null) port1.close()
    else observer.report?.(first + told.place, told.message)
  })
  return { port: port2, heardAll: new Promise((resolve) => port1.once('close', resolve)) }
}

function batches(inputs: readonly unknown[], threads: number): readonly unknown[][] {
  const size = Math.min(largestBatch, Math.max(1, Math.ceil(inputs.length / (threads * 16))))
  const count = Math.ceil(inputs.length / size)
  return Array.from({ length: count }, (_, i) => inputs.slice(i * size, (i + 1) * size))
}

function rejectOnAbort(signal: AbortSignal | undefined): { promise: Promise<never>; forget(): void } {
  let stop = (): void => undefined
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(new Interrupted())
    signal?.addEventListener('abort', stop, { once: true })
  })
  promise.catch(() => undefined)
  return { promise, forget: () => signal?.removeEventListener('abort', stop) }
}

// Every error of a task comes back inside an outcome, so an error of the pool itself is a worker's own.
function rethrowPoolError(error: unknown): never {
  if (!(error instanceof Error) || error.name === 'DataCloneError') throw error
  throw new Error(`A worker ended before its work was done (${error.message}).`, { cause: error })
}
