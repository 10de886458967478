import { expect, it } from 'vitest'
import { developmentSeeds, edition, publishedWorlds, sealedSeeds } from '../../bench/recovery/protocol.mjs'
import { familyNames } from '../../src/simulate/families/market-family.js'

it('sealed seeds of an edition never change: the published figures are of these markets', () => {
  expect(edition).toBe(2)
  expect(sealedSeeds('matched', 3)).toEqual([954055206, 486921942, 3976269359])
  expect(sealedSeeds('broad', 1)).toEqual([3832195911])
})

it('sealed seeds differ between markets and families, and from every seed that a tuning run would use', () => {
  const sealed = familyNames.flatMap((family) => sealedSeeds(family, publishedWorlds))
  expect(new Set(sealed).size).toBe(sealed.length)
  expect(Math.min(...sealed)).toBeGreaterThan(100_000)
  expect(developmentSeeds(5, 3)).toEqual([5, 6, 7])
})

it('more markets of a family add to the first ones', () => {
  expect(sealedSeeds('collinear', 20).slice(0, 12)).toEqual(sealedSeeds('collinear', 12))
})
