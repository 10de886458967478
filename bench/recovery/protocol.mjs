// What is fixed before a result is looked at: which markets are for tuning, which for publishing.

import { createHash } from 'node:crypto'

/** Raise it, and publish anew, whenever a default was chosen after figures of this edition's sealed markets had been looked at in detail. */
export const edition = 2

/** Markets a family in a published run. */
export const publishedWorlds = 12

/** Replicates of a regression fit. */
export const replicates = 200

/** Seeds of a family's sealed markets: no one picked them, and none is a small number that a tuning run would use. */
export function sealedSeeds(family, count) {
  return Array.from({ length: count }, (_, i) => {
    const text = `mixwright recovery, edition ${edition}, ${family}, market ${i + 1}`
    return createHash('sha256').update(text).digest().readUInt32BE(0)
  })
}

/** Seeds for tuning: `from`, `from` + 1, … */
export function developmentSeeds(from, count) {
  return Array.from({ length: count }, (_, i) => from + i)
}
