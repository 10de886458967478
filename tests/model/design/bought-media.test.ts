import { expect, it } from 'vitest'
import { boughtMedia } from '../../../src/model/design/bought-media.js'

const model = { history: 1, periods: 4 }
const channel = { media: Float64Array.of(9, 1, 2, 3, 4), spend: Float64Array.of(90, 10, 0, 30, 40) }

it('boughtMedia leaves history and media without spend where they are', () => {
  const { bought, rest, spend } = boughtMedia(model, channel, { from: 0, to: 4 })
  expect(Array.from(bought)).toEqual([0, 1, 0, 3, 4])
  expect(Array.from(rest)).toEqual([9, 0, 2, 0, 0])
  expect(spend).toBe(80)
})

it('boughtMedia takes only the periods it is asked for', () => {
  const { bought, rest, spend } = boughtMedia(model, channel, { from: 2, to: 3 })
  expect(Array.from(bought)).toEqual([0, 0, 0, 3, 0])
  expect(Array.from(rest)).toEqual([9, 1, 2, 0, 4])
  expect(spend).toBe(30)
})

it('boughtMedia finds nothing bought in a channel without spend', () => {
  const { rest, spend } = boughtMedia(model, { ...channel, spend: null }, { from: 0, to: 4 })
  expect(Array.from(rest)).toEqual([9, 1, 2, 3, 4])
  expect(spend).toBe(0)
})
