// Tasks for the executor tests, as a worker module: it runs the compiled batch runner, as the product's own worker does.

import { batchRunner } from '../../dist/app/workers/batch.js'
import { InputError, NumericalError } from '../../dist/check/errors.js'

export const executorTasks = {
  square: (x) => x * x,
  failInput: (x) => {
    if (x === 7) throw new InputError([{ path: 'x', message: 'x must not be 7.' }])
    return x
  },
  failNumerical: () => {
    throw new NumericalError('No root.', { low: 0.1 })
  },
  exit: (x) => (x === 5 ? process.exit(3) : x),
  talk: (x, report) => {
    report(`half of ${x}`)
    report(`all of ${x}`)
    return x
  },
  slow: (x) => {
    const end = Date.now() + 50
    while (Date.now() < end);
    return x
  },
}

export const runBatch = batchRunner(executorTasks)
