import { generateMarket } from './market.js'
import { marketCsv, truthJson } from './market-file.js'
import { worldByName } from './named-world.js'
import { specYaml } from './spec-yaml.js'

/** A text file to write: a path relative to the folder that the user chose. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/**
 * The files of a named world: its table, its truth, and a model file that fits the table as it stands.
 *
 * @throws InputError if there is no world of that name; the message lists the names.
 * @example generateFiles('national-brand').map((file) => file.path)
 *   // ['national-brand.csv', 'national-brand.truth.json', 'national-brand.yaml']
 */
export function generateFiles(name: string): GeneratedFile[] {
  const world = worldByName(name)
  const market = generateMarket(world)
  return [
    { path: `${name}.csv`, text: marketCsv(market) },
    { path: `${name}.truth.json`, text: truthJson(market) },
    { path: `${name}.yaml`, text: specYaml(world) },
  ]
}
