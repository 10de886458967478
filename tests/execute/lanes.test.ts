import { describe, expect, it } from 'vitest'
import { inLanes, sharedObserver } from '../../src/execute/lanes.js'

describe('inLanes', () => {
  it('returns results in the order of the inputs, whichever is done first', async () => {
    const done: number[] = []
    const wait = [30, 1, 1, 1, 1]
    const results = await inLanes([0, 1, 2, 3, 4], async (input) => {
      await new Promise((resolve) => setTimeout(resolve, wait[input]))
      done.push(input)
      return 10 * input
    })
    expect(results).toEqual([0, 10, 20, 30, 40])
    expect(done.at(-1)).toBe(0)
  })

  it('begins nothing more after a failure, and rejects with it', async () => {
    const begun: number[] = []
    const all = inLanes([0, 1, 2, 3, 4, 5, 6, 7], async (input) => {
      begun.push(input)
      await Promise.resolve()
      if (input === 0) throw new Error('no start')
      return input
    })
    await expect(all).rejects.toThrow('no start')
    expect(begun).toEqual([0, 1, 2, 3])
  })
})

describe('sharedObserver', () => {
  it('tells of several steps as one', () => {
    const heard: number[] = []
    const step = sharedObserver({ progress: (done) => heard.push(done) }, 2)
    const [first, second] = [step(), step()]
    first?.progress(1, 2)
    second?.progress(1, 1)
    first?.progress(2, 2)
    expect(heard).toEqual([25, 75, 100])
  })

  it('is nobody where nobody listens', () => {
    expect(sharedObserver(undefined, 2)()).toBeUndefined()
  })
})
