import { describe, expect, it } from 'vitest'
import { batchResults, batchRunner, namedTask } from '../../../src/app/workers/batch.js'
import { InputError, NumericalError } from '../../../src/check/errors.js'

const shared = { count: 0 }
const runBatch = batchRunner({
  double: (x: number) => 2 * x,
  input: () => {
    throw new InputError([{ path: 'x', message: 'x must not be 7.' }])
  },
  numerical: () => {
    throw new NumericalError('No root.')
  },
  text: () => {
    throw 'plain text'
  },
  count: (input: typeof shared) => ++input.count,
})

describe('batchRunner(tasks)', () => {
  it('runs a task over the inputs in order, shared objects staying shared', () => {
    expect(batchResults(runBatch({ task: 'double', inputs: [1, 2] }))).toEqual([2, 4])
    const outcome = structuredClone({ task: 'count', inputs: [shared, shared] })
    expect(batchResults(runBatch(outcome))).toEqual([1, 2])
  })

  it('never throws: a failure crosses the border as data, with its class, issues and trace', () => {
    const failures = [
      ['input', InputError, 'x must not be 7.'],
      ['numerical', NumericalError, 'No root.'],
      ['text', Error, 'plain text'],
      ['nobody', Error, 'Unknown task nobody.'],
      ['toString', Error, 'Unknown task toString.'],
    ] as const
    for (const [task, type, message] of failures) {
      const outcome = structuredClone(runBatch({ task, inputs: [1] }))
      expect(() => batchResults(outcome)).toThrow(message)
      expect(() => batchResults(outcome)).toThrow(type)
    }
  })
})

describe('namedTask(tasks, name)', () => {
  it('is the task of that name', () => {
    expect(namedTask({ double: (x: number) => 2 * x }, 'double')(4, () => undefined)).toBe(8)
  })
})
