import { expect, it } from 'vitest'
import { channelTrait } from '../../../src/simulate/families/channel-trait.js'
import type { ChannelWorld } from '../../../src/simulate/world.js'
import { nationalBrand } from '../../../src/simulate/worlds/national-brand.js'
import { retailer } from '../../../src/simulate/worlds/retailer.js'

const [tv, , , social] = nationalBrand.channels

function traitOf(change: Partial<ChannelWorld>): string {
  const channel = { ...tv, ...change }
  return channelTrait({ ...nationalBrand, channels: [channel, social] }, channel)
}

it('channelTrait tells flights from always-on spend', () => {
  const traits = nationalBrand.channels.map((channel) => channelTrait(nationalBrand, channel))
  expect(traits).toEqual(['flighted', 'flighted', 'flighted', 'always-on', 'always-on'])
})

it('channelTrait names the effect before the spend', () => {
  expect(traitOf({ effect: { on: 'roas', value: 0 } })).toBe('dead')
  expect(traitOf({ effect: { on: 'roas', value: -1 } })).toBe('harmful')
  expect(traitOf({ carryOver: { kind: 'geometric', retention: 0.92 } })).toBe('long carry-over')
  expect(traitOf({ withSeason: 0.5 })).toBe('seasonal')
})

it('channelTrait sees spend that follows sales', () => {
  expect(traitOf({ pattern: { kind: 'share-of-sales', share: 0.1, foresight: 1, memory: 4, sd: 0 } })).toBe('sales-led')
  const search = retailer.channels.find(({ name }) => name === 'brand_search')!
  expect(channelTrait(retailer, search)).toBe('sales-led')
})

it('channelTrait calls both of a collinear pair collinear, and what runs beside flights flighted', () => {
  const pair: ChannelWorld = { ...social, pattern: { kind: 'collinear', channel: 'tv', correlation: 0.95 } }
  const world = { ...nationalBrand, channels: [tv, pair] }
  expect(world.channels.map((channel) => channelTrait(world, channel))).toEqual(['collinear', 'collinear'])
  const beside: ChannelWorld = { ...social, pattern: { kind: 'beside', channel: 'tv', power: 1, sd: 0.1 } }
  expect(channelTrait({ ...nationalBrand, channels: [tv, beside] }, beside)).toBe('flighted')
})
