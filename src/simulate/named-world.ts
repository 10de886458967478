import { InputError } from '../check/errors.js'
import type { World } from './world.js'
import { demandLed } from './worlds/demand-led.js'
import { nationalBrand } from './worlds/national-brand.js'
import { retailer } from './worlds/retailer.js'
import { startUp } from './worlds/start-up.js'

const worlds: readonly World[] = [nationalBrand, retailer, startUp, demandLed]

/** Names of the worlds that `generateMarket` can be asked for by name, in the order of their difficulty. */
export const worldNames: readonly string[] = worlds.map((world) => world.name)

/**
 * The world of that name.
 *
 * @throws InputError if there is none; the message lists the names.
 * @example worldByName('national-brand').weeks  // 156
 */
export function worldByName(name: string): World {
  const found = worlds.find((world) => world.name === name)
  if (found === undefined)
    throw new InputError(`There is no world \`${name}\`; the worlds are ${worldNames.join(', ')}.`)
  return found
}
