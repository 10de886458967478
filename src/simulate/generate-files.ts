import { chosenWorld } from './chosen-world.js'
import { generateMarket } from './market.js'
import { marketCsv, truthJson } from './market-file.js'
import { specYaml } from './spec-yaml.js'

/** A text file to write: a path relative to the folder that the user chose. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/**
 * The files of a named world or of a family's market: its table, its truth, and a model file that fits the table as it stands.
 *
 * @param seed see `chosenWorld`.
 * @throws InputError if nothing has that name; the message lists the names.
 * @example generateFiles('national-brand').map((file) => file.path)
 *   // ['national-brand.csv', 'national-brand.truth.json', 'national-brand.yaml']
 */
export function generateFiles(name: string, seed?: number): GeneratedFile[] {
  const world = chosenWorld(name, seed)
  const market = generateMarket(world)
  return [
    { path: `${world.name}.csv`, text: marketCsv(market) },
    { path: `${world.name}.truth.json`, text: truthJson(market) },
    { path: `${world.name}.yaml`, text: specYaml(world) },
  ]
}
