import { describe, expect, it } from 'vitest'
import { shiftedOrder, shuffledOrder } from '../../../src/decision/planted/placebo-media.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const g = createGenerator(1, 'media')
const media = Float64Array.from({ length: 50 }, () => g.uniform())
const sorted = (from: readonly number[]): number[] => from.toSorted((a, b) => a - b)
const everyPeriod = Array.from({ length: 50 }, (_, t) => t)

describe('a placebo’s order', () => {
  it('shuffles blocks of the square root of the length, each period once and no block in its place', () => {
    const order = shuffledOrder(media, 1, 'tv')!
    expect(order).toMatchObject({ kind: 'shuffled', by: 7 })
    expect(sorted(order.from)).toEqual(everyPeriod)
    // 50 periods are 8 blocks: within one, periods follow one another, so that only 7 joints break.
    expect(order.from.filter((from, t) => t > 0 && from !== order.from[t - 1] + 1).length).toBeLessThanOrEqual(7)
    expect([0, 7, 14, 21, 28, 35, 42].every((start) => order.from[start] !== start)).toBe(true)
  })

  it('is another one for another channel or seed, and the same for the same', () => {
    expect(shuffledOrder(media, 1, 'tv')).toEqual(shuffledOrder(media, 1, 'tv'))
    expect(shuffledOrder(media, 1, 'radio')!.from).not.toEqual(shuffledOrder(media, 1, 'tv')!.from)
    expect(shuffledOrder(media, 2, 'tv')!.from).not.toEqual(shuffledOrder(media, 1, 'tv')!.from)
  })

  it('shifts all periods by half the length, the end in front', () => {
    const order = shiftedOrder(media)!
    expect(order).toMatchObject({ kind: 'shifted', by: 25 })
    expect(order.from.slice(0, 2)).toEqual([25, 26])
    expect(order.from[25]).toBe(0)
    expect(sorted(order.from)).toEqual(everyPeriod)
  })

  it('shifts by a third where half the length would give the same media again', () => {
    const twice = Float64Array.from({ length: 50 }, (_, t) => media[t % 25])
    expect(shiftedOrder(twice)).toMatchObject({ by: 16 })
  })

  it('is none where media repeat themselves whatever the order', () => {
    const alternating = Float64Array.from({ length: 64 }, (_, t) => (t % 4 < 2 ? 1 : 0))
    expect(shiftedOrder(alternating)).toMatchObject({ by: 21 })
    expect(shuffledOrder(alternating, 1, 'tv')).toBeNull()
  })
})
