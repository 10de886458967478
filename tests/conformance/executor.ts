import { describe, expect, it } from 'vitest'
import type { Executor, TaskTable } from '../../src/execute/executor.js'
import { InputError } from '../../src/check/errors.js'

/** The tasks an executor under this suite must know. */
export const conformanceTasks: TaskTable = {
  square: (x: number) => x * x,
  talk: (x: number, report) => {
    report(`half of ${x}`)
    report(`all of ${x}`)
    return x
  },
  failInput: (x: number) => {
    if (x === 7) throw new InputError([{ path: 'x', message: 'x must not be 7.' }])
    return x
  },
}

/** What every executor promises, whatever runs it. */
export function describeExecutor(name: string, create: () => Executor): void {
  const inputs = Array.from({ length: 101 }, (_, i) => i)
  describe(`${name} as an executor`, () => {
    it('returns the results in input order', async () => {
      const results = await create().map<number, number>('square', inputs)
      expect(results).toEqual(inputs.map((x) => x * x))
    })

    it('returns nothing for no inputs', async () => {
      expect(await create().map('square', [])).toEqual([])
    })

    it('tells the observer every step up to the total, never backwards', async () => {
      const steps: number[] = []
      const progress = (done: number, total: number): void => {
        expect(total).toBe(101)
        steps.push(done)
      }
      await create().map('square', inputs, { progress })
      expect(steps.at(-1)).toBe(101)
      expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    })

    it('passes on what each task reports, in its order, before the results are there', async () => {
      const heard = new Map<number, unknown[]>()
      const report = (index: number, message: unknown): void => {
        heard.set(index, [...(heard.get(index) ?? []), message])
      }
      const results = await create().map('talk', [7, 8, 9], { progress: () => undefined, report })
      expect(results).toEqual([7, 8, 9])
      const sorted = [...heard].toSorted(([a], [b]) => a - b)
      expect(sorted).toEqual([7, 8, 9].map((x, i) => [i, [`half of ${x}`, `all of ${x}`]]))
    })

    it('rejects with the error of the task, its class and issues kept', async () => {
      const error = await create()
        .map('failInput', inputs)
        .catch((e: unknown) => e)
      expect(error).toHaveProperty('name', 'InputError')
      expect((error as InputError).issues).toEqual([{ path: 'x', message: 'x must not be 7.' }])
    })

    it('rejects a task that nobody knows by name', async () => {
      await expect(create().map('cube', inputs)).rejects.toThrow('Unknown task cube.')
    })

    it('runs two maps at once without mixing their results', async () => {
      const executor = create()
      const [a, b] = await Promise.all([executor.map('square', inputs), executor.map('failInput', [1, 2, 3])])
      expect(a[100]).toBe(10_000)
      expect(b).toEqual([1, 2, 3])
    })
  })
}
