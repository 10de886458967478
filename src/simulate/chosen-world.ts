import { InputError } from '../check/errors.js'
import { familyNames, marketFamilies } from './families/market-family.js'
import { worldByName, worldNames } from './named-world.js'
import type { World } from './world.js'

/** Names that `chosenWorld` knows: the shipped worlds, then the families. */
export const chosenNames: readonly string[] = [...worldNames, ...familyNames]

/**
 * A shipped world, the same drawn again from another seed, or a family's market of a seed.
 *
 * @param seed any whole number. @defaultValue the shipped world's own; 1 for a family
 * @throws InputError if nothing has that name; the message lists the names.
 * @example chosenWorld('retailer').name          // 'retailer'
 * @example chosenWorld('retailer', 7).name       // 'retailer-7'
 * @example chosenWorld('collinear', 7).name      // 'collinear-7'
 */
export function chosenWorld(name: string, seed?: number): World {
  if (worldNames.includes(name)) {
    const world = worldByName(name)
    return seed === undefined ? world : { ...world, name: `${name}-${seed}`, seed }
  }
  const family = marketFamilies.find((candidate) => candidate.name === name)
  if (family === undefined) {
    throw new InputError(
      `There is no world \`${name}\`; the worlds are ${worldNames.join(', ')}, the families ${familyNames.join(', ')}.`,
    )
  }
  return family.world(seed ?? 1)
}
