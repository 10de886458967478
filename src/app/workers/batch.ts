import type { InputIssue } from '../../check/errors.js'
import type { Report, TaskTable } from '../../execute/executor.js'
import { InputError, NumericalError } from '../../check/errors.js'

/** Some inputs of one map, sent to a worker in one message: objects that inputs share stay shared in the worker. */
export interface Batch {
  readonly task: string
  readonly inputs: readonly unknown[]
  /** Where tasks report to while they run; absent where nobody listens. */
  readonly port?: ReportPort
}

/** An end of a channel, as far as a worker needs it. */
export interface ReportPort {
  postMessage(message: unknown): void
}

/** What comes through a batch's port: reports of the input at this place in the batch, and null when there will be no more. */
export interface BatchReport {
  readonly place: number
  readonly message: unknown
}

/** What a worker sends back: the results in input order, or the first error with its class by name. */
export type BatchOutcome = { readonly results: readonly unknown[] } | { readonly failure: BatchFailure }

interface BatchFailure {
  readonly kind: 'input' | 'numerical' | 'other'
  readonly message: string
  readonly stack: string | undefined
  readonly issues: readonly InputIssue[]
}

/** The function a worker exports: runs a batch with the tasks of `tasks`, and never throws. */
export function batchRunner(tasks: TaskTable): (batch: Batch) => BatchOutcome {
  return ({ task, inputs, port }) => {
    try {
      const run = namedTask(tasks, task)
      const reportOf =
        (place: number): Report =>
        (message) =>
          port?.postMessage({ place, message } satisfies BatchReport)
      return { results: inputs.map((input, place) => run(input, reportOf(place))) }
    } catch (error) {
      return { failure: describeFailure(error) }
    } finally {
      port?.postMessage(null)
    }
  }
}

/** The task of that name as a function of one input. */
export function namedTask(tasks: TaskTable, name: string): (input: unknown, report: Report) => unknown {
  const run = Object.hasOwn(tasks, name) ? (tasks[name] as (input: unknown, report: Report) => unknown) : undefined
  if (run === undefined) throw new Error(`Unknown task ${name}.`)
  return (input, report) => run(input, report)
}

/** Results of a batch; throws the worker's error in its own class, which a message between threads would lose. */
export function batchResults(outcome: BatchOutcome): readonly unknown[] {
  if ('results' in outcome) return outcome.results
  const { kind, message, stack, issues } = outcome.failure
  const error =
    kind === 'input' ? new InputError(issues) : kind === 'numerical' ? new NumericalError(message) : new Error(message)
  if (stack !== undefined) error.stack = stack
  throw error
}

export function describeFailure(error: unknown): BatchFailure {
  if (error instanceof InputError)
    return { kind: 'input', message: error.message, stack: error.stack, issues: error.issues }
  const kind = error instanceof NumericalError ? 'numerical' : 'other'
  if (error instanceof Error) return { kind, message: error.message, stack: error.stack, issues: [] }
  return { kind, message: String(error), stack: undefined, issues: [] }
}
