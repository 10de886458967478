import { expect, it } from 'vitest'
import { channelSchema, organicSchema } from '../../../src/model/spec/channel-schema.js'
import { adstockKinds } from '../../../src/model/transform/adstocks.js'
import { saturationKinds } from '../../../src/model/transform/saturations.js'

it('channelSchema takes every kind of transform, as a word and as a mapping', () => {
  for (const kind of adstockKinds) {
    expect(channelSchema.safeParse({ spend: 'a', adstock: kind }).success).toBe(true)
    expect(channelSchema.safeParse({ spend: 'a', adstock: { kind, length: 4 } }).success).toBe(true)
  }
  for (const kind of saturationKinds)
    expect(channelSchema.safeParse({ spend: 'a', saturation: { kind } }).success).toBe(true)
})

it('organicSchema takes a bare column, and no spend', () => {
  expect(organicSchema.safeParse('sends').success).toBe(true)
  expect(organicSchema.safeParse({ media: 'sends', spend: 'x' }).success).toBe(false)
})
